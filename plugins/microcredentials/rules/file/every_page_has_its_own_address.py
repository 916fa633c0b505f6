"""No two files would be published at one address.

A page can stand in about.md or in about/index.md, and some computers see no difference between About.md and about.md.
Of two files for one address, one would silently replace the other, and an earner would find the wrong page or an old
one.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-22", "error error error", __name__)
