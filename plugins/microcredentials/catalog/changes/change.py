"""One change between two catalogs."""

from dataclasses import dataclass
from enum import StrEnum

from ...reading.problem import Pointer


class Significance(StrEnum):
    """The significance of a change to educators.

    A substantive change affects what they are asked, how they are scored, or whether they find the page. A notable one
    affects their plans. An editorial one affects neither.
    """

    SUBSTANTIVE = "substantive"
    NOTABLE = "notable"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change, as a ``sentence`` for reviewers and as the words ``before`` and ``after``.

    ``spec`` is the slug of the spec, and ``title`` its title; both are empty for program files. ``path`` is the path of
    the file inside the content folder. ``at`` is the field in the new file, or the list that an item was removed from;
    it is empty if the file was deleted. ``for_earners`` is a note for educators who have already started, if they need
    one. ``reaches`` are the slugs of the other specs that the change affects.
    """

    kind: str
    spec: str = ""
    path: str
    sentence: str
    significance: Significance
    for_earners: str = ""
    before: str = ""
    after: str = ""
    at: Pointer = ()
    reaches: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A kind of change: its name in data, its significance, and the label of the field that changes."""

    name: str
    significance: Significance
    noun: str = ""
