"""Which spec of one catalog is which of another: by ``uid``, because names of files may change, else by name."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from ...model.spec import Spec
from ..catalog import Catalog, Entry

Pair = tuple[Entry[Spec], Entry[Spec]]


@dataclass(frozen=True)
class Pairs:
    """The specs that both catalogs have (before, after), those only the later has, and those only the earlier had."""

    both: tuple[Pair, ...]
    added: tuple[Entry[Spec], ...]
    gone: tuple[Entry[Spec], ...]

    def before(self, entry: Entry[Spec]) -> Entry[Spec] | None:
        """Return what the spec *entry* of the later catalog was in the earlier one."""
        return self._before.get(entry.source.path)

    @cached_property
    def _before(self) -> dict[PurePosixPath, Entry[Spec]]:
        return {new.source.path: old for old, new in self.both}


def uid_of(entry: Entry[Spec]) -> str | None:
    """Return the uid that the file states, readable or not otherwise."""
    uid = entry.source.data.get("uid")
    return uid if isinstance(uid, str) else None


def pairs(base: Catalog, head: Catalog) -> Pairs:
    """Return how the specs of *base* and *head* belong together; a spec never changes its folder."""
    left = {entry.source.path: entry for entry in base.entries}
    by_uid = {(uid, entry.folder): entry for entry in base.entries if (uid := uid_of(entry))}
    both: list[Pair] = []
    unmatched: list[Entry[Spec]] = []
    for entry in sorted(head.entries, key=lambda entry: entry.source.path not in left):
        old = by_uid.get((uid_of(entry) or "", entry.folder))
        if old and left.pop(old.source.path, None):
            both.append((old, entry))
        else:
            unmatched.append(entry)
    added = []
    for entry in unmatched:
        old = left.pop(entry.source.path, None)
        both += [(old, entry)] if old else []
        added += [] if old else [entry]
    return Pairs(tuple(both), tuple(added), tuple(left.values()))
