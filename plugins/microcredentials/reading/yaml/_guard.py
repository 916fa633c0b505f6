"""Refuse YAML that could mislead a reader or crash the parser, before any node is composed.

PyYAML's C parser ends the whole process at a nesting of about 25,000 levels, and an alias can turn a small file into
millions of values. Events, unlike nodes, are read one by one and are safe at any depth.
"""

import re
from collections.abc import Iterator

import yaml

from ..problem import Problem, limit_problems
from ..text import Span

MAX_DEPTH = 20

EventLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_SIGNS = ("&", "*", "!", "<<", "\n---", "\n...", "\n%", "\r---", "\r...", "\r%")
_SPECIAL = re.compile(r"(?:\A|[\s\[{,:-])(?:[&*]\S|!)|<<\s*:|[\r\n](?:---|\.\.\.|%)")
_SAFE_NESTING = 200  # far below the depth at which any parser fails, and above the depth of any file written by hand
_DEEP_BLOCKS = re.compile(rf"[ \t?:-]{{{_SAFE_NESTING}}}")  # indentation, or several dashes in a row

_SPECIAL_ADVICE = "If the text should start with this character, put the whole text in quotes."


def guard(block: str, base: int) -> tuple[Problem, ...]:
    """Return the problems that forbid composing *block*; ``base`` is its offset in the file.

    Reading the events costs more than composing, so it is done only for a block with a suspicious character.
    """
    special = any(sign in block for sign in _SIGNS) and _SPECIAL.search(block)
    if special or _may_nest_deeply(block):
        return tuple(limit_problems(_refusals(block, base)))
    return ()


def _may_nest_deeply(block: str) -> bool:
    """Estimate, without parsing the block, whether values may be nested deeper than is safe."""
    return block.count("[") + block.count("{") > _SAFE_NESTING or _DEEP_BLOCKS.search(block) is not None


def _refusals(block: str, base: int) -> Iterator[Problem]:
    loader = EventLoader(block)
    depth, documents = 0, 0
    try:
        for event in iter(loader.get_event, None):
            span = Span(base + event.start_mark.index, base + event.end_mark.index)
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH + 1:  # the outermost block is not a level
                yield make_depth_problem(span)
                return
            if documents > 1:
                yield make_second_document_problem(span)
                return
            yield from _special(event, span)
    except yaml.YAMLError:
        return  # composing reports it better
    finally:
        loader.dispose()


def make_depth_problem(span: Span) -> Problem:
    """Return the problem of values that are nested too deeply."""
    message = f"Values are nested more than {MAX_DEPTH} levels deep."
    return Problem((), message, "A spec needs at most six levels.", "FM-11", span)


def make_size_problem(span: Span) -> Problem:
    """Return the problem of a file with more values than a spec can need."""
    return Problem((), "The file has too many values.", "Write one micro-credential per file.", "FM-11", span)


def make_second_document_problem(span: Span) -> Problem:
    """Return the problem of a second YAML document in one file."""
    advice = "Delete the line of dashes or dots above it, so that all fields are together."
    return Problem((), "A second YAML document begins here.", advice, "FM-17", span)


def _special(event: yaml.Event, span: Span) -> Iterator[Problem]:
    if isinstance(event, yaml.AliasEvent):
        message = "“*” refers to another value (an alias), which is not allowed."
        yield Problem((), message, _SPECIAL_ADVICE, "FM-09", span)
    elif getattr(event, "anchor", None):
        message = "“&” names a value (an anchor), which is not allowed."
        yield Problem((), message, _SPECIAL_ADVICE, "FM-09", span)
    elif getattr(event, "tag", None) is not None:
        message = "“!” gives the value a type (a tag), which is not allowed."
        yield Problem((), message, _SPECIAL_ADVICE, "FM-10", span)
    elif isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
        message = "“<<” merges other values into this block, which is not allowed."
        yield Problem((), message, "Write the values out.", "FM-09", span)
