"""YAML with the place of every value: one parse gives the data and a tree that answers “where?”.

Scalars follow YAML 1.2, as web editors write them: ``no``, ``012``, ``10:30`` and dates stay the text that
their author wrote. What YAML would drop or change in silence becomes a problem.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from ..problem import Pointer, Problem, limit_problems
from ..text import Span
from ._builder import Builder, LimitError
from ._guard import EventLoader, guard
from ._plain import read_plain
from ._scalars import STR, resolve_tag
from ._syntax import explain_syntax_error

MAX_VALUES = 5_000  # in the front matter of one spec; the longest honest one holds a few hundred

_MAP, _SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"


class Loader(EventLoader):  # type: ignore[misc, valid-type]
    """The C parser with the scalars of YAML 1.2's core schema, less hexadecimal, octal and infinities."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node; called by the parser for each one, so it takes the shortest way."""
        if kind is not yaml.ScalarNode:
            return _MAP if kind is yaml.MappingNode else _SEQ
        return resolve_tag(value) if implicit[0] else STR

    def descend_resolver(self, *_: object) -> None:
        """Skip path resolvers, which nobody uses."""

    ascend_resolver = descend_resolver


@dataclass(frozen=True)
class Yaml:
    """Data, and the text it was made from; ``base`` is the offset of the block in its file."""

    data: Any
    problems: tuple[Problem, ...]
    block: str = field(default="", repr=False)
    base: int = 0
    empty: bool = False
    """Whether nothing is written but comments."""

    @cached_property
    def root(self) -> yaml.Node | None:
        """The node tree, composed anew when somebody asks where a value stands.

        Most specs have no findings; keeping all their trees would cost ten times the memory of the catalog.
        """
        return _compose(self.block) if self.block else None

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
        """Return where *pointer* stands: its value, or the key of its nearest written parent when it is missing.

        A block of several lines is long to underline, so its name stands for it, or its first word in a list.
        """
        key, node, depth = self.find(pointer)
        if node is None or (pointer and depth == 0):
            return Span(0, 3 if self.base else 1)  # the fence above the front matter, or the beginning of a data file
        empty = node.start_mark.index == node.end_mark.index
        if depth < len(pointer) or empty or (isinstance(node, yaml.CollectionNode) and not node.flow_style):
            return self.node_span(key or _first_leaf(node))
        return self.node_span(node)

    def extent(self, pointer: Pointer) -> Span | None:
        """Return all of what is written at *pointer*, or None where nothing is."""
        _, node, depth = self.find(pointer)
        return self.node_span(node) if node and depth == len(pointer) else None

    def name_span(self, pointer: Pointer) -> Span:
        """Return where the name of the field at *pointer* stands."""
        key, _, depth = self.find(pointer)
        return self.node_span(key) if key and depth == len(pointer) else self.span(pointer)

    def node_span(self, node: yaml.Node) -> Span:
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


def read_yaml(block: str, base: int = 0, most: int = MAX_VALUES) -> Yaml:
    """Return the data of *block* with everything that reading it found; never raises for its content.

    ``base`` is the offset of *block* in its file, ``most`` the number of values it may hold.
    """
    plain = read_plain(block, most)
    if plain is not None:
        return Yaml(plain, (), block, base)
    refused = guard(block, base)
    if refused:
        return Yaml(None, refused, base=base)
    try:
        root = _compose(block)
    except yaml.YAMLError as error:
        return Yaml(None, (explain_syntax_error(error, block, base),), base=base)
    builder = Builder(block, base, most)
    try:
        data = builder.value(root) if root else None
    except LimitError as refusal:
        return Yaml(None, (*limit_problems(builder.problems), *refusal.args), base=base)
    return Yaml(data, tuple(limit_problems(builder.problems)), block, base, empty=root is None)


def _compose(block: str) -> yaml.Node | None:
    loader = Loader(block)
    try:
        root: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return root
