"""Refuse YAML that could mislead a reader or bring the parser down, before anything is composed.

PyYAML's C parser ends the whole process at a nesting of about 25,000, and an alias can make a small file
stand for millions of values. Events, unlike composed nodes, are read one by one and are safe at any depth.
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
_SAFE_NESTING = 200  # far below the depth at which any parser fails, and above any honest file
_DEEP_BLOCKS = re.compile(rf"[ \t?:-]{{{_SAFE_NESTING}}}")  # indentation, or signs of items one after another

_SPECIAL_ADVICE = "If the text should start with this character, put the whole text in quotes."


def guard(block: str, base: int) -> tuple[Problem, ...]:
    """Return what forbids composing *block*; ``base`` is its offset in the file.

    The walk over events costs more than composing, so it runs only on a block that shows a sign of trouble.
    """
    special = any(sign in block for sign in _SIGNS) and _SPECIAL.search(block)
    if special or _may_nest_deeply(block):
        return tuple(limit_problems(_refusals(block, base)))
    return ()


def _may_nest_deeply(block: str) -> bool:
    """Say, without parsing, whether values could be nested deeper than is safe."""
    return block.count("[") + block.count("{") > _SAFE_NESTING or _DEEP_BLOCKS.search(block) is not None


def _refusals(block: str, base: int) -> Iterator[Problem]:
    loader = EventLoader(block)
    depth, documents = 0, 0
    try:
        for event in iter(loader.get_event, None):
            span = Span(base + event.start_mark.index, base + event.end_mark.index)
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                yield depth_problem(span)
                return
            if documents > 1:
                yield second_document_problem(span)
                return
            yield from _special(event, span)
    except yaml.YAMLError:
        return  # composing will say it better
    finally:
        loader.dispose()


def depth_problem(span: Span) -> Problem:
    """Return the problem of values in values in values."""
    message = f"Values are nested more than {MAX_DEPTH} deep."
    return Problem((), message, "A spec needs at most six levels.", "FM-11", span)


def size_problem(span: Span) -> Problem:
    """Return the problem of more values than a form could hold."""
    return Problem((), "The file holds too many values.", "Keep one micro-credential in a file.", "FM-11", span)


def second_document_problem(span: Span) -> Problem:
    """Return the problem of a second YAML document in one file."""
    advice = "Delete the line of dashes or dots above it, so that all fields stand together."
    return Problem((), "A second YAML document begins here.", advice, "FM-17", span)


def _special(event: yaml.Event, span: Span) -> Iterator[Problem]:
    if isinstance(event, yaml.AliasEvent):
        yield Problem((), "“*” refers to another value here (an alias).", _SPECIAL_ADVICE, "FM-09", span)
    elif getattr(event, "anchor", None):
        yield Problem((), "“&” names a value here (an anchor).", _SPECIAL_ADVICE, "FM-09", span)
    elif getattr(event, "tag", None) is not None:
        yield Problem((), "“!” gives a type to the value here (a tag).", _SPECIAL_ADVICE, "FM-10", span)
    elif isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
        yield Problem((), "“<<” merges other values in here.", "Write the values out.", "FM-09", span)
