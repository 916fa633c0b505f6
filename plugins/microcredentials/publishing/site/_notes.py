"""Findings on the page of a spec: each is shown once, beside the most precise field that has a place there.

A page names its places as paths of fields, such as ``evidence.artifacts.*.type``; ``*`` is every item of a list.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...checking.finding import Finding
from ...model.spec import Spec
from ...reading.problem import Pointer

CURRENCY = ("currency.*", "currency", "portability.*", "portability", "validity")
"""The places of ``partials/currency.html``."""
HISTORY = (
    "changelog.*", "changelog", "replaces", "replaced_by", "pilot", "reviews.*", "reviews", "attestations.*",
    "attestations", "waivers.*", "waivers", "issuer", "authors", "dates.created", "dates.published",
    "dates.next_review", "dates", "license", "uid",
)  # fmt: skip
"""The places of ``partials/history.html``."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding on a page.

    ``number`` (from 1) names its anchor. ``at`` points to the field beside which the page shows it; None if the page
    has no place for it, so that only the list at the top shows it.
    """

    number: int
    finding: Finding
    at: Pointer | None


@dataclass(frozen=True)
class Notes:
    """The findings on one spec, in the order of its file; none when the page is published."""

    all: tuple[Note, ...]

    def at(self, *pointer: str | int) -> tuple[Note, ...]:
        """Return the notes to show beside the field at *pointer*."""
        return tuple(note for note in self.all if note.at == pointer)


NO_NOTES = Notes(())


def place_findings(findings: Iterable[Finding], places: Collection[Pointer]) -> Notes:
    """Return *findings*, each at the longest pointer of *places* that leads to its field or contains it."""
    return Notes(tuple(Note(n, finding, _nearest(finding.field, places)) for n, finding in enumerate(findings, 1)))


def _nearest(field: Pointer, places: Collection[Pointer]) -> Pointer | None:
    above = (field[:length] for length in range(len(field), 0, -1))
    return next((pointer for pointer in above if pointer in places), None)


def expand(spec: Spec, paths: Iterable[str]) -> Iterator[Pointer]:
    """Yield the pointers that *paths* name in *spec*: one for each path, or one for each item where it has ``*``."""
    for path in paths:
        yield from _expand(spec, path.split("."), ())


def _expand(value: object, steps: Sequence[str], above: Pointer) -> Iterator[Pointer]:
    if not steps:
        yield above
    elif steps[0] == "*":
        for n, item in enumerate(value if isinstance(value, tuple) else ()):
            yield from _expand(item, steps[1:], (*above, n))
    else:
        yield from _expand(getattr(value, steps[0], None), steps[1:], (*above, steps[0]))
