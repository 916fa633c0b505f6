"""Check the retirement of a spec, and the specs that replace it."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem, Related
from ...reading.suggest import suggest


def check_retirement(spec: Spec, status: str) -> Iterator[Problem]:
    """Yield a problem for each missing fact about a retirement, and each such fact in a spec that is not retired."""
    if status == "retired":
        if spec.dates.retired_on is None:
            message = "This is retired, but the date of retirement is missing."
            advice = "Write the first day on which educators could no longer begin it."
            yield Problem(("dates", "retired_on"), message, advice)
        if spec.dates.retired_reason is None:
            message = "This is retired, but the reason is missing."
            yield Problem(("dates", "retired_reason"), message, "Explain it to the educators who have earned it.")
    elif spec.status == status:
        for field in ("retired_on", "retired_reason"):
            if getattr(spec.dates, field) is not None:
                message = f"This line describes a retirement, but the status is {status}."
                yield Problem(("dates", field), message, "Write status: retired, or delete the line.")


def check_replacement(spec: Spec, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield the problems of the spec that replaces *spec*; *slug* is the slug of *spec*."""
    name, at = spec.replaced_by, ("replaced_by",)
    if name is None:
        return
    other = catalog.by_slug.get(name)
    if problem := _find_name_problem(name, at, slug, other, catalog):
        yield problem
    elif other and other.node:
        if spec.status != "retired":
            message = f"“{other.spec.title}” replaces this spec, which is not retired."
            yield Problem(at, message, "Write status: retired, or delete the line until then.")
        if other.spec.status == "draft":
            message = f"“{other.spec.title}” is still a draft, so its page does not exist yet."
            yield Problem(at, message, "Add this line when it is published.")
        if slug not in other.spec.replaces:
            message = f"“{other.spec.title}” does not say that it replaces this spec."
            related = (Related("its list of what it replaces", ("replaces",), path=other.slug),)
            yield Problem(at, message, f"Add “{slug}” to “replaces” there.", related=related)


def check_replaced_specs(spec: Spec, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield the problems of the specs that *spec* replaces; *slug* is the slug of *spec*.

    Several specs may replace one, which can name only one of them. So a replaced spec is reported only if it does not
    name any replacement.
    """
    for i, name in enumerate(spec.replaces):
        at, other = ("replaces", i), catalog.by_slug.get(name)
        if problem := _find_name_problem(name, at, slug, other, catalog):
            yield problem
        elif other and other.node and other.spec.replaced_by is None and spec.status in ("published", "retired"):
            message = f"“{other.spec.title}” does not say what replaces it."
            related = (Related("the spec that is replaced", ("status",), path=other.slug),)
            advice = f"Retire that spec with replaced_by: {slug}, or delete it from this list."
            yield Problem(at, message, advice, related=related)


def _find_name_problem(
    name: str, at: Pointer, slug: str, other: Entry[Spec] | None, catalog: Catalog
) -> Problem | None:
    """Return the problem of *name*, which must belong to a different spec in the same folder; None if it does."""
    own = catalog.by_slug[slug].folder
    if name == slug:
        return Problem(at, "A spec cannot replace itself.", "Name a different spec, or delete the line.")
    if other is None or other.folder != own:
        known = [each.slug for each in catalog.entries if each.folder == own and each.slug != slug]
        what = "micro-credential" if own == "credentials" else "stack"
        return Problem(
            at, f"The {what} “{name}” does not exist.", suggest(name, known) if known else "Delete the line."
        )
    return None
