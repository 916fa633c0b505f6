"""Each name belongs to one spec and stays with it.

The file name is part of the address that educators save, print on a résumé, or find in a badge they earned. If two
specs share a file name or a uid, or if a former name leads to two places, that address can show something different
from what was earned. A retired spec keeps its names, too.

Fails:

    aliases: [pauses-in-discussion, pauses-in-discussion]

Passes:

    aliases: [pauses-in-discussion, thinking-time]
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog, Entry
from ...checking.rule import Context, rule, whole_catalog
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem, Related


@rule("ID-01", "error error error", derived_from=("OB3", "UT"), reads=("aliases", "uid"), looks_at=whole_catalog)
def check(spec: Spec, context: Context, catalog: Catalog) -> Iterator[Problem]:
    yield from _file_name(context.entry, catalog)
    for i in range(len(spec.aliases)):
        yield from _alias(context.entry, catalog, i)
    if spec.uid:
        yield from _uid(spec.uid, context.entry, catalog)


def _file_name(entry: Entry[Spec], catalog: Catalog) -> Iterator[Problem]:
    slug = entry.slug
    for other in catalog.find_duplicates(entry, "name", slug):
        if other.slug == slug:
            message = f"{other.source.path} has the same name, “{slug}”."
            yield Problem((), message, "Rename the newer of the two files.")


def _alias(entry: Entry[Spec], catalog: Catalog, i: int) -> Iterator[Problem]:
    at: Pointer = ("aliases", i)
    aliases = entry.spec.aliases
    alias = aliases[i]
    rivals = catalog.find_duplicates(entry, "name", alias)
    if alias == entry.slug:
        yield Problem(at, f"The former name “{alias}” is the current name of this file.", "Delete it from the list.")
    elif alias in aliases[:i]:
        yield Problem(at, f"The former name “{alias}” is listed twice.", "Delete one of the two.")
    elif rivals:
        rival = rivals[0]
        message = f"The former name “{alias}” also belongs to {rival.source.path}."
        advice = "An old link can lead to only one place. Delete the name from the list where it does not belong."
        other = Related("the other use", () if rival.slug == alias else ("aliases",), path=rival.slug)
        yield Problem(at, message, advice, related=(other,))


def _uid(uid: str, entry: Entry[Spec], catalog: Catalog) -> Iterator[Problem]:
    for other in catalog.find_duplicates(entry, "uid", uid):
        message = f"{other.source.path} has the same uid."
        advice = "The older file keeps it. Delete this line in the newer file, which needs its own uid."
        yield Problem(("uid",), message, advice, related=(Related("the same uid", ("uid",), path=other.slug),))
