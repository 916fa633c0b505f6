"""The fields end with a second line of three hyphens, and the text begins below it.

Without that line nobody can tell where the fields stop. The whole text would be read as fields, or all the fields as
text, and an earner would meet neither.

Fails:

    ---
    title: Wait time
    status: draft
    competency: The educator waits three seconds after a question.

Passes:

    ---
    title: Wait time
    status: draft
    competency: The educator waits three seconds after a question.
    ---
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-02", "error error error", __name__)
