"""Quotation marks around a whole value are straight ones.

Word processors bend them. YAML takes bent ones for letters, so they stand around the title on the page, in the search
results, and on the badge that an earner shows to others. Inside a text they are welcome.

Fails:

    title: “Questioning and wait time”

Passes:

    title: "Questioning and wait time"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-15", "warning warning warning", __name__, derived_from=("YAML",))
