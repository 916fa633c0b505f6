"""Each file contains one set of fields.

A line of three dots ends a YAML document, and a second one may begin below it. Only one of them could be read, so half
of the fields would never reach educators. Put two micro-credentials in two files.

Fails:

    level: foundational
    ...
    cost: {amount: 0, currency: USD, who_pays: state}

Passes:

    level: foundational
    cost: {amount: 0, currency: USD, who_pays: state}
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-17", "error error error", __name__, derived_from=("YAML",))
