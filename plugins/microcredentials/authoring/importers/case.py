"""CASE 1.1: a package of competencies, with their rubrics and the stacks they belong to.

A competency becomes a credential, and an item of the type “Stack” a stack. All other items are standards, which
``import case --framework`` imports.
"""

import re
from collections.abc import Iterator
from typing import Any

from ...model.program import Program
from ...model.slugs import suggest_slug
from ..draft import ROLE_UNKNOWN, Draft, DraftPart, make_draft, slug_in_url, take, take_ids, take_language, take_uid
from ..untrusted import UnreadableError, objects, parse_json, plain_text, plain_texts
from ._rubric import Criterion, Level, PassingRule, make_rubric

Item = dict[str, Any]


def read(data: bytes, program: Program) -> Iterator[Draft]:
    """Yield a draft for each competency and stack of the package.

    Raises:
        UnreadableError: it is not a package, or contains neither competencies nor stacks.
    """
    package = find_package(data)
    items = {str(item.get("identifier")): item for item in objects(package.get("CFItems"))}
    wanted = {id: item for id, item in items.items() if item.get("CFItemType") in ("Competency", "Stack")}
    if not wanted:
        raise UnreadableError("No item of the package is a competency. To import standards, add --framework and an id.")
    rubrics = dict(_rubrics(package))
    memberships = _memberships(package, items)
    for id, item in wanted.items():
        is_stack = item.get("CFItemType") == "Stack"
        parts = [*_common(item, "outcome" if is_stack else "competency")]
        if not is_stack:
            parts += (
                take_ids("subjects", plain_texts(item.get("subject") or []), program),
                take("rubric", rubrics.get(id)),
                take("stacks", memberships.get(id), ROLE_UNKNOWN),
            )
        yield make_draft("stacks" if is_stack else "credentials", parts, slug_in_url(item.get("notes")))


def find_package(data: bytes) -> dict[str, Any]:
    """Return the package in *data*, which some providers wrap in an object called ``CFPackage``.

    Raises:
        UnreadableError: *data* contain no package.
    """
    found = parse_json(data)
    found = found.get("CFPackage", found) if isinstance(found, dict) else {}
    if not isinstance(found, dict) or not objects(found.get("CFItems")):
        raise UnreadableError("The file does not contain a CASE package with items.")
    return found


def _common(item: Item, statement_field: str) -> Iterator[DraftPart]:
    """Yield the fields that credentials and stacks share."""
    statement = plain_text(item.get("fullStatement"))
    title = plain_text(item.get("abbreviatedStatement"))
    yield take_uid(item.get("identifier"))
    yield take(
        "title", title or " ".join(statement.split()[:8]), "" if title else "made from the first words of the statement"
    )
    yield take(statement_field, statement)
    yield take_language(item.get("language"))
    yield take("tags", plain_texts(item.get("conceptKeywords") or []))


def _rubrics(package: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each rubric after the identifier of the item that it is for."""
    for each in objects(package.get("CFRubrics")):
        criteria = sorted(objects(each.get("CFRubricCriteria")), key=_position)
        link = criteria[0].get("CFItemURI") if criteria else None
        if isinstance(link, dict):
            level = re.search(r"passing level is “([^“”]+)”", str(each.get("description")))
            found = [Criterion(plain_text(one.get("category")), _levels(one)) for one in criteria]
            yield str(link.get("identifier")), make_rubric(found, PassingRule(plain_text(level[1]) if level else ""))


def _levels(criterion: Item) -> list[Level]:
    found = sorted(objects(criterion.get("CFRubricCriterionLevels")), key=_position)
    return [(plain_text(each.get("quality")), n, plain_text(each.get("description"))) for n, each in enumerate(found)]


def _position(each: Item) -> float:
    position = each.get("position")
    return float(position) if isinstance(position, int | float) else 0.0


def _memberships(package: dict[str, Any], items: dict[str, Item]) -> dict[str, list[dict[str, Any]]]:
    """Return the stacks that each item is part of, by the identifier of the item."""
    found: dict[str, list[dict[str, Any]]] = {}
    for association in objects(package.get("CFAssociations")):
        origin, target = association.get("originNodeURI"), association.get("destinationNodeURI")
        if association.get("associationType") == "isPartOf" and isinstance(origin, dict) and isinstance(target, dict):
            stack = items.get(str(target.get("identifier")), {})
            slug = slug_in_url(stack.get("notes")) or suggest_slug(plain_text(stack.get("abbreviatedStatement")))
            order = association.get("sequenceNumber")
            order = order if type(order) is int and 0 < order < 1000 else 0
            if slug:
                membership = {"stack": slug, "role": "elective", "order": order}
                found.setdefault(str(origin.get("identifier")), []).append(membership)
    return found
