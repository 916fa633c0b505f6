"""The address of a page is the one where its publisher keeps it now.

A server that says “moved for good” keeps its promise for some years, and then the old address dies. What it leads to
may also be a start page in place of the thing that was meant. “microcredentials links” finds it while the old address
still tells the new one.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("LK-02", "info warning warning", __name__)
