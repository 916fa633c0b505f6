"""Open Badges: Achievements of version 3.0, badges that contain one, lists of them, and BadgeClasses of version 2.

Their criteria are one text. If it has the form of our own export, its parts become evidence again. Any other text
becomes the competency, which a person must rewrite.
"""

import re
from collections.abc import Iterator
from typing import Any

from ...model.program import Program
from ..draft import (
    ROLE_UNKNOWN,
    Draft,
    DraftPart,
    make_draft,
    slug_in_url,
    take,
    take_ids,
    take_language,
    take_uid,
    take_version,
)
from ..untrusted import UnreadableError, objects, parse_json, plain_text, plain_texts
from ._rubric import Criterion, Level, PassingRule, make_rubric

_KNOWN = {
    "@context", "id", "type", "name", "description", "criteria", "version", "inLanguage", "tag", "tags",
    "achievementType", "otherIdentifier", "alignment", "resultDescription", "fieldOfStudy", "creator", "issuer",
    "image", "related",
}  # fmt: skip
_PART = re.compile(r"\*\*Part \d: (Overview|Artifacts|Reflection)\*\*\s*\n((?:\s*\d+\. .*\n?)+)")
_ITEM = re.compile(r"^\s*\d+\. (.+)$", re.MULTILINE)
_POINTS = re.compile(r"The points must reach (\d+), and (\d+) in each criterion")
Badge = dict[str, Any]


def read(data: bytes, program: Program) -> Iterator[Draft]:
    """Yield a draft for each Achievement in *data*; a stack of our own export becomes a stack.

    Raises:
        UnreadableError: *data* contain no Achievement.
    """
    found = list(_achievements(parse_json(data)))
    if not found:
        raise UnreadableError("The file contains no Achievement. Is it an Open Badges file?")
    for badge in found:
        narrative = _narrative(badge)
        is_stack = badge.get("achievementType") == "Achievement" and "**Required**" in narrative
        parts = [*_common(badge, program), _competency("outcome" if is_stack else "competency", narrative)]
        parts += [] if is_stack else _parts_of_credential(badge, narrative, program)
        unknown = sorted(f"{plain_text(name)[:40]}: a spec has no such field" for name in badge.keys() - _KNOWN)
        folder = "stacks" if is_stack else "credentials"
        yield make_draft(folder, (*parts, DraftPart(left_out=tuple(unknown))), slug_in_url(badge.get("id")))


def _achievements(data: Any) -> Iterator[Badge]:
    for each in objects(data if isinstance(data, list) else [data]):
        subject = each.get("credentialSubject")
        inner = subject.get("achievement") if isinstance(subject, dict) else each.get("badge", each)
        if isinstance(inner, dict) and plain_text(inner.get("name")):
            yield inner


def _narrative(badge: Badge) -> str:
    criteria = badge.get("criteria")
    text = criteria.get("narrative") if isinstance(criteria, dict) else criteria
    return text[:100_000] if isinstance(text, str) else ""


def _common(badge: Badge, program: Program) -> Iterator[DraftPart]:
    """Yield the fields that credentials and stacks share."""
    for identifier in objects(badge.get("otherIdentifier")):
        yield take_uid(identifier.get("identifier"))
    yield take("title", plain_text(badge.get("name")))
    yield take("summary", plain_text(badge.get("description")))
    yield take_version(badge.get("version"))
    yield take_language(badge.get("inLanguage"))
    yield take("tags", plain_texts(badge.get("tag") or badge.get("tags") or []))
    yield _issuer(badge, program)


def _issuer(badge: Badge, program: Program) -> DraftPart:
    """Take the issuer if it is a known one and not the program's own, which specs inherit."""
    creator = badge.get("creator") or badge.get("issuer")
    name = plain_text(creator.get("name")) if isinstance(creator, dict) else ""
    issuers = {issuer.name: issuer.id for issuer in reversed(program.file.issuers)} if program.file else {}
    if name and name not in issuers:
        return DraftPart(left_out=(f"issuer: “{name}” is not one of the issuers in program.yml",))
    is_own = program.file is None or issuers.get(name) == program.file.issuer
    return take("issuer", "" if is_own else issuers.get(name))


def _competency(field: str, narrative: str) -> DraftPart:
    first = plain_text(narrative.partition("\n\n")[0])
    is_sentence = first.startswith("The ")
    guess = "" if is_sentence else "taken from the criteria; say in one sentence what the educator does"
    return take(field, first, guess)


def _parts_of_credential(badge: Badge, narrative: str, program: Program) -> Iterator[DraftPart]:
    studies = re.split(r",\s*", plain_text(badge.get("fieldOfStudy")))
    yield take_ids("subjects", filter(None, studies), program)
    yield from _alignments(badge, program)
    evidence = dict(_evidence(narrative))
    yield take("evidence", evidence)
    if narrative and not evidence:
        yield DraftPart(left_out=("criteria: the text is not divided into parts; turn it into evidence by hand",))
    results = [each for each in objects(badge.get("resultDescription")) if objects(each.get("rubricCriterionLevel"))]
    yield take("rubric", _rubric(results, narrative, program))


def _alignments(badge: Badge, program: Program) -> Iterator[DraftPart]:
    """Yield the alignments to known frameworks, and a membership for each alignment to a stack."""
    frameworks = {framework.title: id for id, framework in (program.frameworks or {}).items()}
    aligned, stacks, left_out = [], [], []
    for each in objects(badge.get("alignment")):
        framework = frameworks.get(plain_text(each.get("targetFramework")))
        stack = re.search(r"/stacks/([a-z0-9-]+)/", str(each.get("targetUrl")))
        if framework:
            aligned.append({"framework": framework, "code": plain_text(each.get("targetCode"))})
        elif stack and each.get("targetType") == "ceterms:Credential":
            stacks.append({"stack": stack[1], "role": "elective"})
        else:
            name = plain_text(each.get("targetName"))[:60]
            left_out.append(f"alignment: “{name}” is not in a framework of this program")
    yield DraftPart(left_out=tuple(left_out))
    yield take("alignment", aligned)
    yield take("stacks", stacks, ROLE_UNKNOWN)


def _evidence(narrative: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for part, items in _PART.findall(narrative):
        found = [plain_text(item) for item in _ITEM.findall(items)]
        yield part.lower(), [_piece(part.lower(), number, text) for number, text in enumerate(found, 1)]


def _piece(part: str, number: int, text: str) -> dict[str, Any]:
    name, _, description = text.partition(": ")
    if part == "artifacts":
        return {"id": f"artifact-{number}", "name": name, "description": description or name}
    return {"id": f"{part}-{number}", "prompt": text}


def _rubric(results: list[dict[str, Any]], narrative: str, program: Program) -> dict[str, Any]:
    """Return the rubric, with the levels of the first criterion from the fewest points to the most."""
    criteria = [Criterion(plain_text(each.get("name")), _levels(each)) for each in results]
    required = results[0].get("requiredLevel") if results else None
    levels = objects(results[0].get("rubricCriterionLevel")) if results else []
    passing = next((plain_text(each.get("name")) for each in levels if each.get("id") == required), "")
    stated = re.search(r"The passing level is “([^“”]+)”", narrative)
    rules = {term.label: term.id for term in program.terms("decision_rules")}
    rule = next((id for label, id in rules.items() if label in narrative), "")
    points = _POINTS.search(narrative)
    sums = (int(points[1]), int(points[2])) if points else None
    return make_rubric(criteria, PassingRule(plain_text(stated[1]) if stated else passing, rule, sums))


def _levels(result: dict[str, Any]) -> list[Level]:
    found = objects(result.get("rubricCriterionLevel"))
    levels = [(plain_text(each.get("name")), _points(each.get("points"), n), plain_text(each.get("description")))
              for n, each in enumerate(found)]  # fmt: skip
    return sorted(levels, key=lambda level: level[1])


def _points(points: object, default: int) -> int:
    return int(str(points)) if re.fullmatch(r"[0-9]{1,4}", str(points)) else default
