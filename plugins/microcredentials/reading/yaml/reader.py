"""Read YAML with the place of every value.

Scalars follow YAML 1.2, as in web editors: ``no``, ``012``, ``10:30`` and dates stay text. What YAML would silently
drop or change becomes a problem.
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

MAX_VALUES = 5_000  # in the front matter of one spec; the longest real one has a few hundred

_MAP, _SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"


class Loader(EventLoader):  # type: ignore[misc, valid-type]
    """The C parser, with the scalars of ``_scalars``."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """Return the tag of a node. The parser calls it for every node, so it is short."""
        if kind is not yaml.ScalarNode:
            return _MAP if kind is yaml.MappingNode else _SEQ
        return resolve_tag(value) if implicit[0] else STR

    def descend_resolver(self, *_: object) -> None:
        """Do nothing: there are no path resolvers."""

    ascend_resolver = descend_resolver


@dataclass(frozen=True)
class Yaml:
    """Data, and the block of text it was read from; ``base`` is the offset of the block in its file."""

    data: Any
    problems: tuple[Problem, ...]
    block: str = field(default="", repr=False)
    base: int = 0
    empty: bool = False
    """Whether the block has nothing but comments."""

    @cached_property
    def root(self) -> yaml.Node | None:
        """The tree of nodes, composed when the place of a value is needed.

        Most specs have no findings, and the trees of all specs would take ten times the memory of the catalog.
        """
        return _compose(self.block) if self.block else None

    def find(self, pointer: Pointer) -> tuple[yaml.Node | None, yaml.Node | None, int]:
        """Return the key node, the value node, and how many steps of *pointer* are written in the file."""
        key, node = None, self.root
        for depth, step in enumerate(pointer):
            found = _child(node, step)
            if found is None:
                return key, node, depth
            key, node = found
        return key, node, len(pointer)

    def span(self, pointer: Pointer) -> Span:
        """Return the span of the value at *pointer*, or of the key of its nearest written parent if it is missing.

        A block of several lines is too long to underline; its span is that of its name, or of its first text in a list.
        """
        key, node, depth = self.find(pointer)
        if node is None or (pointer and depth == 0):
            return Span(0, 3 if self.base else 1)  # the fence above the front matter, or the beginning of a data file
        empty = node.start_mark.index == node.end_mark.index
        if depth < len(pointer) or empty or (isinstance(node, yaml.CollectionNode) and not node.flow_style):
            return self.node_span(key or _first_leaf(node))
        return self.node_span(node)

    def extent(self, pointer: Pointer) -> Span | None:
        """Return the whole extent of the value at *pointer*, or None if it is not written."""
        _, node, depth = self.find(pointer)
        return self.node_span(node) if node and depth == len(pointer) else None

    def name_span(self, pointer: Pointer) -> Span:
        """Return the span of the name of the field at *pointer*."""
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
    """Return the first scalar in *node*, which is underlined in its place."""
    while isinstance(node, yaml.CollectionNode) and node.value:
        node = node.value[0][0] if isinstance(node, yaml.MappingNode) else node.value[0]
    return node


def read_yaml(block: str, base: int = 0, most: int = MAX_VALUES) -> Yaml:
    """Return the data of *block* and the problems in it. Whatever it contains, this raises no error.

    ``base`` is the offset of *block* in its file, ``most`` the number of values it may have.
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
