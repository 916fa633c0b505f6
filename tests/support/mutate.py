"""Careless and hostile edits of a text: lines moved, cut and repeated, and values that programs stumble over."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

VALUES = (
    "", "TODO", "null", "~", "yes", "no", "0", "-1", "1e400", ".nan", "[]", "{}", "[[[[]]]]", "{a: {b: [c]}}", "'", '"',
    "&a *a", "*a", "!!python/object:os.system x", "!!binary x", "|", ">-", "? a", ": b", "- - -", "# a", "%YAML 1.2",
    "---", "...", "2026-02-30", "2026-01-01T00:00:00Z", "99999999999999999999", "0x1F", "012", "1:30", "<script>",
    "[a](b", "`", "https://[x", "javascript:alert(1)", "../../etc/passwd", "\u202egnp", "\u200b", "\ufeff", "\u2028",
    "\x85", "\x07", "é", "😀" * 9, "a" * 5000, "a b " * 800, "“", "\t", "   ", "\\", "${x}", "{{ x }}", "{% x %}",
    "%s%n", "=1+1",
)  # fmt: skip


JSON_VALUES = (None, True, -1, 0, 7, 2**70, 1.5, float("inf"), "2026-13-45", "CO-02", [], [[]], {}, {"": None}, [1, 2])


def mutate(text: str, chance: Random) -> str:
    """Return *text* after one to five edits; every other JSON stays JSON."""
    if text.startswith(("{", "[")) and chance.random() < 0.5:
        return _edit_json(text, chance)
    for _ in range(chance.randint(1, 5)):
        text = chance.choice(_EDITS)(text, chance)
    return text


def _edit_json(text: str, chance: Random) -> str:
    data = json.loads(text)
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice([*_places(data)] or [([data], 0)])
        holder[key] = chance.choice([*JSON_VALUES, *VALUES])
    return json.dumps(data)


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container in *data* with each of its keys."""
    for key in list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from _places(data[key])


def _lines(text: str, chance: Random) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, chance.randrange(len(lines))


def _delete(text: str, chance: Random) -> str:
    lines, at = _lines(text, chance)
    del lines[at : at + chance.randint(1, 3)]
    return "\n".join(lines)


def _repeat(text: str, chance: Random) -> str:
    lines, at = _lines(text, chance)
    return "\n".join([*lines[:at], *[lines[at]] * chance.randint(2, 4), *lines[at + 1 :]])


def _move(text: str, chance: Random) -> str:
    lines, at = _lines(text, chance)
    lines.insert(chance.randrange(len(lines)), lines.pop(at))
    return "\n".join(lines)


def _indent(text: str, chance: Random) -> str:
    lines, at = _lines(text, chance)
    lines[at] = chance.choice([f"  {lines[at]}", f"\t{lines[at]}", lines[at].lstrip(), f"- {lines[at]}"])
    return "\n".join(lines)


def _replace_value(text: str, chance: Random) -> str:
    lines, at = _lines(text, chance)
    name, colon, _ = lines[at].partition(":")
    lines[at] = f"{name}{colon or ':'} {chance.choice(VALUES)}"
    return "\n".join(lines)


def _insert(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return f"{text[:at]}{chance.choice(VALUES)}{text[at:]}"


def _cut(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 60) :]


_EDITS = (_delete, _repeat, _move, _indent, _replace_value, _insert, _cut)
