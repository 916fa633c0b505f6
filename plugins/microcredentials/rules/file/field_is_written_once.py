"""Each field is written only once.

When two fields have the same name, most programs keep the last one and drop the first without a warning. Educators
would never see half of what the writer wrote.

Fails:

    title: Questioning and wait time
    title: Wait time

Passes:

    title: Questioning and wait time
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-07", "error error error", __name__, derived_from=("YAML",))
