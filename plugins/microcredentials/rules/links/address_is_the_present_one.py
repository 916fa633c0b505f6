"""A link uses the current address of its page.

A server that answers “moved permanently” redirects visitors for some years, and then the old address stops working. The
redirect may also lead to a home page instead of the page that was meant. The command “microcredentials links” finds
such a link while the old address still leads to the new one.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("LK-02", "info warning warning", __name__)
