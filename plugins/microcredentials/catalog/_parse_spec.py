"""From a source to an entry: the spec with the values it inherits, the sections of its body, and its problems."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model.fields import Model, Text
from ..model.sections import BODY_HEADINGS
from ..model.spec import Spec
from ..reading.markdown.problems import ProseProblem, find_prose_problems
from ..reading.markdown.prose import Heading, find_headings
from ..reading.problem import Pointer, Problem, Related, limit_problems
from ..reading.source import Source
from ..reading.text import LINE_END, Span
from ._parse_program import SpecContext
from ._shape import drop_nulls, find_blocks, find_ids, fit, is_harmful
from .entry import INHERITED_FIELDS, Entry, Section
from .layout import SPEC_FOLDERS
from .nodes import Guide, KeptVersion


def parse_spec(source: Source, context: SpecContext, folder: str = "") -> Entry[Spec]:
    """Return the entry of a spec file; *folder* decides which kind of spec it is (default: its own folder)."""
    folder = folder or source.path.parts[0]
    if not source.is_readable:
        return Entry(source, None, source.problems, program_source=context.source)
    inside = tuple(find_blocks(source.data))  # copying is slow and rarely necessary
    own = drop_nulls(source.data) if any(None in block.values() for block in inside) else source.data
    model = SPEC_FOLDERS[folder]
    shaped = fit(model, _merge(_inherited(model, context), own), context.choices, typed_text=source.typed_text)
    headings = list(find_headings(source.prose.blocks))
    body = (*_prose_problems(source), *limit_problems(_heading_problems(source, headings, BODY_HEADINGS[folder])))
    problems = _without_echoes((*source.problems, *shaped.problems, *_repeated_ids(own, inside), *body))
    node = None if any(map(is_harmful, problems)) else shaped.node
    sections = tuple(_sections(source, [heading for heading in headings if heading.level == 2]))
    return Entry(source, node, problems, sections, context.source, shaped.unwritten)


def parse_kept_version(source: Source, context: SpecContext) -> Entry[KeptVersion]:
    """Return the entry of a former version that is kept."""
    is_stack = "outcome" in source.data and "competency" not in source.data
    entry = parse_spec(source, context, "stacks" if is_stack else "credentials")
    kept = KeptVersion(source.path.parts[1], entry.node) if entry.node else None
    return Entry(source, kept, entry.problems, entry.sections, context.source, entry.unwritten)


def _inherited(model: type[Spec], context: SpecContext) -> dict[str, Any]:
    fields = (name for name in INHERITED_FIELDS if name in context.inherited and name in model.model_fields)
    return {name: context.inherited[name] for name in fields}


def _merge(inherited: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return *inherited* with *own*: blocks merge field by field at every depth; any other own value replaces it."""
    merged = dict(inherited)
    for key, value in own.items():
        lower = merged.get(key)
        merged[key] = _merge(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return merged


def _without_echoes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Drop problems that only repeat a different problem of the same field.

    A value that could not be read has no shape to judge, and one of the wrong shape needs no warning about quotes.
    """
    unread = {problem.at for problem in problems if problem.rule.startswith("FM") and is_harmful(problem)}
    misshapen = {problem.at for problem in problems if problem.rule.startswith("SC")}
    return tuple(problem for problem in problems if not _is_echo(problem, unread - {()}, misshapen))


def _is_echo(problem: Problem, unread: set[Pointer], misshapen: set[Pointer]) -> bool:
    if problem.rule == "FM-16":
        return problem.at in misshapen
    at = problem.at
    return problem.rule.startswith("SC") and any(at[: len(other)] == other[: len(at)] for other in unread if at)


def _repeated_ids(data: Mapping[str, Any], inside: Iterable[dict[str, Any]]) -> Iterator[Problem]:
    stated = [block["id"] for block in inside if isinstance(block.get("id"), str)]
    first: dict[str, Pointer] = {}
    for name, pointer in find_ids(data) if len(set(stated)) < len(stated) else ():
        if name in first:
            message = f"The id “{name[:60]}” is used twice in this spec."
            related = (Related("first here", first[name]),)
            yield Problem(pointer, message, "Give one of the two a new id.", "SC-06", related=related)
        else:
            first[name] = pointer


def _prose_problems(source: Source, pictures: bool = False) -> Iterator[Problem]:
    return limit_problems(_on_line(source, problem, "FM-19") for problem in find_prose_problems(source.prose, pictures))


def _on_line(source: Source, found: ProseProblem, rule: str) -> Problem:
    """Return the problem *found* at a line of the body."""
    row = source.text.position(source.body_start).line + found.line
    start = source.text.line_start(row)
    return Problem((), found.message, found.advice, rule, Span(start, start + max(1, len(source.text.line(row)))))


def _sections(source: Source, headings: list[Heading]) -> Iterator[Section]:
    lines = LINE_END.split(source.body)
    for i, heading in enumerate(headings):
        end = headings[i + 1].line if i + 1 < len(headings) else None
        text = "\n".join(lines[heading.line + 1 : end]).strip()
        yield Section(heading.title, text, source.body_offset(heading.line))


def _heading_problems(source: Source, headings: list[Heading], allowed: tuple[str, ...]) -> Iterator[Problem]:
    last = -1
    for heading in headings:
        if heading.level == 1 or (heading.level == 2 and heading.title not in allowed):
            message = f"“{heading.title[:60]}” is not one of this page's sections."
            advice = f"Use “## ” with one of: {'; '.join(allowed)}. After “### ”, any words are allowed."
            yield _on_line(source, ProseProblem(heading.line, message, advice), "SC-09")
        elif heading.level == 2:
            position = allowed.index(heading.title)
            if position <= last:
                message = f"The section “{heading.title}” is in the wrong place, or is there twice."
                advice = f"The order is: {'; '.join(allowed)}."
                yield _on_line(source, ProseProblem(heading.line, message, advice), "SC-10")
            last = max(last, position)


class GuideFields(Model):
    """The front matter of a guide."""

    title: Text
    description: Text


def parse_guide(source: Source) -> Entry[Guide]:
    """Return the entry of a guide."""
    if not source.is_readable:
        return Entry(source, None, source.problems)
    shaped = fit(GuideFields, drop_nulls(source.data), {}, typed_text=source.typed_text)
    problems = (*source.problems, *shaped.problems, *_prose_problems(source, pictures=True))
    if shaped.node is None or any(map(is_harmful, problems)):
        return Entry(source, None, problems)
    return Entry(source, Guide(source.path, shaped.node.title, shaped.node.description, source.body), problems)
