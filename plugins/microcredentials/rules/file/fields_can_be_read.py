"""The fields follow the grammar of YAML, in which “name: value” stands on each line.

One sign in the wrong place makes the whole block unreadable, and with it the page. A colon inside a text, a text that
begins with a special character and an indentation by tab are the usual causes. Quotation marks around the whole text
cure most of them.

Fails:

    title: Questioning: a first step

Passes:

    title: "Questioning: a first step"
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-06", "error error error", __name__, derived_from=("YAML",))
