"""Compare two catalogs."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...model.spec import Spec
from ..catalog import Catalog
from ..entry import Entry
from ..nodes import Guide, KeptVersion, Node
from ._earners import STATUSES_WITH_EARNERS
from ._program import compare_programs
from .change import Change, Significance
from .formatting import change_verb
from .matching import match_entries
from .specs import compare_specs

_ORDER = list(Significance)


def compare(base: Catalog, head: Catalog) -> tuple[Change, ...]:
    """Return every change from *base* to *head*, file by file; the file with the most significant change is first."""
    found = [*compare_programs(base, head), *_compare_entries(base, head), *_compare_pages(base, head)]
    most: dict[str, int] = {}
    for change in found:
        rank = _ORDER.index(change.significance)
        most[change.path] = min(rank, most.get(change.path, rank))
    return tuple(sorted(found, key=lambda change: (most[change.path], change.path)))


def _compare_entries(base: Catalog, head: Catalog) -> Iterator[Change]:
    matches = match_entries(base, head)
    yield from map(_added, matches.added)
    for old, new in matches.pairs:
        if old.node and new.node:
            yield from compare_specs(old, new, head.program)
        elif old.source.text.value != new.source.text.value and new.node is None:
            yield _of_file("unreadable", new, "The proposed file cannot be read.")
        elif old.source.text.value != new.source.text.value:
            yield _of_file("readable-again", new, "The file can be read again.")
    yield from (_deleted(entry, head) for entry in matches.removed)


def _of_file(kind: str, entry: Entry[Spec], sentence: str) -> Change:
    return Change(
        kind=kind,
        spec=entry.slug,
        path=entry.source.path.as_posix(),
        sentence=sentence,
        significance=Significance.NOTABLE,
        title=entry.spec.title if entry.node else "",
    )


def _added(entry: Entry[Spec]) -> Change:
    what = "micro-credential" if entry.folder == "credentials" else "stack"
    if entry.node is None:
        return _of_file("added", entry, f"A new {what}, which cannot be read.")
    return _of_file("added", entry, f"A new {what}: “{entry.spec.title}” ({entry.spec.status}).")


def _deleted(entry: Entry[Spec], head: Catalog) -> Change:
    title = entry.spec.title if entry.node else entry.slug
    status = entry.source.data.get("status")
    has_earners = status in STATUSES_WITH_EARNERS
    return Change(
        kind="deleted",
        spec=entry.slug,
        path=entry.source.path.as_posix(),
        sentence=f"“{title}” ({status}) is deleted.",
        significance=Significance.SUBSTANTIVE if has_earners else Significance.EDITORIAL,
        for_earners="Its page is gone for everyone who has started or earned it." if has_earners else "",
        reaches=tuple(member.slug for member in head.members(entry.slug)),
        title=title,
    )


def _compare_pages(base: Catalog, head: Catalog) -> Iterator[Change]:
    """Yield the changes of guides and kept versions."""
    old, new = _pages(base), _pages(head)
    for path in sorted({*old, *new}):
        before, after = (entries[path].source.text.value if path in entries else "" for entries in (old, new))
        if before.split() != after.split():
            verb = change_verb(path in old, path in new)
            node = (new.get(path) or old[path]).node
            yield _kept_version(path, verb, node) if isinstance(node, KeptVersion) else _guide(path, verb, node)


def _pages(catalog: Catalog) -> dict[PurePosixPath, Entry[Node]]:
    return {each.source.path: each for each in catalog.other_entries if isinstance(each.node, Guide | KeptVersion)}


def _guide(path: PurePosixPath, verb: str, node: Node | None) -> Change:
    return Change(
        kind=f"guide-{verb}",
        path=path.as_posix(),
        sentence=f"The page {path} is {verb}.",
        significance=Significance.EDITORIAL,
        title=node.title if node else "",
    )


def _kept_version(path: PurePosixPath, verb: str, node: KeptVersion) -> Change:
    added, version = verb == "added", path.stem
    return Change(
        kind="version-kept" if added else f"kept-version-{verb}",
        spec=path.parts[1],
        path=path.as_posix(),
        sentence=f"Version {version} is kept for educators who started with it."
        if added
        else f"The kept version {version} is {verb}.",
        significance=Significance.EDITORIAL if added else Significance.SUBSTANTIVE,
        for_earners=_LOST.get(verb, ""),
        title=node.title,
    )


_LOST = {
    "removed": "Educators who are finishing this version can no longer read it.",
    "changed": "Educators who are finishing this version find a different text from the one they started with.",
}
"""The meaning of a change in a kept version for the educators for whom it is kept."""
