"""Match the specs of two catalogs: by ``uid``, because a file may be renamed, else by path."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from ...model.spec import Spec
from ..catalog import Catalog
from ..entry import Entry

Pair = tuple[Entry[Spec], Entry[Spec]]
"""A spec before and after."""


@dataclass(frozen=True)
class Matches:
    """The specs that are in both catalogs, only in the later one, and only in the earlier one."""

    pairs: tuple[Pair, ...] = ()
    added: tuple[Entry[Spec], ...] = ()
    removed: tuple[Entry[Spec], ...] = ()

    def before(self, entry: Entry[Spec]) -> Entry[Spec] | None:
        """Return the spec of the earlier catalog that became *entry*, if there is one."""
        return self._before.get(entry.source.path)

    @cached_property
    def _before(self) -> dict[PurePosixPath, Entry[Spec]]:
        return {new.source.path: old for old, new in self.pairs}


def match_entries(base: Catalog, head: Catalog) -> Matches:
    """Match the specs of *base*, the earlier catalog, to those of *head*. A spec never changes its folder."""
    left = {entry.source.path: entry for entry in base.entries}
    by_uid = {(uid, entry.folder): entry for entry in base.entries if (uid := stated_uid(entry))}
    pairs: list[Pair] = []
    unmatched: list[Entry[Spec]] = []
    for entry in sorted(head.entries, key=lambda entry: entry.source.path not in left):
        old = by_uid.get((stated_uid(entry) or "", entry.folder))
        if old and left.pop(old.source.path, None):
            pairs.append((old, entry))
        else:
            unmatched.append(entry)
    by_path = [(left.pop(entry.source.path, None), entry) for entry in unmatched]
    pairs += [(old, entry) for old, entry in by_path if old]
    return Matches(tuple(pairs), tuple(entry for old, entry in by_path if old is None), tuple(left.values()))


def stated_uid(entry: Entry[Spec]) -> str | None:
    """Return the uid in the file, which may be stated even where the spec cannot be read."""
    uid = entry.source.data.get("uid")
    return uid if isinstance(uid, str) else None
