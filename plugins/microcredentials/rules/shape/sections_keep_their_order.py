"""Sections stand in the same order on every page, and each of them once.

First what it is, then how the practice works, then why. An earner who compares three micro-credentials should not
have to hunt for the part she wants, and a section that comes twice leaves open which of the two holds.

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
