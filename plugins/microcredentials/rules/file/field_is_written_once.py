"""A field is written once.

Most programs keep the last of two fields with one name and forget the first without a word, so half of what an author
wrote would never reach an earner.

Fails:

    title: Questioning and wait time
    title: Wait time

Passes:

    title: Questioning and wait time
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-07", "error error error", __name__, derived_from=("YAML",))
