"""Rules, their settings and their word lists, as ``quality.yml``, crosswalks and waivers name them.

A wrong name would silently have no effect, so it is a problem.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.program import Program
from ..model.quality import Crosswalk, Quality, WordList
from ..model.record import Waiver
from ..model.wording import join_items
from ..reading.phrases import Phrases, phrase_key
from ..reading.problem import Pointer, Problem
from ..reading.suggest import suggest
from .finding import Rule

Rules = Mapping[str, Rule]

_QUALITY = PurePosixPath("program/quality.yml")
_CROSSWALKS = PurePosixPath("program/standards")


def find_name_problems(entry: Entry[Node], program: Program, rules: Rules) -> Iterator[Problem]:
    """Yield the problems of *entry*: names that none of *rules* has (SC-04), and settings of the wrong type (SC-02)."""
    path = entry.source.path
    if entry.node is not None:
        yield from _waiver_names(entry.node.waivers, rules)
    elif path == _QUALITY and program.quality is not None:
        yield from _quality_names(program.quality, rules)
    elif path.parent == _CROSSWALKS and program.crosswalks and path.stem in program.crosswalks:
        yield from _clause_names(program.crosswalks[path.stem], rules)


def collect_settings(quality: Quality, rules: Rules) -> dict[str, dict[str, Any]]:
    """Return the settings of each rule by its id, with the changes in *quality*.

    A change to a setting that the rule does not have, or of the wrong type, has no effect; ``find_name_problems``
    reports it.
    """
    return {id: _settings(rule, quality.settings.get(id, {})) for id, rule in rules.items()}


def collect_word_lists(quality: Quality, rules: Rules) -> dict[str, Phrases]:
    """Return the word lists of all *rules* by name, with the changes in *quality*."""
    changes = quality.word_lists
    return {
        name: Phrases(changes[name].apply_to(own) if name in changes else own) for name, own in _lists(rules).items()
    }


def _settings(rule: Rule, changed: Mapping[str, Any]) -> dict[str, Any]:
    usable = {name: value for name, value in changed.items() if not _setting_problems(rule, name, value)}
    return {**rule.settings, **usable}


def _lists(rules: Rules) -> dict[str, Mapping[str, str]]:
    return {name: own for rule in rules.values() for name, own in rule.word_lists.items()}


def _quality_names(quality: Quality, rules: Rules) -> Iterator[Problem]:
    for id in quality.severities:
        yield from _changeable(id, ("severities", id), "changed", rules, on_name=True)
    for id, changed in quality.settings.items():
        yield from _known(id, ("settings", id), rules, on_name=True)
        for name, value in changed.items() if id in rules else ():
            yield from _setting_problems(rules[id], name, value)
    yield from _word_list_names(quality.word_lists, rules)
    yield from _waiver_names(quality.waivers, rules)


def _word_list_names(changed: Mapping[str, WordList], rules: Rules) -> Iterator[Problem]:
    lists = _lists(rules)
    for name, change in changed.items():
        if name not in lists:
            message = f"There is no word list “{name[:40]}”."
            yield Problem(("word_lists", name), message, suggest(name, lists), "SC-04", on_name=True)
            continue
        known = {phrase_key(phrase): phrase for phrase in change.base_phrases(lists[name])}
        for i, phrase in enumerate(change.remove):
            if phrase_key(phrase) not in known:
                message = f"“{phrase[:40]}” is not in the list “{name}”."
                yield Problem(("word_lists", name, "remove", i), message, suggest(phrase, known.values()), "SC-04")


def _clause_names(crosswalk: Crosswalk, rules: Rules) -> Iterator[Problem]:
    for i, clause in enumerate(crosswalk.clauses):
        for j, id in enumerate(clause.rules):
            yield from _known(id, ("clauses", i, "rules", j), rules)


def _waiver_names(waivers: Iterable[Waiver], rules: Rules) -> Iterator[Problem]:
    for i, waiver in enumerate(waivers):
        yield from _changeable(waiver.rule, ("waivers", i, "rule"), "waived", rules)


def _changeable(id: str, at: Pointer, what: str, rules: Rules, on_name: bool = False) -> Iterator[Problem]:
    """Yield the problem of a rule that does not exist, or that a state may not change or waive."""
    if id in rules and not rules[id].waivable:
        message = f"{id} cannot be {what}: it decides whether a file can be read."
        yield Problem(at, message, "Delete this, and fix what the rule finds.", "SC-04", on_name=on_name)
    yield from _known(id, at, rules, on_name)


def _known(id: str, at: Pointer, rules: Rules, on_name: bool = False) -> Iterator[Problem]:
    if id not in rules:
        advice = suggest(id, [each for each in rules if each[:2] == id[:2].upper()] or rules)
        yield Problem(at, f"There is no rule “{id[:40]}”.", advice, "SC-04", on_name=on_name)


def _setting_problems(rule: Rule, name: str, value: object) -> tuple[Problem, ...]:
    at = ("settings", rule.id, name)
    if name not in rule.settings:
        advice = suggest(name, rule.settings) if rule.settings else "This rule has no settings."
        return (Problem(at, f"{rule.id} has no setting “{name[:40]}”.", advice, "SC-04", on_name=True),)
    if not _is_like(rule.settings[name], value):
        message = f"“{name}” of {rule.id} must be {_kind(rule.settings[name])}."
        return (Problem(at, message, f"The default is {rule.settings[name]}.", "SC-02"),)
    return ()


def _is_like(default: object, value: object) -> bool:
    """Return whether *value* can replace *default*: both have the same type, and so do the parts of a block."""
    if isinstance(default, dict):
        number = next(iter(default.values()))
        return isinstance(value, dict) and all(_is_like(number, part) for part in value.values())
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(default)


def _kind(default: object) -> str:
    kinds = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list"}
    if isinstance(default, dict):
        return f"a block of numbers, such as {join_items(list(default))}"
    return kinds.get(type(default), "a value like the default")
