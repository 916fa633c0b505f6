"""Every micro-credential has the same few section headings in its text.

Readers who know one page know where to look on the next, as long as “Key method in practice” has the same name
everywhere. Below the agreed headings, writers may name smaller headings (###) as they like.

Fails:

    ---
    title: Questioning and wait time
    status: draft
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

    ## Introduction

    Most classroom questions get an answer almost at once.

Passes:

    ---
    title: Questioning and wait time
    status: draft
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

    ## About this micro-credential

    Most classroom questions get an answer almost at once.
"""

from ...checking.rule import reading_rule

CHECK = reading_rule("SC-09", "error error error", __name__)
