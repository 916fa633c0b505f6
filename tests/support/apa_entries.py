"""Short ways to write CSL entries and to read them as printed, for the tests of references."""

from html.parser import HTMLParser
from typing import Any

from microcredentials.publishing.citations.apa import Reference, entries

Item = dict[str, Any]


class Browser(HTMLParser):
    """An entry as a browser shows it: its text with italics marked, its elements, and its links with their text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown, self.elements, self.links = "", set[str](), list[tuple[str | None, str]]()
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(" ".join([tag, *(name for name, _ in attrs)]))
        self.shown += "<i>" if tag == "i" else ""
        self.links += [(value, "") for _, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self.shown += "</i>" if tag == "i" else ""

    def handle_data(self, data: str) -> None:
        self.shown += data
        if self.lasttag == "a" and self.links and not self.links[-1][1]:
            self.links[-1] = (self.links[-1][0], data)


def work(authors: str = "Able, A.", year: object = 2001, title: str = "Title", **more: object) -> Item:
    """A CSL entry by "Family, Given, Suffix; Other, Given"; underscores in names of variables stand for hyphens."""
    keys = ("family", "given", "suffix")
    names = [dict(zip(keys, name.split(", "), strict=False)) for name in authors.split("; ") if name]
    issued = {"issued": {"date-parts": [[year]]}} if isinstance(year, int) else {"issued": year} if year else {}
    base = {"id": f"{authors} {year} {title}", "type": "book", "title": title, "author": names} | issued
    return base | {key.replace("_", "-"): value for key, value in more.items()}


def one(item: Item) -> Reference:
    return entries([item])[0]
