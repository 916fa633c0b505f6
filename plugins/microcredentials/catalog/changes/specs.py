"""What changed in one spec, field by field; no field is left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import BaseModel

from ...model.evidence import Rubric
from ...model.spec import Spec, StackMembership
from ...reading.problem import Pointer
from ..catalog import INHERITED_FIELDS
from ._details import details, matches, same
from ._life import life
from .change import Change, Significance
from .comparison import Comparison, owned
from .words import named

SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL

DEMANDS = (
    "competency", "key_method", "method_components", "evidence", "rubric", "outcome", "electives_min", "capstone",
)  # fmt: skip
"""The fields that say what is asked of earners and how it is judged."""


@dataclass(frozen=True)
class Facet:
    """How a change of one field is told: its kind, what people call the field, and how much it means."""

    kind: str
    noun: str
    weight: Significance


_TEXTS = {
    "title": Facet("title-changed", "The title", NOTABLE),
    "summary": Facet("summary-reworded", "The summary", EDITORIAL),
    "competency": Facet("competency-reworded", "The competency", SUBSTANTIVE),
    "key_method": Facet("key-method-reworded", "The key method", SUBSTANTIVE),
    "outcome": Facet("outcome-reworded", "The outcome", SUBSTANTIVE),
    "rationale": Facet("rationale-reworded", "The rationale", EDITORIAL),
    "validity": Facet("validity-changed", "The time for which it is valid", NOTABLE),
    "replaced_by": Facet("succession-changed", "What takes its place", NOTABLE),
    "replaces": Facet("succession-changed", "What it takes the place of", NOTABLE),
    "aliases": Facet("aliases-changed", "The list of former names", EDITORIAL),
    "tags": Facet("facets-changed", "The list of keywords", EDITORIAL),
    "subjects": Facet("facets-changed", "The list of subjects", NOTABLE),
    "grade_bands": Facet("facets-changed", "The list of grade bands", NOTABLE),
    "educator_roles": Facet("facets-changed", "The list of educators it is for", NOTABLE),
    "level": Facet("facets-changed", "The career level", NOTABLE),
    "requires_students": Facet("facets-changed", "Whether students are needed", NOTABLE),
    "requires_video": Facet("facets-changed", "Whether video is needed", NOTABLE),
    "prerequisites": Facet("prerequisites-changed", "The list of what to earn first", NOTABLE),
    "electives_min": Facet("completion-changed", "The number of electives asked for", SUBSTANTIVE),
}
_BLOCKS = {
    "effort": Facet("effort-changed", "The time it takes", NOTABLE),
    "cost": Facet("cost-changed", "The cost", NOTABLE),
    "capstone": Facet("completion-changed", "The capstone", SUBSTANTIVE),
}
_RECORD = ("authors", "reviews", "dates", "pilot", "attestations", "changelog")
_LISTS: dict[Pointer, Facet] = {
    ("method_components",): Facet("component", "The part of the method", SUBSTANTIVE),
    ("evidence", "overview"): Facet("prompt", "The overview question", SUBSTANTIVE),
    ("evidence", "artifacts"): Facet("artifact", "The artifact", SUBSTANTIVE),
    ("evidence", "reflection"): Facet("prompt", "The reflection question", SUBSTANTIVE),
    ("rubric", "criteria"): Facet("criterion", "The criterion", SUBSTANTIVE),
    ("alignment",): Facet("alignment", "The alignment to", NOTABLE),
    ("research",): Facet("research", "The reference to", EDITORIAL),
    ("resources",): Facet("resource", "The resource", EDITORIAL),
    ("currency",): Facet("currency", "The recognition", NOTABLE),
    ("portability",): Facet("portability", "The portability to", NOTABLE),
    ("waivers",): Facet("waiver", "The waiver of", NOTABLE),
}
_PASSING = {"levels": "The list of levels", "passing_level": "The level that passes",
            "decision_rule": "The decision rule", "points": "The points",
            "overview_passing": "What passes in the overview",
            "reflection_passing": "What passes in the reflection"}  # fmt: skip
_SECTIONS = {"Notes for assessors": NOTABLE}


def spec_changes(comparison: Comparison) -> Iterator[Change]:
    """Yield every change of one spec: its life first, then what it asks, then what surrounds that."""
    parts: tuple[Callable[[Comparison], Iterator[Change]], ...] = (
        life, _texts, _lists, _passing, _blocks, _memberships, _own_policy, _sections, _record,
    )  # fmt: skip
    yield from chain.from_iterable(part(comparison) for part in parts)


def demand_changes(comparison: Comparison) -> Iterator[Change]:
    """Yield the changes of what is asked of earners and how it is judged."""
    parts = chain(_texts(comparison), _lists(comparison), _passing(comparison), _blocks(comparison))
    return (change for change in parts if change.at[:1] and change.at[0] in DEMANDS)


def _texts(comparison: Comparison) -> Iterator[Change]:
    old, new = comparison.old.spec, comparison.new.spec
    for field, facet in _TEXTS.items():
        before, after = getattr(old, field, None), getattr(new, field, None)
        if not same(before, after):
            words = comparison.said(before, type(old), field), comparison.said(after, type(new), field)
            verb = "is reworded" if facet.kind.endswith("reworded") else "changes"
            sentence = f"{facet.noun} {verb if all(words) else 'is stated' if words[1] else 'is no longer stated'}."
            yield comparison.change(facet.kind, sentence, facet.weight, (field,), *words)


def _blocks(comparison: Comparison) -> Iterator[Change]:
    for field, facet in _BLOCKS.items():
        before, after = (getattr(entry.spec, field, None) for entry in (comparison.old, comparison.new))
        if found := list(details(before, after, (field,))):
            yield comparison.of_details(facet.kind, facet.noun, facet.weight, found, (field,))


def _lists(comparison: Comparison) -> Iterator[Change]:
    for way, facet in _LISTS.items():
        before, after = (_at(entry.spec, way) for entry in (comparison.old, comparison.new))
        pairs = matches(before, after)
        for i, j in pairs:
            if i is None and j is not None:
                yield _whole(comparison, facet, (*way, j), after[j], "added")
            elif i is not None and j is None:
                yield _whole(comparison, facet, way, before[i], "removed")
            elif i is None or j is None:
                continue
            elif facet.kind == "criterion":
                yield from _criterion(comparison, facet, (*way, j), before[i], after[j])
            elif found := list(details(before[i], after[j], (*way, j))):
                subject = f"{facet.noun} “{named(after[j], comparison.program)}”"
                yield comparison.of_details(f"{facet.kind}-changed", subject, facet.weight, found, (*way, j))
        order = [i for i, j in pairs if i is not None and j is not None]
        if order != sorted(order):
            sentence = f"The items of “{way[-1]}” stand in another order.".replace("_", " ")
            yield comparison.change("reordered", sentence, EDITORIAL, way)


def _whole(comparison: Comparison, facet: Facet, at: Pointer, item: BaseModel, verb: str) -> Change:
    """Return the change of an item that is there only before (``removed``) or only after (``added``)."""
    text = comparison.said(item)
    subject = f"{facet.noun} “{named(item, comparison.program)}”"
    sentence = f"{subject} is {'added' if verb == 'added' else 'taken out'}."
    before, after = ("", text) if verb == "added" else (text, "")
    return comparison.change(f"{facet.kind}-{verb}", sentence, facet.weight, at, before, after)


def _criterion(comparison: Comparison, facet: Facet, at: Pointer, before: object, after: object) -> Iterator[Change]:
    subject = f"{facet.noun} “{named(after, comparison.program)}”"
    found = list(details(before, after, at))
    described = [detail for detail in found if detail.at[len(at)] == "descriptors"]
    for detail in described:
        sentence = f"{subject}: the descriptor of “{detail.at[-1]}” is reworded."
        yield comparison.change("descriptor-reworded", sentence, facet.weight, detail.at, *comparison.both(detail))
    if rest := [detail for detail in found if detail not in described]:
        yield comparison.of_details("criterion-changed", subject, facet.weight, rest, at)


def _passing(comparison: Comparison) -> Iterator[Change]:
    before, after = (getattr(entry.spec, "rubric", None) for entry in (comparison.old, comparison.new))
    for field, noun in _PASSING.items():
        kind = "levels-changed" if field == "levels" else "passing-rule-changed"
        found = list(details(getattr(before, field, None), getattr(after, field, None), ("rubric", field), Rubric))
        if len(found) == 1 and found[0].at == ("rubric", field):
            words = comparison.both(found[0])
            yield comparison.change(kind, f"{noun} changes.", SUBSTANTIVE, found[0].at, *words)
        elif found:
            yield comparison.of_details(kind, noun, SUBSTANTIVE, found, ("rubric", field))


def _memberships(comparison: Comparison) -> Iterator[Change]:
    before, after = (getattr(entry.spec, "stacks", ()) for entry in (comparison.old, comparison.new))
    for i, j in matches(before, after):
        old: StackMembership | None = None if i is None else before[i]
        new: StackMembership | None = None if j is None else after[j]
        at: Pointer = ("stacks",) if j is None else ("stacks", j)
        if old != new:
            kind, sentence, stack = _membership(old, new)
            before_, after_ = (f"{each.role}, order {each.order}" if each else "" for each in (old, new))
            yield comparison.change(kind, sentence, NOTABLE, at, before_, after_, (stack,))


def _membership(old: StackMembership | None, new: StackMembership | None) -> tuple[str, str, str]:
    """Return the kind of change, the sentence and the stack."""
    if new is None:
        stack = old.stack if old else ""
        return "stack-left", f"It leaves the stack “{stack}”.", stack
    if old is None:
        return "stack-joined", f"It joins the stack “{new.stack}” ({new.role}).", new.stack
    if old.role != new.role:
        sentence = f"In the stack “{new.stack}” it is {new.role} now (it was {old.role})."
        return "stack-role-changed", sentence, new.stack
    return "stack-order-changed", f"Its place in the stack “{new.stack}” changes.", new.stack


def _own_policy(comparison: Comparison) -> Iterator[Change]:
    """Yield what the spec itself says otherwise about the policies that it inherits."""
    for block in INHERITED_FIELDS:
        before, after = (getattr(entry.spec, block, None) for entry in (comparison.old, comparison.new))
        found = details(before, after, (block,), type(comparison.new.spec))
        if own := owned(found, comparison.old, comparison.new):
            subject = f"Its own “{block}”"
            yield comparison.of_details("policy-changed", subject, NOTABLE, own, (block,))


def _sections(comparison: Comparison) -> Iterator[Change]:
    old, new = ({part.title: part for part in entry.sections} for entry in (comparison.old, comparison.new))
    for title in dict.fromkeys((*old, *new)):
        before, after = (part[title].markdown if title in part else "" for part in (old, new))
        if not same(before, after):
            word = "is rewritten" if before and after else "is added" if after else "is taken out"
            weight = _SECTIONS.get(title, EDITORIAL)
            yield comparison.change("text-changed", f"The section “{title}” {word}.", weight, (), before, after)


def _record(comparison: Comparison) -> Iterator[Change]:
    for field in _RECORD:
        before, after = (getattr(entry.spec, field, None) for entry in (comparison.old, comparison.new))
        if found := list(details(before, after, (field,))):
            yield comparison.of_details("record-changed", f"The record “{field}”", EDITORIAL, found, (field,))


def _at(spec: Spec, way: Pointer) -> tuple[BaseModel, ...]:
    """Return the list at *way*; an empty one where such a spec has none."""
    found: Any = spec
    for step in way:
        found = getattr(found, str(step), ())
    return found or ()
