"""One difference between two states of a catalog, in the catalog's own terms."""

from dataclasses import dataclass
from enum import StrEnum

from ...reading.problem import Pointer


class Significance(StrEnum):
    """How much a change means.

    A substantive one changes what earners are asked, how they are judged, or whether they still find it; a notable
    one changes what they plan with; an editorial one neither.
    """

    SUBSTANTIVE = "substantive"
    NOTABLE = "notable"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed, in a ``sentence`` for a reviewer, with the words ``before`` and ``after``.

    ``spec`` is the slug of the spec, which has the ``title``; both are empty for program files. ``path`` is the file
    inside the content folder. ``at`` is the field in the file after the change, or the list that an item was taken
    from; where the file is gone it is empty. ``for_earners`` is what somebody already under way must know, if
    anything. ``reaches`` names other specs that the change bears upon.
    """

    kind: str
    spec: str
    path: str
    sentence: str
    significance: Significance
    for_earners: str = ""
    before: str = ""
    after: str = ""
    at: Pointer = ()
    reaches: tuple[str, ...] = ()
    title: str = ""
