"""A second line of three hyphens ends the fields, and the text begins below it.

Without that line, a program cannot tell where the fields end. It would read the whole text as fields, or all the fields
as text, and educators would see neither.

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
