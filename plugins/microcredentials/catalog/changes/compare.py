"""What changed between two catalogs, in the catalog's own terms."""

from collections.abc import Iterator
from dataclasses import replace

from ...model.spec import Spec
from ..catalog import Catalog, Entry
from ..nodes import Guide, KeptVersion
from ._earners import OPEN_TO_EARNERS
from ._program import program_changes
from .change import Change, Significance
from .comparison import Comparison
from .pairs import Pair, Pairs, pairs, uid_of
from .specs import DEMANDS, demand_changes, spec_changes
from .words import clipped, where_they_differ

_WEIGHTS = list(Significance)


def changes(base: Catalog, head: Catalog) -> tuple[Change, ...]:
    """Return everything that changed, the weightiest spec first; *base* is before, *head* after."""
    found = [*program_changes(base, head), *_specs(base, head), *_others(base, head)]
    heaviest: dict[str, int] = {}
    for change in found:
        weight = _WEIGHTS.index(change.significance)
        heaviest[change.path] = min(weight, heaviest.get(change.path, weight))
    return tuple(sorted(found, key=lambda change: (heaviest[change.path], change.path)))


def _specs(base: Catalog, head: Catalog) -> Iterator[Change]:
    known = pairs(base, head)
    yield from (_added(entry) for entry in known.added)
    for old, new in known.both:
        if old.node and new.node:
            yield from spec_changes(Comparison(old, new, head.program))
        elif old.source.text.value != new.source.text.value:
            word = "cannot be read as it is proposed" if new.node is None else "could not be read before, and now can"
            yield _bare("unreadable" if new.node is None else "readable-again", new, f"The file {word}.")
    yield from (_deleted(entry, head) for entry in known.gone)


def _bare(kind: str, entry: Entry[Spec], sentence: str, weight: Significance = Significance.NOTABLE) -> Change:
    title = entry.spec.title if entry.node else ""
    return Change(kind, entry.slug, entry.source.path.as_posix(), sentence, weight, title=title)


def _added(entry: Entry[Spec]) -> Change:
    what = "micro-credential" if entry.folder == "credentials" else "stack"
    if entry.node is None:
        return _bare("added", entry, f"A new {what}, which cannot be read.")
    return _bare("added", entry, f"A new {what}: “{entry.spec.title}” ({entry.spec.status}).")


def _deleted(entry: Entry[Spec], head: Catalog) -> Change:
    title = entry.spec.title if entry.node else entry.slug
    status = entry.source.data.get("status")
    known = status in OPEN_TO_EARNERS
    return Change(
        "deleted", entry.slug, entry.source.path.as_posix(), f"“{title}” ({status}) is deleted.",
        Significance.SUBSTANTIVE if known else Significance.EDITORIAL,
        "Whoever began or earned it finds nothing at its address any more." if known else "",
        reaches=tuple(member.slug for member in head.members(entry.slug)), title=title,
    )  # fmt: skip


def _others(base: Catalog, head: Catalog) -> Iterator[Change]:
    """Yield what happened to guides and kept versions."""
    old, new = (
        {e.source.path: e for e in c.other_entries if isinstance(e.node, Guide | KeptVersion)} for c in (base, head)
    )
    for path in sorted({*old, *new}):
        before, after = (entries[path].source.text.value if path in entries else "" for entries in (old, new))
        if before.split() != after.split():
            kept = isinstance((new.get(path) or old[path]).node, KeptVersion)
            verb = "added" if path not in old else "removed" if path not in new else "changed"
            change = _kept(path.parts[1], path.stem, path.as_posix(), verb) if kept else _guide(path.as_posix(), verb)
            node = (new.get(path) or old[path]).node
            yield replace(change, title=node.title if node else "")


def _guide(path: str, verb: str) -> Change:
    return Change(f"guide-{verb}", "", path, f"The page {path} is {verb}.", Significance.EDITORIAL)


def _kept(slug: str, version: str, path: str, verb: str) -> Change:
    if verb == "added":
        sentence = f"Version {version} is kept for those who began with it."
        return Change("version-kept", slug, path, sentence, Significance.EDITORIAL)
    said = f"Those who finish with it find {'it no more' if verb == 'removed' else 'other words than they began with'}."
    return Change(f"kept-version-{verb}", slug, path, f"The kept version {version} is {verb}.",
                  Significance.SUBSTANTIVE, said)  # fmt: skip


__all__ = [
    "DEMANDS", "OPEN_TO_EARNERS", "Comparison", "Pair", "Pairs", "changes", "clipped", "demand_changes", "pairs",
    "spec_changes", "uid_of", "where_they_differ",
]  # fmt: skip
