"""Describe what a change means to educators who are working toward a credential or have earned it."""

from ...model.spec import Spec
from ..entry import Entry
from .change import ChangeKind, Significance

STATUSES_WITH_EARNERS = ("pilot", "published", "retired")
"""The statuses of specs that educators may have started."""

POLICY_NOTE = "This also applies to work that has already begun."
_CURRENCY_NOTE = (
    "Tell educators about this change before they submit: some may have started because of what it counted for."
)
_NOTES = {
    "uid-changed": "Badges and records that name the old uid no longer lead here.",
    "withdrawn": "Its page disappears for educators who have started or earned it.",
    "reinstated": "Educators can start it again.",
    "cost-changed": "Educators who have started were told the former price.",
    "currency-removed": _CURRENCY_NOTE,
    "currency-changed": _CURRENCY_NOTE,
    "prerequisites-changed": "Educators who have started were told the former prerequisites.",
    "validity-changed": "Educators who have earned it were told the former period of validity.",
    "stack-left": "It no longer counts toward that stack, even for educators who are working on the stack.",
    "stack-joined": "Educators who are working on that stack can count it, and need it if it is required.",
    "stack-role-changed": "Educators who are working on that stack should check again what completes it.",
    "policy-changed": POLICY_NOTE,
}


def write_earner_note(kind: ChangeKind, old: Entry[Spec], new: Entry[Spec]) -> str:
    """Return a note for educators who have started the spec *old*, which became *new*; empty if they need none."""
    before, after = old.spec, new.spec
    if before.status not in STATUSES_WITH_EARNERS:
        return ""
    if kind.name == "retired":
        return _retired(after)
    if kind.name == "renamed":
        has_alias = old.slug in after.aliases
        return "Old links lead to the new page." if has_alias else "Old links and badges no longer lead to it."
    if kind.name in _NOTES:
        return _NOTES[kind.name]
    return _new_requirements(before, after) if kind.significance is Significance.SUBSTANTIVE else ""


def _retired(spec: Spec) -> str:
    start = f"Since {spec.dates.retired_on}, it" if spec.dates.retired_on else "It"
    return f"{start} can no longer be started. Educators who have earned it keep it."


def _new_requirements(before: Spec, after: Spec) -> str:
    if before.status == "pilot":
        return "Tell the educators in the pilot: they started with the former text."
    if before.version and before.version != after.version:
        return f"Educators who started with version {before.version} may finish with it."
    return "Educators who have started would be scored by a different text from the one they started with."
