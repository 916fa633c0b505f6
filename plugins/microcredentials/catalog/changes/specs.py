"""Compare one spec before and after a change, field by field; no field is left out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from pydantic import BaseModel

from ...model.evidence import Rubric
from ...model.program import Program
from ...model.spec import Spec, StackMembership
from ...reading.problem import Pointer
from ..entry import INHERITED_FIELDS, Entry
from ._comparison import Comparison, only_own
from ._differences import find_differences, is_same, match_items
from ._life import compare_life
from .change import Change, ChangeKind, Significance
from .formatting import change_verb, item_name

SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL

_REQUIREMENTS = (
    "competency", "key_method", "method_components", "evidence", "rubric", "outcome", "electives_min", "capstone",
)  # fmt: skip
"""The fields that say what educators are asked and how it is scored."""

_TEXTS = {
    "title": ChangeKind("title-changed", NOTABLE, "The title"),
    "summary": ChangeKind("summary-reworded", EDITORIAL, "The summary"),
    "competency": ChangeKind("competency-reworded", SUBSTANTIVE, "The competency"),
    "key_method": ChangeKind("key-method-reworded", SUBSTANTIVE, "The key method"),
    "outcome": ChangeKind("outcome-reworded", SUBSTANTIVE, "The outcome"),
    "rationale": ChangeKind("rationale-reworded", EDITORIAL, "The rationale"),
    "validity": ChangeKind("validity-changed", NOTABLE, "The period of validity"),
    "replaced_by": ChangeKind("succession-changed", NOTABLE, "Its replacement"),
    "replaces": ChangeKind("succession-changed", NOTABLE, "The spec that it replaces"),
    "aliases": ChangeKind("aliases-changed", EDITORIAL, "The list of former names"),
    "tags": ChangeKind("facets-changed", EDITORIAL, "The list of keywords"),
    "subjects": ChangeKind("facets-changed", NOTABLE, "The list of subjects"),
    "grade_bands": ChangeKind("facets-changed", NOTABLE, "The list of grade bands"),
    "educator_roles": ChangeKind("facets-changed", NOTABLE, "The list of educator roles"),
    "level": ChangeKind("facets-changed", NOTABLE, "The career level"),
    "requires_students": ChangeKind("facets-changed", NOTABLE, "Whether students are needed"),
    "requires_video": ChangeKind("facets-changed", NOTABLE, "Whether video is needed"),
    "prerequisites": ChangeKind("prerequisites-changed", NOTABLE, "The list of prerequisites"),
    "electives_min": ChangeKind("completion-changed", SUBSTANTIVE, "The required number of electives"),
}
_BLOCKS = {
    "effort": ChangeKind("effort-changed", NOTABLE, "The time it takes"),
    "cost": ChangeKind("cost-changed", NOTABLE, "The cost"),
    "capstone": ChangeKind("completion-changed", SUBSTANTIVE, "The capstone"),
}
_RECORD = ("authors", "reviews", "dates", "pilot", "attestations", "changelog")
_LISTS: dict[Pointer, ChangeKind] = {
    ("method_components",): ChangeKind("component", SUBSTANTIVE, "The part of the method"),
    ("evidence", "overview"): ChangeKind("prompt", SUBSTANTIVE, "The overview question"),
    ("evidence", "artifacts"): ChangeKind("artifact", SUBSTANTIVE, "The artifact"),
    ("evidence", "reflection"): ChangeKind("prompt", SUBSTANTIVE, "The reflection question"),
    ("rubric", "criteria"): ChangeKind("criterion", SUBSTANTIVE, "The criterion"),
    ("alignment",): ChangeKind("alignment", NOTABLE, "The alignment to"),
    ("research",): ChangeKind("research", EDITORIAL, "The reference to"),
    ("resources",): ChangeKind("resource", EDITORIAL, "The resource"),
    ("currency",): ChangeKind("currency", NOTABLE, "The recognition"),
    ("portability",): ChangeKind("portability", NOTABLE, "The portability to"),
    ("waivers",): ChangeKind("waiver", NOTABLE, "The waiver of"),
}
"""The names of the items of each list; a verb completes the kind, as in ``artifact-added``."""

_PASSING = {"levels": "The list of levels", "passing_level": "The passing level",
            "decision_rule": "The decision rule", "points": "The scoring by points",
            "overview_passing": "What passes in the overview",
            "reflection_passing": "What passes in the reflection"}  # fmt: skip
_SECTIONS = {"Notes for assessors": NOTABLE}


def compare_specs(old: Entry[Spec], new: Entry[Spec], program: Program) -> Iterator[Change]:
    """Yield every change of one spec: first its life, then its requirements, then everything else."""
    comparison = Comparison(old, new, program)
    parts: tuple[Callable[[Comparison], Iterator[Change]], ...] = (
        compare_life, _compare_texts, _compare_lists, _compare_passing, _compare_blocks, _compare_memberships,
        _compare_policies, _compare_sections, _compare_record,
    )  # fmt: skip
    yield from chain.from_iterable(part(comparison) for part in parts)


def compare_requirements(old: Entry[Spec], new: Entry[Spec], program: Program) -> Iterator[Change]:
    """Yield the changes of what educators are asked and how it is scored."""
    parts = (_compare_texts, _compare_lists, _compare_passing, _compare_blocks)
    found = chain.from_iterable(part(Comparison(old, new, program)) for part in parts)
    return (change for change in found if change.at[:1] and change.at[0] in _REQUIREMENTS)


def _compare_texts(comparison: Comparison) -> Iterator[Change]:
    for field, kind in _TEXTS.items():
        before, after = comparison.values(field)
        if not is_same(before, after):
            words = (
                comparison.format(before, type(comparison.old.spec), field),
                comparison.format(after, type(comparison.new.spec), field),
            )
            verb = "is reworded" if kind.name.endswith("reworded") else "changes"
            sentence = f"{kind.noun} {verb if all(words) else 'is stated' if words[1] else 'is no longer stated'}."
            yield comparison.change(kind, sentence, (field,), words)


def _compare_blocks(comparison: Comparison) -> Iterator[Change]:
    for field, kind in _BLOCKS.items():
        if found := list(find_differences(*comparison.values(field), (field,))):
            yield comparison.summarize(kind, found, (field,))


def _compare_lists(comparison: Comparison) -> Iterator[Change]:
    for pointer, kind in _LISTS.items():
        before, after = _items(comparison.old.spec, pointer), _items(comparison.new.spec, pointer)
        matches = match_items(before, after)
        for i, j in matches:
            old, new = None if i is None else before[i], None if j is None else after[j]
            yield from _compare_items(comparison, kind, pointer if j is None else (*pointer, j), (old, new))
        order = [i for i, j in matches if i is not None and j is not None]
        if order != sorted(order):
            sentence = f"The items of “{pointer[-1]}” are in a different order.".replace("_", " ")
            yield comparison.change(ChangeKind("reordered", EDITORIAL), sentence, pointer)


def _compare_items(
    comparison: Comparison, kind: ChangeKind, at: Pointer, items: tuple[BaseModel | None, BaseModel | None]
) -> Iterator[Change]:
    """Yield the changes of one item of a list, which may be there only before or only after."""
    before, after = items
    verb, name = change_verb(before, after), item_name(after or before, comparison.program)
    own = replace(kind, name=f"{kind.name}-{verb}", noun=f"{kind.noun} “{name}”")
    if before is None or after is None:
        words = comparison.format(before), comparison.format(after)
        yield comparison.change(own, f"{own.noun} is {verb}.", at, words)
    elif kind.name == "criterion":
        yield from _compare_criterion(comparison, own, at, (before, after))
    elif found := list(find_differences(before, after, at)):
        yield comparison.summarize(own, found, at)


def _compare_criterion(
    comparison: Comparison, kind: ChangeKind, at: Pointer, criteria: tuple[BaseModel, BaseModel]
) -> Iterator[Change]:
    found = list(find_differences(*criteria, at))
    descriptors = [each for each in found if each.at[len(at)] == "descriptors"]
    for each in descriptors:
        sentence = f"{kind.noun}: the descriptor of “{each.at[-1]}” is reworded."
        yield comparison.change(replace(kind, name="descriptor-reworded"), sentence, each.at, comparison.words(each))
    if rest := [each for each in found if each not in descriptors]:
        yield comparison.summarize(kind, rest, at)


def _compare_passing(comparison: Comparison) -> Iterator[Change]:
    before, after = comparison.values("rubric")
    for field, noun in _PASSING.items():
        kind = ChangeKind("levels-changed" if field == "levels" else "passing-rule-changed", SUBSTANTIVE, noun)
        at: Pointer = ("rubric", field)
        found = list(find_differences(getattr(before, field, None), getattr(after, field, None), at, Rubric))
        if len(found) == 1 and found[0].at == at:
            yield comparison.change(kind, f"{noun} changes.", at, comparison.words(found[0]))
        elif found:
            yield comparison.summarize(kind, found, at)


def _compare_memberships(comparison: Comparison) -> Iterator[Change]:
    before, after = (values or () for values in comparison.values("stacks"))
    for i, j in match_items(before, after):
        old: StackMembership | None = None if i is None else before[i]
        new: StackMembership | None = None if j is None else after[j]
        if old != new:
            name, sentence, stack = _membership(old, new)
            at: Pointer = ("stacks",) if j is None else ("stacks", j)
            words = _membership_words(old), _membership_words(new)
            yield replace(comparison.change(ChangeKind(name, NOTABLE), sentence, at, words), reaches=(stack,))


def _membership_words(membership: StackMembership | None) -> str:
    return f"{membership.role}, order {membership.order}" if membership else ""


def _membership(old: StackMembership | None, new: StackMembership | None) -> tuple[str, str, str]:
    """Return the kind of change, the sentence and the stack."""
    if new is None:
        stack = old.stack if old else ""
        return "stack-left", f"It leaves the stack “{stack}”.", stack
    if old is None:
        return "stack-joined", f"It joins the stack “{new.stack}” ({new.role}).", new.stack
    if old.role != new.role:
        sentence = f"In the stack “{new.stack}”, it is now {new.role} (it was {old.role})."
        return "stack-role-changed", sentence, new.stack
    return "stack-order-changed", f"Its position in the stack “{new.stack}” changes.", new.stack


def _compare_policies(comparison: Comparison) -> Iterator[Change]:
    """Yield the changes of policies that the spec states itself in place of the inherited ones."""
    for block in INHERITED_FIELDS:
        found = find_differences(*comparison.values(block), (block,), type(comparison.new.spec))
        if own := only_own(found, comparison):
            yield comparison.summarize(ChangeKind("policy-changed", NOTABLE, f"Its own “{block}”"), own, (block,))


def _compare_sections(comparison: Comparison) -> Iterator[Change]:
    old, new = ({part.title: part.markdown for part in e.sections} for e in (comparison.old, comparison.new))
    for title in dict.fromkeys((*old, *new)):
        before, after = old.get(title, ""), new.get(title, "")
        if not is_same(before, after):
            verb = "rewritten" if before and after else change_verb(before, after)
            kind = ChangeKind("text-changed", _SECTIONS.get(title, EDITORIAL))
            yield comparison.change(kind, f"The section “{title}” is {verb}.", words=(before, after))


def _compare_record(comparison: Comparison) -> Iterator[Change]:
    for field in _RECORD:
        if found := list(find_differences(*comparison.values(field), (field,))):
            kind = ChangeKind("record-changed", EDITORIAL, f"The record “{field}”")
            yield comparison.summarize(kind, found, (field,))


def _items(spec: Spec, pointer: Pointer) -> tuple[BaseModel, ...]:
    """Return the list at *pointer*; an empty one if such a spec has none."""
    found: Any = spec
    for step in pointer:
        found = getattr(found, str(step), ())
    return found or ()
