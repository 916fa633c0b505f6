"""Every file begins with its fields, between two lines of three hyphens.

The catalog checks, filters and exports these fields. Without the first line of hyphens they count as ordinary text: the
page would show them as one jumble of words, and educators could not find it by subject or grade.

Fails:

    title: Wait time
    status: draft
    competency: The educator waits three seconds after a question.
    ---

Passes:

    ---
    title: Wait time
    status: draft
    competency: The educator waits three seconds after a question.
    ---
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("FM-01", "error error error", __name__)
