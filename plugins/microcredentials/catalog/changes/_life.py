"""The life of a spec: its name, its identity, its status, its version."""

from collections.abc import Iterator

from ...model.versions import version_number
from ._comparison import Comparison
from .change import Change, ChangeKind, Significance

SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL

_STEPS = {
    ("draft", "pilot"): (ChangeKind("piloted", NOTABLE), "The pilot begins."),
    ("draft", "published"): (ChangeKind("published", NOTABLE), "It is published."),
    ("pilot", "published"): (ChangeKind("published", NOTABLE), "The pilot is over, and it is published."),
    ("retired", "published"): (ChangeKind("reinstated", SUBSTANTIVE), "It was retired and is published again."),
}


def compare_life(comparison: Comparison) -> Iterator[Change]:
    """Yield the changes in the life of the spec."""
    yield from _compare_name(comparison)
    yield from _compare_uid(comparison)
    yield from _compare_status(comparison)
    yield from _compare_version(comparison)


def _compare_name(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.slug, comparison.new.slug
    if old != new:
        has_alias = old in comparison.new.spec.aliases
        kind = ChangeKind("renamed", NOTABLE if has_alias else SUBSTANTIVE)
        lost = "" if has_alias else ", and the old name is not kept as an alias"
        yield comparison.change(kind, f"It is renamed from “{old}” to “{new}”{lost}.", words=(old, new))


def _compare_uid(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec.uid, comparison.new.spec.uid
    if old != new:
        kind = ChangeKind("uid-changed", SUBSTANTIVE) if old else ChangeKind("uid-given", EDITORIAL)
        sentence = "The uid changed." if old and new else "A uid was added." if new else "The uid was removed."
        yield comparison.change(kind, sentence, ("uid",), (old or "", new or ""))


def _compare_status(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec.status, comparison.new.spec.status
    if old == new:
        return
    if new == "retired":
        kind, sentence = ChangeKind("retired", SUBSTANTIVE), _retired(comparison)
    elif (old, new) in _STEPS:
        kind, sentence = _STEPS[old, new]
    else:
        kind, sentence = ChangeKind("withdrawn", SUBSTANTIVE), f"It was {old} and goes back to {new}."
    yield comparison.change(kind, sentence, ("status",), (old, new))


def _retired(comparison: Comparison) -> str:
    spec = comparison.new.spec
    successor = f", and “{spec.replaced_by}” replaces it" if spec.replaced_by else ""
    reason = f" The reason given: {spec.dates.retired_reason}" if spec.dates.retired_reason else ""
    return f"It is retired{successor}.{reason}"


def _compare_version(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec.version, comparison.new.spec.version
    if old == new:
        return
    if old and new and version_number(new) < version_number(old):
        kind = ChangeKind("version-lowered", NOTABLE)
        yield comparison.change(kind, f"The version goes back to {new}.", ("version",), (old, new))
        return
    line = next((line.change for line in comparison.new.spec.changelog if line.version == new), "")
    sentence = f"It becomes version {new}{f': {line}' if line else '.'}" if new else "The version was removed."
    yield comparison.change(ChangeKind("version-raised", EDITORIAL), sentence, ("version",), (old or "", new or ""))
