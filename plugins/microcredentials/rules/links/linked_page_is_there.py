"""A page or work that the catalog refers to is still where it was.

A teacher who follows a link to a dead page loses the free resource she was promised, and a reader of research cannot
see whether it says what we say it does. Others move their pages without telling anybody, so they are asked from time
to time, with “microcredentials links”. That needs the network, so no check and no build does it. A page counts as gone
when its server has said so on two days.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("LK-01", "warning error error", __name__)
