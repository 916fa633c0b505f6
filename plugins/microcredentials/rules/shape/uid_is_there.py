"""Every micro-credential or stack has a uid once its pilot begins, and keeps it for good.

Titles and addresses may change, but a badge earned years ago must still lead to what was earned. The uid connects the
two: it is a number that no other spec has. It is assigned once and never edited.

Fails:

    ---
    title: Questioning and wait time
    status: pilot
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

Passes:

    ---
    uid: 3a0b6c5e-7d0f-4a63-9f0c-2f6f1b7f4c11
    title: Questioning and wait time
    status: pilot
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...model.uids import create_uid
from ...reading.problem import Problem


@rule("SC-12", "none error error", derived_from=("OB3",))
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if spec.uid is None:
        advice = f"Add this line, which was generated for this file: uid: {create_uid(context.entry.source)}"
        yield Problem(("uid",), "The uid is missing.", advice)
