"""CASE 1.1: a package of competencies, with the rubrics that judge them and the stacks they belong to.

A competency becomes a credential, an item of the type “Stack” a stack; other items are left to
``frameworks`` (``import case --framework``), because they are standards and no credentials.
"""

import re
from collections.abc import Iterator
from typing import Any

from ...model.program import Program
from ...model.slugs import suggest_slug
from ..draft import Draft, Facts, UnreadableError, parsed, rows, slug_at, text_of, texts
from ._rubric import rubric


def read(data: bytes, program: Program) -> Iterator[Draft]:
    """Yield a draft for each competency and stack of the package.

    Raises:
        UnreadableError: it is no package, or has neither.
    """
    package = package_of(data)
    items = {str(item.get("identifier")): item for item in rows(package.get("CFItems"))}
    wanted = {id: item for id, item in items.items() if item.get("CFItemType") in ("Competency", "Stack")}
    if not wanted:
        raise UnreadableError(
            "No item of the package is a competency. To bring standards in, add --framework and an id."
        )
    rubrics = dict(_rubrics(package))
    places = dict(_memberships(package, items))
    for id, item in wanted.items():
        yield _draft(item, rubrics.get(id, {}), places.get(id, []), program)


def package_of(data: bytes) -> dict[str, Any]:
    """Return the package in *data*, which some providers wrap in an object called ``CFPackage``.

    Raises:
        UnreadableError: there is none.
    """
    found = parsed(data)
    found = found.get("CFPackage", found) if isinstance(found, dict) else {}
    if not isinstance(found, dict) or not rows(found.get("CFItems")):
        raise UnreadableError("There is no CASE package with items in the file.")
    return found


def _draft(item: dict[str, Any], judged: dict[str, Any], stacks: list[dict[str, Any]], program: Program) -> Draft:
    facts = Facts(program)
    is_stack = item.get("CFItemType") == "Stack"
    statement = text_of(item.get("fullStatement"))
    title = text_of(item.get("abbreviatedStatement"))
    facts.uid(item.get("identifier"))
    facts.address(item.get("notes"))
    facts.take("title", title or " ".join(statement.split()[:8]), "" if title else "made of the first words")
    facts.take("outcome" if is_stack else "competency", statement)
    facts.language(item.get("language"))
    facts.take("tags", texts(item.get("conceptKeywords") or []))
    if not is_stack:
        facts.ids("subjects", "subjects", texts(item.get("subject") or []))
        facts.take("rubric", judged)
        facts.take("stacks", stacks, "whether it is required or elective is not said")
    return facts.done("stacks" if is_stack else "credentials")


def _rubrics(package: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each rubric with the identifier of the item that its criteria judge."""
    for each in rows(package.get("CFRubrics")):
        criteria = sorted(rows(each.get("CFRubricCriteria")), key=_position)
        link = criteria[0].get("CFItemURI") if criteria else None
        if isinstance(link, dict):
            passing = re.search(r"passing level is “([^”]+)”", str(each.get("description")))
            found = [(text_of(criterion.get("category")), _levels(criterion)) for criterion in criteria]
            yield str(link.get("identifier")), rubric(found, text_of(passing[1]) if passing else "", "", None)


def _levels(criterion: dict[str, Any]) -> list[tuple[str, int, str]]:
    found = sorted(rows(criterion.get("CFRubricCriterionLevels")), key=_position)
    return [(text_of(each.get("quality")), n, text_of(each.get("description"))) for n, each in enumerate(found)]


def _position(each: dict[str, Any]) -> float:
    place = each.get("position")
    return float(place) if isinstance(place, int | float) else 0.0


def _memberships(
    package: dict[str, Any], items: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for tie in rows(package.get("CFAssociations")):
        origin, target = tie.get("originNodeURI"), tie.get("destinationNodeURI")
        if tie.get("associationType") == "isPartOf" and isinstance(origin, dict) and isinstance(target, dict):
            stack = items.get(str(target.get("identifier")), {})
            slug = slug_at(str(stack.get("notes"))) or suggest_slug(text_of(stack.get("abbreviatedStatement")))
            order = tie.get("sequenceNumber")
            place = {
                "stack": slug,
                "role": "elective",
                "order": order if type(order) is int and 0 < order < 1000 else 0,
            }
            if slug:
                found.setdefault(str(origin.get("identifier")), []).append(place)
    yield from found.items()
