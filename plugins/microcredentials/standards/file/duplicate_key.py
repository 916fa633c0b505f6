"""A field is written once.

YAML keeps the last of two fields with one name and forgets the first without a word, so half of what an
author wrote would never reach the page.

Fails:

    title: Questioning and wait time
    title: Wait time

Passes:

    title: Questioning and wait time
"""

from ...check import reading_rule

CHECK = reading_rule("FM-07", "error error error", __name__)
