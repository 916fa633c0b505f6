"""Check that the prerequisites of a micro-credential exist and do not form a circle."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ...reading.suggest import suggest


def check_prerequisites(credential: MicroCredential, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield the problems of the prerequisites of *credential*; *slug* is its own slug."""
    for i, name in enumerate(credential.prerequisites):
        at = ("prerequisites", i)
        entry = catalog.by_slug.get(name)
        if entry is None or entry.folder != "credentials":
            known = [other.slug for other in catalog.entries if other.folder == "credentials" and other.slug != slug]
            advice = suggest(name, known) if known else "Delete it."
            yield Problem(at, f"The micro-credential “{name}” does not exist.", advice)
        elif path := _shortest_path(name, slug, catalog):
            message = f"The prerequisites form a circle: {' → '.join((slug, *path))}."
            yield Problem(at, message, "Delete one of them, so that educators have a place to begin.")


def _shortest_path(start: str, goal: str, catalog: Catalog) -> list[str]:
    """Return the shortest path of prerequisites from *start* to *goal*, including both; empty if there is no path."""
    before: dict[str, str] = {start: ""}
    for name in (reached := [start]):
        if name == goal:
            return _trace(name, before)
        entry = catalog.by_slug.get(name)
        following = entry.node.prerequisites if entry and isinstance(entry.node, MicroCredential) else ()
        for each in following:
            if each not in before:
                before[each] = name
                reached.append(each)
    return []


def _trace(last: str, before: dict[str, str]) -> list[str]:
    steps = [last]
    while before[steps[0]]:
        steps.insert(0, before[steps[0]])
    return steps
