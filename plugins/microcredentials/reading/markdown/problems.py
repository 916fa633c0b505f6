"""Find what prose may not contain: HTML, unsafe links, foreign pictures, and text that slows the parser down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from ..web_address import find_host, leads_elsewhere
from ._parsers import INLINE, OWN_PICTURE, SAFE_LINK
from .prose import Prose

MAX_BRACKETS = 400  # per paragraph or table cell; a long run of “[” makes any CommonMark parser slow
MAX_BRACKETS_IN_ALL = 2_000


@dataclass(frozen=True, slots=True)
class ProseProblem:
    """A problem in prose: its line in the body (from 0), what is wrong, and what to do."""

    line: int
    message: str
    advice: str


def find_prose_problems(prose: Prose, pictures: bool = False) -> Iterator[ProseProblem]:
    """Yield the problems in *prose*; *pictures* says whether pictures of this site are allowed."""
    brackets = 0
    for kind, _, text, start in prose.blocks:
        line = max(0, start)
        brackets += text.count("[") if kind == "inline" else 0
        if brackets > MAX_BRACKETS_IN_ALL:
            message = f"This text has more than {MAX_BRACKETS_IN_ALL} square brackets."
            yield ProseProblem(line, message, "Shorten it.")
            return
        if kind == "html_block":
            yield _html(line, text)
        elif kind != "inline":
            message = "Lists or quotations are nested more than eight levels deep."
            yield ProseProblem(line, message, "Use fewer levels.")
            return
        elif text.count("[") > MAX_BRACKETS:
            message = f"This paragraph has more than {MAX_BRACKETS} square brackets."
            yield ProseProblem(line, message, "Shorten it.")
        elif "<" in text or "[" in text:
            yield from _inline_problems(text, line, prose.references, pictures)
    for reference in prose.references.values():
        if not SAFE_LINK.match(reference["href"]):
            yield _link(reference["map"][0], reference["href"])


def _inline_problems(content: str, line: int, references: Mapping[str, Any], pictures: bool) -> Iterator[ProseProblem]:
    row, link_row, words, address = line, line, "", ""
    for child in INLINE.parseInline(content, {"references": references})[0].children or ():
        row += child.type in ("softbreak", "hardbreak")
        if child.type == "html_inline":
            yield _html(row, child.content)
            row += child.content.count("\n")
        elif child.type == "image":
            yield from _picture(row, child, pictures)
        elif child.type == "link_open":
            link_row, words, address = row, "", str(child.attrs.get("href", ""))
            if not SAFE_LINK.match(address):
                yield _link(row, address)
        elif child.type == "link_close" and leads_elsewhere(words, address):
            yield _deceptive_link(link_row, words, address)
        else:
            words += child.content


def _picture(line: int, image: Token, allowed: bool) -> Iterator[ProseProblem]:
    if not allowed:
        advice = "Describe in words what the picture would show."
        yield ProseProblem(line, "This text may not contain pictures.", advice)
    elif not OWN_PICTURE.match(str(image.attrs["src"])):
        yield ProseProblem(line, "This picture is not on this site.", "Use a picture whose address begins with /.")


def _html(line: int, content: str) -> ProseProblem:
    return ProseProblem(line, f"“{_short(content)}” is HTML, which is not allowed.", "Write it in plain Markdown.")


def _link(line: int, address: str) -> ProseProblem:
    advice = "Link to an address that begins with https://, mailto: or /."
    return ProseProblem(line, f"The address “{_short(address)}” is not allowed in a link.", advice)


def _deceptive_link(line: int, words: str, address: str) -> ProseProblem:
    message = f"This link shows “{_short(words)}” but leads to {_short(find_host(address))}."
    return ProseProblem(line, message, "Show the address that it leads to, or describe in words where it leads.")


def _short(text: str) -> str:
    line = text.strip().splitlines()[0] if text.strip() else ""
    return line if len(line) <= 40 else line[:39] + "…"
