"""Change words in the values of a YAML file without changing anything else: its comments and layout stay."""

import json
from collections.abc import Callable, Iterator
from itertools import pairwise

import yaml

_BLOCKS = ("|", ">")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # what reads the content, too


def replace_in_yaml(text: str, replace: Callable[[str], str]) -> str:
    """Return *text* with *replace* applied to each value and to the comments between them.

    A changed value is quoted, so that it stays the same text whatever it contains: ``Ohio: x``, ``123`` or ``yes``. In
    a block (``|`` or ``>``) every line is text already. What *replace* inserts must not contain line breaks.

    Raises:
        ValueError: *text* is not YAML.
    """
    nodes = sorted(_scalars(_compose(text)), key=lambda node: node.start_mark.index)
    spans = [(node.start_mark.index, node.end_mark.index) for node in nodes]
    parts = [_replace_value(node, text[slice(*span)], replace) for node, span in zip(nodes, spans, strict=True)]
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    gaps = [replace(text[start:end]) for start, end in list(pairwise(edges))[::2]]
    return "".join(part for pair in zip(gaps, [*parts, ""], strict=True) for part in pair)


def _compose(text: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return root


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for each in pair:
                yield from _scalars(each)


def _replace_value(node: yaml.ScalarNode, written: str, replace: Callable[[str], str]) -> str:
    if node.style in _BLOCKS:
        return replace(written)
    value = replace(node.value)
    return written if value == node.value else json.dumps(value, ensure_ascii=False)
