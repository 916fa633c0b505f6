"""From a source to an entry: shape, body, and the values a spec takes from its program."""

from collections.abc import Iterator, Mapping
from typing import Any

from .catalog import INHERITED, Entry, Guide, Section
from .fields import Model, Text
from .markdown import Heading, blocks, hazards, headings
from .model import MicroCredential, Spec, Stack
from .problem import Problem, Related
from .shape import fit, repeated_ids, without_nulls
from .source import Source
from .text import Span

KINDS: dict[str, type[Spec]] = {"credentials": MicroCredential, "stacks": Stack}
SECTIONS = {
    "credentials": ("About this micro-credential", "Key method in practice", "Supporting rationale", "Notes for assessors"),
    "stacks": ("About this stack",),
}
"""The headings a body may have, in their order."""

_SERIOUS = ("FM-14", "FM-15", "FM-16")  # only warn: the file can be judged all the same


def parse(source: Source, context: Mapping[str, Any], inherited: Mapping[str, Any], home: Source | None = None) -> Entry[Spec]:
    """Return the entry of one spec file.

    ``context`` holds the vocabularies, ``inherited`` what ``program.yml`` (*home*) states for every spec.
    """
    kind = source.path.parts[0]
    if not source.readable:
        return Entry(source, None, source.problems, program_source=home)
    body, sections = _body(source, kind)
    own = without_nulls(source.data)
    merged = _merge({key: inherited[key] for key in INHERITED if key in inherited and key in KINDS[kind].model_fields}, own)
    node, shape = fit(KINDS[kind], merged, context)
    problems = _without_echoes(source, (*source.problems, *shape, *_same_ids(own), *body))
    broken = any(problem.rule not in _SERIOUS for problem in problems)
    return Entry(source, None if broken else node, problems, sections, home)


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return *above* laid over *below*: blocks merge key by key at every depth, anything else replaces."""
    merged = dict(below)
    for key, value in above.items():
        lower = merged.get(key)
        merged[key] = _merge(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return merged


def _without_echoes(source: Source, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Drop the warning about an ambiguous scalar where its shape is refused anyway."""
    refused = {source.span(problem.at) for problem in problems if problem.rule.startswith("SC")}
    return tuple(problem for problem in problems if problem.rule != "FM-16" or problem.span not in refused)


def _same_ids(data: Mapping[str, Any]) -> Iterator[Problem]:
    first: dict[str, tuple[str | int, ...]] = {}
    for name, pointer in repeated_ids(data):
        if name in first:
            message = f"The id “{name}” is used twice in this spec."
            yield Problem(pointer, message, "Give one of the two another id.", "SC-06",
                          related=(Related("first here", first[name]),))  # fmt: skip
        else:
            first[name] = pointer


def _body(source: Source, kind: str) -> tuple[tuple[Problem, ...], tuple[Section, ...]]:
    tokens = blocks(source.body)
    found = list(headings(tokens))
    problems = [_hazard(source, hazard.line, hazard.message, hazard.advice) for hazard in hazards(tokens)]
    problems += _heading_problems(source, found, SECTIONS[kind])
    return tuple(problems), tuple(_sections(source, [heading for heading in found if heading.level == 2]))


def _hazard(source: Source, line: int, message: str, advice: str, rule: str = "FM-19") -> Problem:
    start = _offset(source, line)
    return Problem((), message, advice, rule, Span(start, start + max(1, len(source.text.line(_row(source, line))))))


def _row(source: Source, line: int) -> int:
    return source.text.position(source.body_start).line + line


def _offset(source: Source, line: int) -> int:
    return source.text.offset(_row(source, line))


def _sections(source: Source, found: list[Heading]) -> Iterator[Section]:
    ends = [heading.line for heading in found[1:]] + [None]
    lines = source.body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for heading, end in zip(found, ends, strict=False):  # without headings there is an end too many
        yield Section(heading.title, "\n".join(lines[heading.line + 1 : end]).strip(), _offset(source, heading.line))


def _heading_problems(source: Source, found: list[Heading], allowed: tuple[str, ...]) -> Iterator[Problem]:
    last = -1
    for heading in found:
        if heading.level == 1 or (heading.level == 2 and heading.title not in allowed):
            choice = "; ".join(allowed)
            message = f"“{heading.title}” is not one of this page's sections."
            yield _hazard(source, heading.line, message, f"Use “## ” with one of: {choice}. “### ” is free.", "SC-09")
        elif heading.level == 2:
            place = allowed.index(heading.title)
            if place <= last:
                message = f"The section “{heading.title}” stands in the wrong place, or twice."
                yield _hazard(source, heading.line, message, f"The order is: {'; '.join(allowed)}.", "SC-10")
            last = max(last, place)


class GuideFields(Model):
    """The front matter of a guide page."""

    title: Text
    description: Text


def parse_guide(source: Source) -> tuple[Entry[Spec], Guide | None]:
    """Return a guide page, or None with the problems that keep it from being published."""
    if not source.readable:
        return Entry(source, None, source.problems), None
    tokens = blocks(source.body)
    fields, shape = fit(GuideFields, without_nulls(source.data), {})
    found = [_hazard(source, hazard.line, hazard.message, hazard.advice) for hazard in hazards(tokens)]
    entry: Entry[Spec] = Entry(source, None, (*source.problems, *shape, *found))
    if fields is None or found:
        return entry, None
    return entry, Guide(source.path, fields.title, fields.description, source.body)
