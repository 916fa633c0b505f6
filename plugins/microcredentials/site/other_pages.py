"""Home, guide pages, and the quality standards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ..catalog import Catalog, Entry, Guide
from ..finding import STATUSES, Rule
from ..markdown import headings, read
from ..model import Spec
from ..output import ContentsItem, Page
from ..quality import Quality
from .facets import facet_options
from .render import Renderer
from .selection import address, listed_credentials, listed_stacks, shown
from .stack_page import stack_view

NEWS = 5


@dataclass(frozen=True)
class News:
    """A line of what changed: when, in which spec, and how."""

    date: date
    entry: Entry[Spec]
    version: str
    change: str


def _news(catalog: Catalog, preview: bool) -> list[News]:
    entries = [entry for entry in catalog.entries if shown(entry, preview)]
    news = [News(c.date, entry, c.version, c.change) for entry in entries for c in entry.spec.changelog]
    return sorted(news, key=lambda n: (n.date, n.entry.spec.title), reverse=True)[:NEWS]


def home_page(catalog: Catalog, guide: Guide | None, rules: Sequence[Rule], renderer: Renderer) -> Page:
    """Return the home page: the words of ``index.md``, stacks, news, and numbers that are counted."""
    preview = renderer.facts.preview
    credentials = listed_credentials(catalog, preview)
    stacks = [(stack, stack_view(stack, catalog, preview)) for stack in listed_stacks(catalog, preview)]
    subjects = next((f for f in facet_options(catalog, credentials) if f.facet.id == "subject"), None)
    html = renderer.body(
        "home.html", "index.md", guide=guide, credentials=credentials, stacks=stacks, news=_news(catalog, preview),
        subjects=subjects, rules=rules, address=address,
    )  # fmt: skip
    if guide is None:
        return Page("index.md", "Micro-credentials", "Micro-credentials for educators.", html, "home")
    return Page("index.md", guide.title, guide.description, html, "home", source=guide.path.as_posix())


def guide_page(guide: Guide, renderer: Renderer) -> Page:
    """Return a page that a person wrote."""
    path = guide.path.as_posix()
    contents = _contents(guide.markdown)
    html = renderer.body("guide.html", path, guide=guide, contents=contents)
    folder = f"{guide.path.parent.as_posix()}/index.md"
    parent = folder if folder not in (path, "./index.md") else ""
    return Page(path, guide.title, guide.description, html, "guide", contents, parent, path)


def _contents(markdown: str) -> tuple[ContentsItem, ...]:
    """Return the second-level headings with the third-level ones below them."""
    items: list[ContentsItem] = []
    for heading in headings(read(markdown).tokens):
        if heading.level == 2:
            items.append(ContentsItem(heading.title, heading.anchor))
        elif heading.level == 3 and items:
            below = (*items[-1].items, ContentsItem(heading.title, heading.anchor))
            items[-1] = replace(items[-1], items=below)
    return tuple(items)


def broken_page(entry: Entry[Spec], renderer: Renderer) -> Page:
    """Return what a preview shows of a spec that cannot be read: its findings."""
    path = f"{entry.kind}/{entry.slug}/index.md"
    html = renderer.body("broken.html", path, spec=entry.slug, entry=entry)
    parent = "catalog/index.md" if entry.kind == "credentials" else "stacks/index.md"
    return Page(path, entry.slug, f"{entry.slug} cannot be read.", html, "broken", parent=parent)


@dataclass(frozen=True)
class Family:
    """The rules of one family, under its two letters and the sentence that says what it asks."""

    code: str
    question: str
    rules: tuple[Rule, ...]


def families(rules: Sequence[Rule], questions: dict[str, str]) -> tuple[Family, ...]:
    """Return *rules* by family, in the order of *questions*; a family without a question comes last."""
    grouped = {code: tuple(group) for code, group in groupby(sorted(rules, key=lambda r: r.id), lambda r: r.family)}
    order = [code for code in questions if code in grouped] + [code for code in grouped if code not in questions]
    return tuple(Family(code, _sentence(questions.get(code, "")), grouped[code]) for code in order)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def standards_pages(
    rules: Sequence[Rule], questions: dict[str, str], sources: object, renderer: Renderer
) -> Iterator[Page]:
    """Yield the index of the quality standards and a page for each rule, made from the rule's own text."""
    quality = renderer.catalog.program.quality or Quality()
    crosswalks = renderer.catalog.program.crosswalks or {}
    html = renderer.body("standards.html", "standards/index.md", families=families(rules, questions), quality=quality,
                         statuses=STATUSES, crosswalks=crosswalks.values())  # fmt: skip
    description = "What every published micro-credential is checked against, rule by rule."
    yield Page("standards/index.md", "Quality standards", description, html, "standards")
    for rule in rules:
        path = f"standards/{rule.id.lower()}/index.md"
        body = renderer.body("standard.html", path, rule=rule, sources=sources, quality=quality, statuses=STATUSES,
                             question=_sentence(questions.get(rule.family, "")))  # fmt: skip
        yield Page(path, f"{rule.id}: {rule.title}", rule.title, body, "standard", parent="standards/index.md")
