"""Micro-credentials that must be earned first: whether they exist, and whether there is a first one."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ...reading.suggest import suggest


def prerequisites(credential: MicroCredential, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with the prerequisites of *credential*, which stands in the file *slug*."""
    for i, name in enumerate(credential.prerequisites):
        at = ("prerequisites", i)
        entry = catalog.by_slug.get(name)
        if entry is None or entry.folder != "credentials":
            known = [other.slug for other in catalog.entries if other.folder == "credentials" and other.slug != slug]
            advice = suggest(name, known) if known else "Delete it."
            yield Problem(at, f"There is no micro-credential “{name}”.", advice)
        elif way := _way(name, slug, catalog):
            message = f"The prerequisites go round in a circle: {' → '.join((slug, *way))}."
            yield Problem(at, message, "Delete one of them, so that there is one to begin with.")


def _way(start: str, goal: str, catalog: Catalog) -> list[str]:
    """Return the shortest way from *start* to *goal* over prerequisites, both included; empty where there is none."""
    before: dict[str, str] = {start: ""}
    for name in (reached := [start]):
        if name == goal:
            return _steps(name, before)
        entry = catalog.by_slug.get(name)
        further = entry.node.prerequisites if entry and isinstance(entry.node, MicroCredential) else ()
        for each in further:
            if each not in before:
                before[each] = name
                reached.append(each)
    return []


def _steps(last: str, before: dict[str, str]) -> list[str]:
    steps = [last]
    while before[steps[0]]:
        steps.insert(0, before[steps[0]])
    return steps
