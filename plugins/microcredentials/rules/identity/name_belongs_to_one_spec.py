"""A name belongs to one spec and stays with it.

The file's name is part of the address that an educator saves, prints on a résumé, or finds in an earned badge. If
two specs share a name or a uid, or a former name leads to two places, that address can show something other than
what was earned. A retired spec keeps its names too.

Fails:

    aliases: [pauses-in-discussion, pauses-in-discussion]

Passes:

    aliases: [pauses-in-discussion, thinking-time]
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem, Related


@rule("ID-01", "error error error", derived_from=("OB3", "UT"), reads=("aliases", "uid"))
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from _file_name(context)
    for i, alias in enumerate(spec.aliases):
        yield from _alias(spec, context, i, alias)
    if spec.uid:
        yield from _uid(spec.uid, context)


def _file_name(context: Context) -> Iterator[Problem]:
    slug = context.entry.slug
    for other in context.catalog.find_duplicates(context.entry, "name", slug):
        if other.slug == slug:
            message = f"The name “{slug}” is also that of {other.source.path}."
            yield Problem((), message, "Rename the newer of the two files.")


def _alias(spec: Spec, context: Context, i: int, alias: str) -> Iterator[Problem]:
    at: Pointer = ("aliases", i)
    rivals = context.catalog.find_duplicates(context.entry, "name", alias)
    if alias == context.entry.slug:
        yield Problem(at, f"The former name “{alias}” is the name this file has today.", "Delete it from the list.")
    elif alias in spec.aliases[:i]:
        yield Problem(at, f"The former name “{alias}” is listed twice.", "Delete one of the two.")
    elif rivals:
        rival = rivals[0]
        message = f"The former name “{alias}” is also a name of {rival.source.path}."
        advice = "An old link can lead to one place only. Delete the name from the list where it does not belong."
        other = Related("the other use", () if rival.slug == alias else ("aliases",), path=rival.slug)
        yield Problem(at, message, advice, related=(other,))


def _uid(uid: str, context: Context) -> Iterator[Problem]:
    for other in context.catalog.find_duplicates(context.entry, "uid", uid):
        message = f"The uid is also that of {other.source.path}."
        advice = "The older file keeps it. Delete this line in the newer one, which then needs a uid of its own."
        yield Problem(("uid",), message, advice, related=(Related("the same uid", ("uid",), path=other.slug),))
