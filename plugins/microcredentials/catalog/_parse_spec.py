"""From a source to an entry: shape, body, and the values a spec takes from its program."""

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
from ._shape import ONLY_WARN, blocks, fit, ids, without_nulls
from .catalog import INHERITED, Entry, Section
from .layout import KINDS
from .nodes import Guide, KeptVersion


def parse(
    source: Source, context: Mapping[str, Any], inherited: Mapping[str, Any], home: Source | None = None, kind: str = ""
) -> Entry[Spec]:
    """Return the entry of one spec file.

    ``context`` holds the vocabularies, ``inherited`` what ``program.yml`` (*home*) states for every spec. ``kind`` is
    the folder whose specs it is like, where it stands in another one.
    """
    kind = kind or source.path.parts[0]
    if not source.is_readable:
        return Entry(source, None, source.problems, program_source=home)
    inside = tuple(blocks(source.data))  # it is far quicker to see that there is nothing to do than to do it
    own = without_nulls(source.data) if any(None in block.values() for block in inside) else source.data
    merged = _merge(
        {key: inherited[key] for key in INHERITED if key in inherited and key in KINDS[kind].model_fields}, own
    )
    shaped = fit(KINDS[kind], merged, context, written=source.typed_text)
    found = list(find_headings(source.prose.blocks))
    body = (*_hazards(source), *limit_problems(_heading_problems(source, found, BODY_HEADINGS[kind])))
    problems = _without_echoes((*source.problems, *shaped.problems, *_same_ids(own, inside), *body))
    node = None if broken(problems) else shaped.node
    sections = tuple(_sections(source, [heading for heading in found if heading.level == 2]))
    return Entry(source, node, problems, sections, home, shaped.unwritten)


def parse_kept(
    source: Source, context: Mapping[str, Any], inherited: Mapping[str, Any], home: Source | None = None
) -> Entry[KeptVersion]:
    """Return the entry of a version that was published and has been superseded; arguments as for ``parse``."""
    is_stack = "outcome" in source.data and "competency" not in source.data
    entry = parse(source, context, inherited, home, "stacks" if is_stack else "credentials")
    kept = KeptVersion(source.path.parts[1], entry.node) if entry.node else None
    return Entry(source, kept, entry.problems, entry.sections, home, entry.unwritten)


def broken(problems: tuple[Problem, ...]) -> bool:
    """Say whether *problems* keep a file from being judged and published."""
    return any(problem.rule not in ONLY_WARN for problem in problems)


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return *above* laid over *below*: blocks merge key by key at every depth, anything else replaces."""
    merged = dict(below)
    for key, value in above.items():
        lower = merged.get(key)
        merged[key] = _merge(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return merged


def _without_echoes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Drop what only repeats another problem of the same field.

    A value that reading refused has no shape, and one whose shape is refused need not be warned about.
    """
    unread = {problem.at for problem in problems if problem.rule.startswith("FM") and problem.rule not in ONLY_WARN}
    misshapen = {problem.at for problem in problems if problem.rule.startswith("SC")}
    return tuple(problem for problem in problems if not _is_echo(problem, unread - {()}, misshapen))


def _is_echo(problem: Problem, unread: set[Pointer], misshapen: set[Pointer]) -> bool:
    if problem.rule == "FM-16":
        return problem.at in misshapen
    at = problem.at
    return problem.rule.startswith("SC") and any(at[: len(place)] == place[: len(at)] for place in unread if at)


def _same_ids(data: Mapping[str, Any], inside: Iterable[dict[str, Any]]) -> Iterator[Problem]:
    named = [block["id"] for block in inside if isinstance(block.get("id"), str)]
    first: dict[str, Pointer] = {}
    for name, pointer in ids(data) if len(set(named)) < len(named) else ():
        if name in first:
            message = f"The id “{name[:60]}” is used twice in this spec."
            related = (Related("first here", first[name]),)
            yield Problem(pointer, message, "Give one of the two another id.", "SC-06", related=related)
        else:
            first[name] = pointer


def _hazards(source: Source, pictures: bool = False) -> Iterator[Problem]:
    return limit_problems(_on_line(source, hazard, "FM-19") for hazard in find_prose_problems(source.prose, pictures))


def _on_line(source: Source, found: ProseProblem, rule: str) -> Problem:
    """Return a problem that marks a line of the body."""
    row = source.text.position(source.body_start).line + found.line
    start = source.text.line_start(row)
    return Problem((), found.message, found.advice, rule, Span(start, start + max(1, len(source.text.line(row)))))


def _sections(source: Source, found: list[Heading]) -> Iterator[Section]:
    lines = LINE_END.split(source.body)
    for i, heading in enumerate(found):
        end = found[i + 1].line if i + 1 < len(found) else None
        text = "\n".join(lines[heading.line + 1 : end]).strip()
        yield Section(heading.title, text, source.body_offset(heading.line))


def _heading_problems(source: Source, found: list[Heading], allowed: tuple[str, ...]) -> Iterator[Problem]:
    last = -1
    for heading in found:
        if heading.level == 1 or (heading.level == 2 and heading.title not in allowed):
            message = f"“{heading.title[:60]}” is not one of this page's sections."
            advice = f"Use “## ” with one of: {'; '.join(allowed)}. “### ” is free."
            yield _on_line(source, ProseProblem(heading.line, message, advice), "SC-09")
        elif heading.level == 2:
            place = allowed.index(heading.title)
            if place <= last:
                message = f"The section “{heading.title}” stands in the wrong place, or twice."
                advice = f"The order is: {'; '.join(allowed)}."
                yield _on_line(source, ProseProblem(heading.line, message, advice), "SC-10")
            last = max(last, place)


class GuideFields(Model):
    """The front matter of a guide page."""

    title: Text
    description: Text


def parse_guide(source: Source) -> Entry[Guide]:
    """Return the entry of one guide page."""
    if not source.is_readable:
        return Entry(source, None, source.problems)
    shaped = fit(GuideFields, without_nulls(source.data), {}, written=source.typed_text)
    problems = (*source.problems, *shaped.problems, *_hazards(source, pictures=True))
    if shaped.node is None or broken(problems):
        return Entry(source, None, problems)
    return Entry(source, Guide(source.path, shaped.node.title, shaped.node.description, source.body), problems)
