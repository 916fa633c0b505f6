"""What somebody who is under way toward a credential, or has earned it, must know of a change."""

from dataclasses import replace

from ...model.spec import Spec
from ..catalog import Entry
from .change import Change, Significance

OPEN_TO_EARNERS = ("pilot", "published", "retired")
"""The statuses at which somebody may be under way."""

_SAID = {
    "deleted": "Whoever began or earned it finds nothing at its address any more.",
    "uid-changed": "Badges and records that name the old uid no longer lead here.",
    "withdrawn": "Its page goes away, for those under way and for those who have earned it.",
    "reinstated": "It can be begun again.",
    "cost-changed": "Whoever has begun was told the former price.",
    "currency-removed": "Whoever began in order to have it counted this way must hear of it before handing in.",
    "currency-changed": "Whoever began in order to have it counted this way must hear of it before handing in.",
    "prerequisites-changed": "Whoever has begun was told the former prerequisites.",
    "validity-changed": "Whoever has earned it was told the former time of validity.",
    "stack-left": "It no longer counts toward that stack, for those under way in the stack too.",
    "stack-joined": "Those under way in that stack can count it, and need it where it is required.",
    "stack-role-changed": "Those under way in that stack should look again at what completes it.",
    "policy-changed": "This holds for work already begun, too.",
    "kept-version-changed": "Those who finish with this version find other words than those they began with.",
    "kept-version-deleted": "Those who finish with this version find it no more.",
}  # fmt: skip


def with_earners(change: Change, old: Entry[Spec], new: Entry[Spec]) -> Change:
    """Return *change* with what earners of the spec *old*, which became *new*, must know of it."""
    before, after = old.spec, new.spec
    if before.status not in OPEN_TO_EARNERS:
        return change
    if change.kind == "retired":
        return replace(change, for_earners=_retired(after))
    if change.kind == "renamed":
        kept = old.slug in after.aliases
        said = "Old links lead to the new page." if kept else "Old links and badges lead nowhere."
        return replace(change, for_earners=said)
    if change.kind in _SAID:
        return replace(change, for_earners=_SAID[change.kind])
    if change.significance is Significance.SUBSTANTIVE:
        return replace(change, for_earners=_other_demand(before, after))
    return change


def _retired(spec: Spec) -> str:
    since = f" since {spec.dates.retired_on}" if spec.dates.retired_on else ""
    return f"It can no longer be begun{since}. Whoever has earned it keeps it."


def _other_demand(before: Spec, after: Spec) -> str:
    if before.status == "pilot":
        return "Educators in the pilot must be told; they began with other words."
    if before.version and before.version != after.version:
        return f"Whoever began with version {before.version} may finish with it."
    return "Whoever is under way would be judged by other words than those they began with."
