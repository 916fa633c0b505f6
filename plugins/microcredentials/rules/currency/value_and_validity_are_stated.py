"""The spec says what it counts for, how long it is valid, and where else it is accepted.

Educators give evenings and weekends to this. Before the first one they ask: will it count for my license, for my pay,
in the next district? “Recognition only” is an honest answer, and so is an empty list of places; silence is not. If it
never expires, the spec says so, too.

Fails:

    currency: []
    portability: []
    validity: none

Passes:

    currency:
      - {type: recognition-only, jurisdiction: XS, effective: 2026-06-01}
    portability: []
    validity: P5Y
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem


@rule("CU-01", "warning warning error", derived_from=("NA", "CTDL"), reads=("currency", "portability", "validity"))
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if not spec.currency:
        advice = "Name at least one thing that an office has agreed to, or write recognition-only."
        yield Problem(("currency",), "The spec does not say what it counts for.", advice)
    if context.status == "draft":
        return  # validity and portability are decided together with what it counts for
    if spec.validity is None:
        advice = "Write none if it never expires, or a duration such as P5Y (five years)."
        yield Problem(("validity",), "The spec does not say how long it is valid.", advice)
    if spec.portability is None:
        advice = "List the places, or write portability: [] if there are none yet."
        yield Problem(("portability",), "The spec does not say where else it is accepted.", advice)
