"""Poison a content folder: hostile text in every field that accepts any text, and in every body."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from microcredentials.catalog.folder import path_for_messages, snapshot
from microcredentials.catalog.loading import parse_catalog
from microcredentials.reading.problem import Pointer

MARK = "poisoned"
"""A word that no content contains: active markup in a page is recognized by it."""

TEXT = (
    f"{MARK} <img src=x onerror=alert('{MARK}')>\"'><svg onload=alert(1)><script>alert('{MARK}')</script>"
    "</title></style></textarea></template>--> {{7*7}} {% raw %} ${7*7} ]]> &#60;b&#62; javascript:alert(1)"
)
BODY = f"""
{MARK} <script>alert('{MARK}')</script> <img src=x onerror="alert(1)"> <iframe src="https://evil.example/"></iframe>

<a href="javascript:alert(1)">a</a> <form action="https://evil.example/"><button formaction="javascript:alert(1)">

[{MARK} b](javascript:alert(1)) [{MARK} c](data:text/html,<script>alert(1)</script>) [{MARK} d](vbscript:x)
[{MARK} e](JaVa&#115;cript:alert(1)) [{MARK} f](//evil.example/) ![{MARK} g](https://evil.example/g.png)
![x" onerror="alert(1)](x) [h]: javascript:alert(1) <javascript:alert(1)> {{7*7}} {{% include "/etc/passwd" %}}

| <script>alert(1)</script> | {MARK} |
| --- | --- |
| <img src=x onerror=alert(1)> | `<svg onload=alert(1)>` |
"""
_CHOSEN = re.compile(r"[a-z0-9-]+(?:/[\w.-]+)?|[\d.-]+|https?://\S+|mailto:\S+|[\w.+-]+@[\w.-]+")
_NAMES = {"levels", "passing_level", "codes", "code", "rules", "language", "license", "color", "accent", "text"}


def poison(content: Path) -> int:
    """Poison every file of *content*; return the number of poisoned fields.

    A field that does not accept any text (a choice, a date, an address) keeps its value.
    """
    done = 0
    for path in sorted([*content.rglob("*.md"), *content.rglob("*.yml")]):
        if path.name != "_template.md":
            done += _poison_file(path, content)
    return done


def _poison_file(path: Path, content: Path) -> int:
    original = path.read_text("utf-8")
    data, body = _split(original, path.suffix == ".md")
    found = [at for at, value in _texts(data, ()) if not _CHOSEN.fullmatch(value) and not _NAMES.intersection(at)]
    for _ in range(4):
        for at in found:
            _set(data, at, f"{_get(data, at)} {TEXT}")
        path.write_text(_join(data, body, path.suffix == ".md"), "utf-8")
        refused = _refused(path, content)
        clean, _ = _split(original, path.suffix == ".md")
        if not refused:
            return len(found)
        found = [at for at in found if not any(at[: len(each)] == each or each[: len(at)] == at for each in refused)]
        data = clean
    path.write_text(original, "utf-8")
    return 0


def _refused(path: Path, content: Path) -> set[Pointer]:
    """Return the pointers whose values cannot be read or have the wrong shape."""
    catalog = parse_catalog(snapshot(content), path_for_messages(content))
    entries = {str(each.source.path): each for each in catalog.all_entries}
    problems = entries[path.relative_to(content).as_posix()].problems
    return {each.at for each in problems if each.rule.startswith("SC") and each.at}


def _split(text: str, has_body: bool) -> tuple[Any, str]:
    if not has_body:
        return yaml.load(text, yaml.CSafeLoader), ""
    _, front, body = text.split("---\n", 2)
    return yaml.load(front, yaml.CSafeLoader), body


def _join(data: Any, body: str, has_body: bool) -> str:
    dumped = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000)
    return f"---\n{dumped}---\n{body}{BODY}" if has_body else dumped


def _texts(data: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        if isinstance(value, str):
            yield (*at, step), value
        else:
            yield from _texts(value, (*at, step))


def _get(data: Any, at: Pointer) -> Any:
    for step in at:
        data = data[step]
    return data


def _set(data: Any, at: Pointer, value: str) -> None:
    _get(data, at[:-1])[at[-1]] = value
