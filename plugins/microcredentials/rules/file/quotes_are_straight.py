"""Quotation marks around a whole value are straight.

Word processors replace straight quotation marks with curly ones. YAML treats curly marks as letters, so they would
appear around the title on the page, in search results, and on the badge that an educator shows to others. Inside a
text, curly quotation marks are welcome.

Fails:

    title: “Questioning and wait time”

Passes:

    title: "Questioning and wait time"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-15", "warning warning warning", __name__, derived_from=("YAML",))
