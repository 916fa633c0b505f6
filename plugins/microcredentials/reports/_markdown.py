"""Markdown that is short enough for a host and shows an author's text as plain text."""

import re
from collections.abc import Iterable

from .safe import plain

LIMIT = 900_000  # bytes; GitHub drops a step summary above 1,048,576, and other steps write to it too


def escape(text: str) -> str:
    """Return *text* so that it makes no link, picture, mention or HTML, and so that no “@” notifies a person."""
    safe = re.sub(r"([\\`*_{}\[\]()#+!|<>~&])", r"\\\1", plain(text))
    return re.sub(r"(?i)\b(www)\.", r"\1\\.", safe).replace("@", "@\u200b").replace("://", ":\u200b//")


def format_code(text: str) -> str:
    """Return *text* as code, fenced by more backticks than it contains in a row, so that it cannot end the code."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence} {plain(text)} {fence}" if len(fence) > 1 else f"`{plain(text)}`"


def format_heading(title: str, path: str) -> str:
    """Return the heading of a file: its path, after its title if it has one."""
    return f"\n### {escape(title)} ({format_code(path)})\n" if title else f"\n### {format_code(path)}\n"


def fit_sections(text: str, sections: Iterable[tuple[str, int]]) -> tuple[str, int]:
    """Return *text* with the *sections* that fit into the limit, and how many items the others contain.

    Each section comes with the number of its items.
    """
    size, parts, left = len(text.encode()), [text], 0
    for section, items in sections:
        if size + len(section.encode()) > LIMIT:
            left += items
        else:
            size += len(section.encode())
            parts.append(section)
    return "".join(parts), left
