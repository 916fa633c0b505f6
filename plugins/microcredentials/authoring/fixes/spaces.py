"""no spaces at the ends of lines"""

import re
from collections.abc import Iterator

import yaml

from ...reading.source import Source
from ...reading.text import Span
from ..fixing import Edit, FixInputs

_SPACES = re.compile(r"(?<![ \t])[ \t]++(?=[\r\n])")


def find_edits(source: Source, _: FixInputs) -> Iterator[Edit]:
    """Yield edits that remove the spaces at the ends of lines in the front matter, except within multi-line texts."""
    read = source.yaml
    if read is None or read.root is None:
        return
    texts = [read.node_span(node) for node in _texts(read.root)]
    for found in _SPACES.finditer(source.text.value, read.base, read.base + len(read.block)):
        if not any(text.start < found.end() and found.start() < text.end for text in texts):
            yield Edit(Span(*found.span()), "")


def _texts(node: yaml.Node) -> Iterator[yaml.Node]:
    """Yield the scalars below *node* that have several lines."""
    if isinstance(node, yaml.ScalarNode):
        if node.start_mark.line != node.end_mark.line:
            yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _texts(key)
            yield from _texts(value)
    else:
        for value in node.value:
            yield from _texts(value)
