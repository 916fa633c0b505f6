"""A last check that the data to be published is consistent, even where a rule was waived.

Few rules apply to retired specs and kept versions, and any of them can be waived. But others copy a badge or a
description in the Registry, and it cannot be recalled, so the build stops instead.
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


def check_achievement(achievement: Node, path: str) -> None:
    """Check *achievement*, which describes the file *path*.

    Raises:
        ExportError: it contradicts itself, or an address in it is relative.
    """
    _refuse(path, (*_relative(_addresses(achievement)), *_rubric(achievement)))


def check_graph(nodes: Sequence[Node]) -> None:
    """Check the CTDL *nodes* of a catalog.

    Raises:
        ExportError: a tie is stated at one end only, a reference leads nowhere, or an address is relative.
    """
    known = {node["@id"]: node for node in nodes}
    _refuse("ctdl.jsonld", (*_relative(known), *_ties(known), *_references(known)))


def _refuse(where: str, problems: tuple[str, ...]) -> None:
    if problems:
        raise ExportError("".join(f"{where}: {problem}\n" for problem in problems))


def _relative(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        if not re.match(r"https?://[^/]", address):
            yield f"“{address}” is not a complete address. Set site_url in mkdocs.yml to one that begins with https://."


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
            yield f"The criterion “{name}” has two levels with the same name. Give each level its own name."
        if result.get("requiredLevel") not in {None, *ids}:
            yield f"The criterion “{name}” requires a level that it does not have. Name one of its levels."
        if any(int(low["points"]) > int(high["points"]) for low, high in pairwise(levels)):
            yield f"The points of the criterion “{name}” do not rise. Order levels and points from low to high."


def _ties(known: Mapping[str, Node]) -> Iterator[str]:
    for id, node in known.items():
        for term, inverse in INVERSES.items():
            for other in node.get(term, ()):
                if id not in known.get(other, {}).get(inverse, ()):
                    yield f"{id} refers to {other} ({term}), but {other} does not refer back ({inverse})."


def _references(known: Mapping[str, Node]) -> Iterator[str]:
    for id, node in known.items():
        for term in _REFERENCES:
            value = node.get(term, ())
            for other in [value] if isinstance(value, str) else value:
                if other not in known:
                    yield f"{id} refers to {other} ({term}), which does not exist."
