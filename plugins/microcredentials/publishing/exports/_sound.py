"""A last look at what is about to be published: whether it holds together, whatever a rule was told to overlook.

A rule may be waived, and what is retired or kept is judged by few of them. A badge or a description in the Registry
that contradicts itself would be copied by others and could not be called back, so the build stops instead.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .._exporting import ExportError
from ._ctdl_ties import INVERSES

Node = Mapping[str, Any]
_REFERENCES = (
    "ceterms:hasRubric", "ceterms:ownedBy", "ceterms:offeredBy", "ceterms:previousVersion", "ceterms:latestVersion",
)  # fmt: skip


def sound(achievement: dict[str, Any], path: str) -> dict[str, Any]:
    """Return *achievement*, which is made of the file *path*.

    Raises:
        ExportError: it does not hold together.
    """
    _refuse(path, (*_relative(_addresses(achievement)), *_rubric(achievement)))
    return achievement


def check_graph(nodes: Sequence[Node]) -> None:
    """Look at the *nodes* of CTDL.

    Raises:
        ExportError: they do not hold together.
    """
    known = {node["@id"]: node for node in nodes}
    _refuse("ctdl.jsonld", (*_relative(known), *_ties(known)))


def _refuse(where: str, faults: tuple[str, ...]) -> None:
    if faults:
        raise ExportError("".join(f"{where}: {fault}\n" for fault in faults))


def _relative(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        if not re.match(r"https?://[^/]", address):
            yield f"“{address}” is no whole address. Give the site's as site_url in mkdocs.yml, beginning with https://."


def _addresses(data: Node) -> Iterator[str]:
    yield data["id"]
    yield from (data[part]["id"] for part in ("criteria", "image", "creator") if data.get(part))
    yield from (each["id"] for each in data.get("related", ()))
    yield from (each["targetUrl"] for each in data.get("alignment", ()))


def _rubric(data: Node) -> Iterator[str]:
    for result in data.get("resultDescription", ()):
        name, levels = result["name"], result["rubricCriterionLevel"]
        ids = {level["id"] for level in levels}
        if len(ids) < len(levels):
            yield f"The criterion “{name}” has two levels of the same name. Give each level its own."
        if result.get("requiredLevel") not in {None, *ids}:
            yield f"The criterion “{name}” requires a level that it does not have. Name one of its levels."
        if any(int(low["points"]) > int(high["points"]) for low, high in pairwise(levels)):
            yield f"The points of the criterion “{name}” do not rise. Order levels and points from low to high."


def _ties(known: Mapping[str, Node]) -> Iterator[str]:
    for id, node in known.items():
        for term, back in INVERSES.items():
            for other in node.get(term, ()):
                if id not in known.get(other, {}).get(back, ()):
                    yield f"{id} says {term} {other}, which does not say {back} in return."
        for term in _REFERENCES:
            said = node.get(term, ())
            for other in [said] if isinstance(said, str) else said:
                if other not in known:
                    yield f"{id} says {term} {other}, and there is no such thing."
