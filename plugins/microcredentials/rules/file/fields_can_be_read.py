"""The fields follow the grammar of YAML, with “name: value” on each line.

One misplaced character can make all the fields unreadable, and the page with them. The usual causes are a colon inside
a text, a text that begins with a special character, and lines indented with tabs. Quotation marks around the whole text
fix most of these.

Fails:

    title: Questioning: a first step

Passes:

    title: "Questioning: a first step"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-06", "error error error", __name__, derived_from=("YAML",))
