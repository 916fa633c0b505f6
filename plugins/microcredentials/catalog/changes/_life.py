"""The life of a spec: its name, its identity, its status, its version."""

from collections.abc import Iterator

from ...model.versions import version_number
from .change import Change, Significance
from .comparison import Comparison

SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL

_STEPS = {
    ("draft", "pilot"): ("piloted", "It goes into pilot.", NOTABLE),
    ("draft", "published"): ("published", "It is published.", NOTABLE),
    ("pilot", "published"): ("published", "The pilot is over, and it is published.", NOTABLE),
    ("retired", "published"): ("reinstated", "It was retired and is published again.", SUBSTANTIVE),
}


def life(comparison: Comparison) -> Iterator[Change]:
    """Yield what changed in the life of the spec."""
    yield from _name(comparison)
    yield from _uid(comparison)
    yield from _status(comparison)
    yield from _version(comparison)


def _name(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.slug, comparison.new.slug
    if old != new:
        kept = old in comparison.new.spec.aliases
        sentence = (
            f"It is renamed from “{old}” to “{new}”{'' if kept else ', and the old name is not kept as an alias'}."
        )
        yield comparison.change("renamed", sentence, NOTABLE if kept else SUBSTANTIVE, (), old, new)


def _uid(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec.uid, comparison.new.spec.uid
    if old != new:
        kind, weight = ("uid-changed", SUBSTANTIVE) if old else ("uid-given", EDITORIAL)
        sentence = "Its uid is another one." if old and new else "It gets a uid." if new else "Its uid is taken out."
        yield comparison.change(kind, sentence, weight, ("uid",), old or "", new or "")


def _status(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec.status, comparison.new.spec.status
    if old == new:
        return
    if new == "retired":
        kind, sentence, weight = "retired", _retired(comparison), SUBSTANTIVE
    elif (old, new) in _STEPS:
        kind, sentence, weight = _STEPS[old, new]
    else:
        kind, sentence, weight = "withdrawn", f"It was {old} and goes back to {new}.", SUBSTANTIVE
    yield comparison.change(kind, sentence, weight, ("status",), old, new)


def _retired(comparison: Comparison) -> str:
    spec = comparison.new.spec
    after = f", and “{spec.replaced_by}” takes its place" if spec.replaced_by else ""
    reason = f" The reason given: {spec.dates.retired_reason}" if spec.dates.retired_reason else ""
    return f"It is retired{after}.{reason}"


def _version(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec.version, comparison.new.spec.version
    if old == new:
        return
    if old and new and version_number(new) < version_number(old):
        yield comparison.change("version-lowered", f"The version goes back to {new}.", NOTABLE, ("version",), old, new)
        return
    line = next((line.change for line in comparison.new.spec.changelog if line.version == new), "")
    sentence = f"It becomes version {new}{f': {line}' if line else '.'}" if new else "The version is taken out."
    yield comparison.change("version-raised", sentence, EDITORIAL, ("version",), old or "", new or "")
