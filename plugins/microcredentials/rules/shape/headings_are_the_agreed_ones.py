"""The text of every micro-credential has the same few sections.

Somebody who has read one page knows where to look on the next. That holds only while “Key method in practice” is
called so everywhere. Below the agreed headings, smaller ones (###) may be named as the author likes.

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
