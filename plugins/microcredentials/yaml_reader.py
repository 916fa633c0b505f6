"""YAML with the place of every value: one parse gives the data and a tree that answers “where?”.

Scalars follow YAML 1.2, as web editors write them: ``no``, ``012``, ``10:30`` and dates stay the text that
their author wrote. What YAML would drop or change in silence becomes a problem.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .problem import Pointer, Problem, Related
from .text import Span
from .yaml_guard import MAX_DEPTH, EventLoader, guard
from .yaml_syntax import explain


_STR, _MAP, _SEQ = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"
_TYPED = re.compile(
    r"(?P<bool>true|True|TRUE|false|False|FALSE)|(?P<null>~|null|Null|NULL|)|(?P<int>[-+]?(?:0|[1-9][0-9]{0,17}))"
    r"|(?P<float>[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,2})?)"
)
_FIRST = frozenset("tTfF~nN-+0123456789")
_CONVERT = {
    "bool": lambda value: value.lower() == "true",
    "null": lambda _: None,
    "int": int,
    "float": float,
}


class Loader(EventLoader):  # type: ignore[misc, valid-type]
    """The C parser with the scalars of YAML 1.2's core schema, less hexadecimal, octal and infinities."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node; called by the parser for each one, so it takes the shortest way."""
        if kind is not yaml.ScalarNode:
            return _MAP if kind is yaml.MappingNode else _SEQ
        if not implicit[0] or (value and value[0] not in _FIRST):
            return _STR
        found = _TYPED.fullmatch(value)
        return found.lastgroup or _STR if found else _STR

    def descend_resolver(self, *_: object) -> None:
        """Skip path resolvers, which nobody uses."""

    ascend_resolver = descend_resolver


# What YAML 1.1 readers turn into a boolean, an octal or a base-60 number. Dates are left out: this tool and
# web editors agree on them.
_AMBIGUOUS = re.compile(
    r"^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|[-+]?0[0-7]+|[-+]?[0-9]+(?::[0-5]?[0-9])+"
    r"|[-+]?[0-9][0-9]*_[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$"
)


@dataclass(frozen=True)
class Yaml:
    """Data and the node tree it was made from; ``base`` is the offset of the block in its file."""

    data: Any
    problems: tuple[Problem, ...]
    root: yaml.Node | None = field(default=None, repr=False)
    base: int = 0

    def find(self, pointer: Pointer) -> tuple[yaml.Node | None, yaml.Node | None, int]:
        """Return the key node, the value node and how many steps of *pointer* are written in the file."""
        key, node = None, self.root
        for depth, step in enumerate(pointer):
            found = _child(node, step)
            if found is None:
                return key, node, depth
            key, node = found
        return key, node, len(pointer)

    def span(self, pointer: Pointer) -> Span:
        """Return where *pointer* stands: its value, or the key of its nearest written parent when it is missing."""
        key, node, depth = self.find(pointer)
        if node is None or (pointer and depth == 0):
            return Span(0, 3 if self.base else 1)  # the fence above the front matter, or the beginning of a data file
        if depth == len(pointer) and node.start_mark.index < node.end_mark.index:
            return self.place(node)
        return self.place(key or _first_leaf(node))

    def place(self, node: yaml.Node) -> Span:
        """Return the span of *node* in the file."""
        return Span(self.base + node.start_mark.index, self.base + node.end_mark.index)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _first_leaf(node: yaml.Node) -> yaml.Node:
    """Return the first written scalar of a collection, which stands for it in a message."""
    while isinstance(node, yaml.CollectionNode) and node.value:
        node = node.value[0][0] if isinstance(node, yaml.MappingNode) else node.value[0]
    return node


def read_yaml(block: str, base: int = 0) -> Yaml:
    """Return the data of *block* with everything that reading it found; never raises for its content."""
    refused = guard(block, base)
    if refused:
        return Yaml(None, refused)
    loader = Loader(block)
    try:
        root = loader.get_single_node()
    except yaml.YAMLError as error:
        return Yaml(None, (explain(error, block, base),))
    finally:
        loader.dispose()
    builder = _Builder(block, base)
    return Yaml(builder.value(root, 0) if root else None, tuple(builder.problems), root, base)


class _Builder:
    """Turns nodes into data in one pass and notes what YAML itself would pass over in silence."""

    def __init__(self, block: str, base: int) -> None:
        self.block, self.base = block, base
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, depth: int) -> Any:
        if depth > MAX_DEPTH:
            self.note("FM-11", node, f"Values are nested more than {MAX_DEPTH} deep.", "A spec needs at most six levels.")
            return None
        if isinstance(node, yaml.MappingNode):
            return dict(self.items(node, depth))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        return self.scalar(node)

    def items(self, node: yaml.MappingNode, depth: int) -> Iterator[tuple[str, Any]]:
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != _STR:
                self.note("FM-08", key, "The name of a field must be plain text.", "Put the name in quotes.")
            elif key.value in seen:
                self.duplicate(key, seen[key.value])
            else:
                seen[key.value] = key
                yield key.value, self.value(value, depth + 1)

    def duplicate(self, key: yaml.ScalarNode, first: yaml.Node) -> None:
        message = f"“{key.value}” appears twice; one of the two would be lost."
        self.problems.append(
            Problem(
                (), message, "Keep one of them.", "FM-07", self.span(key), related=(Related("first here", (), self.span(first)),)
            )
        )

    def scalar(self, node: yaml.ScalarNode) -> Any:
        convert = _CONVERT.get(node.tag, str)
        if node.style or not (node.value or self.comment_follows(node)):
            return convert(node.value)
        if self.comment_follows(node):
            advice = "Put the text in quotes; before a comment leave two spaces."
            self.note("FM-12", node, "The text after “#” is lost: YAML reads it as a comment.", advice)
        elif _AMBIGUOUS.match(node.value):
            advice = f'Write "{node.value}" in quotes, or another word.'
            self.note("FM-16", node, f"“{node.value}” means different things to different programs.", advice)
        elif node.value[0] in "“”‘’„«":
            advice = "Use straight quotes, or none."
            self.note("FM-15", node, "The curly quotes become part of the text.", advice)
        return convert(node.value)

    def comment_follows(self, node: yaml.ScalarNode) -> bool:
        """Say whether a single space and “#” follow: two or more spaces mark a comment that is meant."""
        end = node.end_mark.index
        return self.block.startswith(" #", end) and not self.block[end - 1 : end].isspace()

    def span(self, node: yaml.Node) -> Span:
        return Span(self.base + node.start_mark.index, self.base + node.end_mark.index)

    def note(self, rule: str, node: yaml.Node, message: str, advice: str) -> None:
        self.problems.append(Problem((), message, advice, rule, self.span(node)))
