"""No two files are published at the same address.

The files about.md and about/index.md would become the same page, and some computers do not distinguish About.md from
about.md. If two files share an address, one silently replaces the other, and educators may find the wrong page or an
old one.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-22", "error error error", __name__)
