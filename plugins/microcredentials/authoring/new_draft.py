"""Begin a new draft: the annotated template of its folder, with the values that are already known."""

import json
import re
from collections.abc import Mapping

import yaml

from ..model.fields import UUID4
from ..reading.problem import Pointer
from ..reading.source import Source
from ..reading.text import Span

_PLAIN = re.compile(rf"[A-Za-z][\w ,.-]*|{UUID4}|\d{{4}}-\d\d-\d\d")
Answers = Mapping[Pointer, object]
"""The values that are already known, by their pointer in the template."""


def fill_template(source: Source, answers: Answers) -> str:
    """Return the text of the template *source* with each answer at its pointer; comments and layout stay.

    Raises:
        ValueError: the template has no such field.
    """
    text = source.text.value
    missing = [pointer for pointer in answers if not source.has(pointer)]
    if missing:
        raise ValueError(f"the template has no field “{missing[0][0]}”")
    edits = sorted(
        ((_answer_span(source, pointer), value, pointer) for pointer, value in answers.items()),
        key=lambda edit: -edit[0].start,
    )
    for span, value, pointer in edits:
        written = " ".join(str(value).split()) if _is_block_text(source, pointer) else _to_yaml(value)
        written = f" {written}" if text[: span.start].endswith(":") else written
        text = f"{text[: span.start]}{written}{text[span.end :]}"
    return text


def _answer_span(source: Source, pointer: Pointer) -> Span:
    """Return the span that an answer replaces: the words of a text, or all items of a list below its key."""
    read = source.yaml
    key, node, _ = read.find(pointer) if read else (None, None, 0)
    if read and key and isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return Span(read.node_span(key).end + 1, read.node_span(node.value[-1]).end)
    return source.words_span(pointer, 0, len(source.text.value))


def _is_block_text(source: Source, pointer: Pointer) -> bool:
    """Return whether the value is a text below “>” or “|”, where nothing needs quotes."""
    node = source.yaml.find(pointer)[1] if source.yaml else None
    return getattr(node, "style", None) in (">", "|")


def _to_yaml(value: object) -> str:
    """Return *value* in YAML's JSON form, without quotes around plain words."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in ("yes", "no", "on", "off"):
        return value
    if isinstance(value, list | tuple):
        return f"[{', '.join(_to_yaml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)
