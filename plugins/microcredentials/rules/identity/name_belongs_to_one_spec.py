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

from ...catalog.entry import Entry
from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem, Related
from ._duplicates import Owners, find_duplicates, index_owners


@rule("ID-01", "error error error", derived_from=("OB3", "UT"), reads=("aliases", "uid"), looks_at=index_owners)
def check(spec: Spec, context: Context, owners: Owners) -> Iterator[Problem]:
    yield from _file_name(context.entry, owners)
    for i in range(len(spec.aliases)):
        yield from _alias(context.entry, owners, i)
    if spec.uid:
        yield from _uid(spec.uid, context.entry, owners)


def _file_name(entry: Entry[Spec], owners: Owners) -> Iterator[Problem]:
    slug = entry.slug
    for other in find_duplicates(owners, entry, "name", slug).first:
        if other.slug == slug:
            message = f"{other.source.path} has the same name, “{slug}”."
            yield Problem((), message, "Rename the newer of the two files.")


def _alias(entry: Entry[Spec], owners: Owners, i: int) -> Iterator[Problem]:
    at: Pointer = ("aliases", i)
    aliases = entry.spec.aliases
    alias = aliases[i]
    others = find_duplicates(owners, entry, "name", alias)
    if alias == entry.slug:
        yield Problem(at, f"The former name “{alias}” is the current name of this file.", "Delete it from the list.")
    elif alias in aliases[:i]:
        yield Problem(at, f"The former name “{alias}” is listed twice.", "Delete one of the two.")
    elif others.first:
        message = f"The former name “{alias}” also belongs to {others.text}."
        advice = "An old link can lead to only one place. Delete the name from the list where it does not belong."
        other = others.first[0]
        related = Related("the other use", () if other.slug == alias else ("aliases",), path=other.slug)
        yield Problem(at, message, advice, related=(related,))


def _uid(uid: str, entry: Entry[Spec], owners: Owners) -> Iterator[Problem]:
    others = find_duplicates(owners, entry, "uid", uid)
    if others.first:
        message = f"This uid is also the uid of {others.text}."
        advice = "The oldest file keeps it. Delete this line in the newer ones, which need their own uids."
        related = tuple(Related("the same uid", ("uid",), path=each.slug) for each in others.first)
        yield Problem(("uid",), message, advice, related=related)
