"""Make the two sites to compare: ours, and the same pages as Markdown for stock Material."""

import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import specimens

from .markup import markdown, tree

ROOT = Path(__file__).parent.parent.parent
PEOPLE_WRITE = ("credentials", "stacks", "guides", "about", "index.md")
"""Pages with text of their own. The lists that we also generate have no counterpart, so they are left out."""

EXTENSIONS = ["tables", {"toc": {"permalink": True}}, "admonition", "attr_list", "footnotes"]


def lay_out(folder: Path, count: int) -> None:
    """Make *folder* a project like this one, with *count* specimens as its content."""
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    specimens.write(folder / "content", count)


def write_front_matter(content: Path, folder: Path) -> None:
    """Write the front matter of each spec into a YAML file of its own in *folder*."""
    folder.mkdir(parents=True)
    for path in (*content.glob("credentials/*.md"), *content.glob("stacks/*.md")):
        matter = path.read_text("utf-8").split("\n---", 1)[0]
        (folder / f"{path.parent.name}-{path.stem}.yml").write_text(f"{matter}\n", "utf-8")


def write_out(pages: Path, folder: Path) -> None:
    """Make *folder* a stock Material project from the files that ``microcredentials build --to`` wrote to *pages*."""
    paths = sorted(path for path in _markdown_files(pages) if path.split("/")[0] in PEOPLE_WRITE)
    known = {_address(path): path for path in paths}
    for path in paths:
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_page((pages / path).read_text("utf-8"), path, known), "utf-8")
    for name, shown in (("out", ()), ("in", ("credentials", "stacks"))):
        (folder / f"{name}.yml").write_text(json.dumps(_configuration(paths, shown)), "utf-8")


def built_pages(site: Path) -> Iterator[Path]:
    """Yield the pages of the credentials in a built site."""
    yield from sorted(site.glob("credentials/*/index.html"))


def _markdown_files(pages: Path) -> Iterator[str]:
    yield from (path.relative_to(pages).as_posix() for path in pages.rglob("*.md"))


def _page(text: str, path: str, known: dict[str, str]) -> str:
    """Return a page of ours, front matter and one block of HTML, as Markdown."""
    _, head, html = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    title = json.loads(head.partition("title: ")[2].splitlines()[0])
    here = _address(path)

    def link(address: str) -> str:
        if re.match(r"\w+:", address):
            return address
        page, _, _ = address.partition("#")
        target = known.get(posixpath.normpath(posixpath.join(here, page))) if page else None
        return posixpath.relpath(target, posixpath.dirname(path)) if target else ""

    body = tree(html)
    heading = "" if any(body.all("h1")) else f"# {title}\n\n"
    return f"---\ntitle: {json.dumps(title)}\n---\n\n{heading}{markdown(body, link)}"


def _address(path: str) -> str:
    return posixpath.normpath(path.removesuffix(".md").removesuffix("index") or ".")


def _configuration(paths: list[str], shown: tuple[str, ...]) -> dict[str, object]:
    """Return a stock configuration; of the credentials and stacks, only the folders *shown* are in the navigation."""
    hidden = {"credentials", "stacks"} - {*shown}
    sections: dict[str, list[str]] = {}
    for path in paths:
        section = path.split("/")[0]
        if section not in hidden:
            sections.setdefault(section, []).append(path)
    return {
        "site_name": "Stock Material",
        "site_url": "https://catalog.sample-state.example/",
        "theme": {"name": "material", "features": ["navigation.tabs", "navigation.path"]},
        "plugins": ["search"],
        "markdown_extensions": EXTENSIONS,
        "not_in_nav": "\n".join(f"/{section}/" for section in sorted(hidden)),
        "nav": [{section.removesuffix(".md").title(): pages} for section, pages in sections.items()],
    }
