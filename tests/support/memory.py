"""Catalogs of a few lines, made in memory: a path and a text for each file."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.entry import Entry
from microcredentials.catalog.folder import ContentFile
from microcredentials.catalog.loading import parse_catalog
from microcredentials.model.spec import Spec

ROOT = PurePosixPath("content")


def content_files(texts: Mapping[str, str]) -> tuple[ContentFile, ...]:
    """Return a content file for each text, by its path."""
    return tuple(ContentFile(PurePosixPath(path), text.encode) for path, text in texts.items())


def catalog(texts: Mapping[str, str]) -> Catalog:
    """Return the catalog of *texts*, by their paths."""
    return parse_catalog(content_files(texts), ROOT)


def credential(title: str = "A title", more: str = "", status: str = "published") -> str:
    """Return the text of a small micro-credential; *more* are further lines of its front matter."""
    return f"---\ntitle: {title}\nstatus: {status}\ncompetency: The educator waits.\n{more}---\n"


def stack(title: str = "A stack", more: str = "") -> str:
    """Return the text of a small stack."""
    return f"---\ntitle: {title}\nstatus: published\noutcome: The educator talks.\n{more}---\n"


def entry(text: str, path: str = "credentials/one.md") -> Entry[Spec]:
    """Return the entry of the spec *text*."""
    return catalog({path: text}).entries[0]
