"""The end of a spec, and what follows it."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog, Entry
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem, Related
from ...reading.suggest import suggest


def ending(spec: Spec, status: str) -> Iterator[Problem]:
    """Yield what a retired spec does not say about its end, and an end of one that is not retired."""
    if status == "retired":
        if spec.dates.retired_on is None:
            message = "This is retired, and it is not said since when."
            yield Problem(("dates", "retired_on"), message, "Write the first day on which nobody could begin it.")
        if spec.dates.retired_reason is None:
            message = "This is retired, and it is not said why."
            yield Problem(("dates", "retired_reason"), message, "Say why, in words for those who have earned it.")
    elif spec.status == status:
        for field in ("retired_on", "retired_reason"):
            if getattr(spec.dates, field) is not None:
                message = f"The end of this is told, and its status is {status}."
                yield Problem(("dates", field), message, "Write status: retired, or delete the line.")


def successor(spec: Spec, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with the spec that takes the place of *spec*, which stands in the file *slug*."""
    name, at = spec.replaced_by, ("replaced_by",)
    if name is None:
        return
    other = catalog.by_slug.get(name)
    if problem := _unfit(name, at, slug, other, catalog):
        yield problem
    elif other and other.node:
        if spec.status != "retired":
            message = f"“{other.spec.title}” takes the place of this, which is not retired."
            yield Problem(at, message, "Write status: retired, or delete the line until it is.")
        if other.spec.status == "draft":
            message = f"“{other.spec.title}” is still a draft, so nobody who is sent there finds it."
            yield Problem(at, message, "Name it when it is published.")
        if slug not in other.spec.replaces:
            message = f"“{other.spec.title}” does not say that it takes the place of this."
            related = (Related("its list of what it replaces", ("replaces",), path=other.slug),)
            yield Problem(at, message, f"Add “{slug}” to “replaces” there.", related=related)


def predecessors(spec: Spec, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with the specs whose place *spec* takes, which stands in the file *slug*.

    One spec may be followed by several, of which it can name one; only one that names none does not agree.
    """
    for i, name in enumerate(spec.replaces):
        at, other = ("replaces", i), catalog.by_slug.get(name)
        if problem := _unfit(name, at, slug, other, catalog):
            yield problem
        elif other and other.node and other.spec.replaced_by is None and spec.status in ("published", "retired"):
            message = f"“{other.spec.title}” does not say what takes its place."
            related = (Related("the one that is replaced", ("status",), path=other.slug),)
            advice = f"Retire it there with replaced_by: {slug}, or delete it from this list."
            yield Problem(at, message, advice, related=related)


def _unfit(name: str, at: Pointer, slug: str, other: Entry[Spec] | None, catalog: Catalog) -> Problem | None:
    """Return the problem of a *name* that no other spec of the same folder has."""
    own = catalog.by_slug[slug].folder
    if name == slug:
        return Problem(at, "This is said to take its own place.", "Name another one, or delete the line.")
    if other is None or other.folder != own:
        known = [each.slug for each in catalog.entries if each.folder == own and each.slug != slug]
        what = "micro-credential" if own == "credentials" else "stack"
        return Problem(at, f"There is no {what} “{name}”.", suggest(name, known) if known else "Delete the line.")
    return None
