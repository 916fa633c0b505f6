"""Sections appear once each, and in the same order on every page.

The page first says what the micro-credential is, then how the practice works, then why. Educators who compare three of
them should not have to hunt for the part they want, and if a section appears twice, they cannot tell which one applies.

Fails:

    ---
    title: Questioning and wait time
    status: draft
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

    ## Supporting rationale

    Silence leaves room to think.

    ## About this micro-credential

    Most classroom questions get an answer almost at once.

Passes:

    ---
    title: Questioning and wait time
    status: draft
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

    ## About this micro-credential

    Most classroom questions get an answer almost at once.

    ## Supporting rationale

    Silence leaves room to think.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-10", "error error error", __name__)
