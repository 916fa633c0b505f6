"""Open Badges: Achievements of version 3.0, badges that hold one, lists of them, and BadgeClasses of version 2.

The criteria are one text there. Where it has the form that our own export gives it, its parts become evidence again;
any other text is kept as the competency to be rewritten, which a person must look at.
"""

import re
from collections.abc import Iterator
from typing import Any

from ...model.program import Program
from ..draft import Draft, Facts, UnreadableError, parsed, rows, text_of, texts
from ._rubric import rubric

_KNOWN = {
    "@context", "id", "type", "name", "description", "criteria", "version", "inLanguage", "tag", "tags",
    "achievementType", "otherIdentifier", "alignment", "resultDescription", "fieldOfStudy", "creator", "issuer",
    "image", "related",
}  # fmt: skip
_PART = re.compile(r"\*\*Part \d: (Overview|Artifacts|Reflection)\*\*\s*\n((?:\s*\d+\. .*\n?)+)")
_ITEM = re.compile(r"^\s*\d+\. (.+)$", re.MULTILINE)
_POINTS = re.compile(r"The points must reach (\d+), and (\d+) in each criterion")


def read(data: bytes, program: Program) -> Iterator[Draft]:
    """Yield a draft for each Achievement in *data*; a stack of our own export becomes a stack.

    Raises:
        UnreadableError: there is none.
    """
    found = list(_achievements(parsed(data)))
    if not found:
        raise UnreadableError("There is no Achievement in the file. Is it an Open Badges file?")
    for each in found:
        yield _draft(each, program)


def _achievements(data: Any) -> Iterator[dict[str, Any]]:
    for each in rows(data if isinstance(data, list) else [data]):
        subject = each.get("credentialSubject")
        inner = subject.get("achievement") if isinstance(subject, dict) else each.get("badge", each)
        if isinstance(inner, dict) and text_of(inner.get("name")):
            yield inner


def _draft(badge: dict[str, Any], program: Program) -> Draft:
    facts = Facts(program)
    narrative = _narrative(badge)
    is_stack = badge.get("achievementType") == "Achievement" and "**Required**" in narrative
    for identifier in rows(badge.get("otherIdentifier")):
        facts.uid(identifier.get("identifier"))
    facts.address(badge.get("id"))
    facts.take("title", text_of(badge.get("name")))
    facts.take("summary", text_of(badge.get("description")))
    facts.version(badge.get("version"))
    facts.language(badge.get("inLanguage"))
    facts.take("tags", texts(badge.get("tag") or badge.get("tags") or []))
    _issuer(badge, facts)
    _competency("outcome" if is_stack else "competency", narrative, facts)
    if not is_stack:
        _credential(badge, narrative, facts)
    facts.left_out += sorted(f"{text_of(name)[:40]}: a spec has no such field" for name in badge.keys() - _KNOWN)
    return facts.done("stacks" if is_stack else "credentials")


def _narrative(badge: dict[str, Any]) -> str:
    criteria = badge.get("criteria")
    said = criteria.get("narrative") if isinstance(criteria, dict) else criteria
    return said[:100_000] if isinstance(said, str) else ""


def _issuer(badge: dict[str, Any], facts: Facts) -> None:
    creator = badge.get("creator") or badge.get("issuer")
    name = text_of(creator.get("name")) if isinstance(creator, dict) else ""
    issuers = facts.program.file.issuers if facts.program.file else ()
    known = next((issuer.id for issuer in issuers if issuer.name == name), "")
    facts.take("issuer", known if facts.program.file and known != facts.program.file.issuer else "")
    if name and not known:
        facts.left_out.append(f"issuer: “{name}” is not among the issuers of program.yml")


def _competency(field: str, narrative: str, facts: Facts) -> None:
    first = text_of(narrative.partition("\n\n")[0])
    sure = first.startswith("The ")
    facts.take(field, first, "" if sure else "taken from the criteria; say in one sentence what the educator does")


def _credential(badge: dict[str, Any], narrative: str, facts: Facts) -> None:
    facts.ids("subjects", "subjects", [each for each in re.split(r",\s*", text_of(badge.get("fieldOfStudy"))) if each])
    _ties(badge, facts)
    evidence = dict(_evidence(narrative))
    facts.take("evidence", evidence)
    if narrative and not evidence:
        facts.left_out.append("criteria: the text is not in parts; turn it into evidence by hand")
    results = [each for each in rows(badge.get("resultDescription")) if rows(each.get("rubricCriterionLevel"))]
    facts.take("rubric", _rubric(results, narrative, facts.program))


def _ties(badge: dict[str, Any], facts: Facts) -> None:
    """Take alignments: those to a known framework, and those to a stack."""
    frameworks = {framework.title: id for id, framework in (facts.program.frameworks or {}).items()}
    aligned, stacks = [], []
    for each in rows(badge.get("alignment")):
        framework = frameworks.get(text_of(each.get("targetFramework")))
        stack = re.search(r"/stacks/([a-z0-9-]+)/", str(each.get("targetUrl")))
        if framework:
            aligned.append({"framework": framework, "code": text_of(each.get("targetCode"))})
        elif stack and each.get("targetType") == "ceterms:Credential":
            stacks.append({"stack": stack[1], "role": "elective"})
        else:
            facts.left_out.append(
                f"alignment: “{text_of(each.get('targetName'))[:60]}” is in no framework of this program"
            )
    facts.take("alignment", aligned)
    facts.take("stacks", stacks, "whether it is required or elective is not said")


def _evidence(narrative: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for part, items in _PART.findall(narrative):
        found = [text_of(item) for item in _ITEM.findall(items)]
        yield part.lower(), [_piece(part.lower(), number, text) for number, text in enumerate(found, 1)]


def _piece(part: str, number: int, text: str) -> dict[str, Any]:
    name, _, description = text.partition(": ")
    if part == "artifacts":
        return {"id": f"artifact-{number}", "name": name, "description": description or name}
    return {"id": f"{part}-{number}", "prompt": text}


def _rubric(results: list[dict[str, Any]], narrative: str, program: Program) -> dict[str, Any]:
    """Return the rubric; its levels are those of the first criterion, from the fewest points to the most."""
    criteria = [(text_of(each.get("name")), _levels(each)) for each in results]
    required = results[0].get("requiredLevel") if results else None
    levels = rows(results[0].get("rubricCriterionLevel")) if results else []
    passing = next((text_of(each.get("name")) for each in levels if each.get("id") == required), "")
    rules = {term.label: term.id for term in program.terms("decision_rules")}
    rule = next((id for label, id in rules.items() if label in narrative), "")
    points = _POINTS.search(narrative)
    said = re.search(r"The passing level is “([^”]+)”", narrative)
    return rubric(
        criteria, text_of(said[1]) if said else passing, rule, (int(points[1]), int(points[2])) if points else None
    )


def _levels(result: dict[str, Any]) -> list[tuple[str, int, str]]:
    found = rows(result.get("rubricCriterionLevel"))
    levels = [(text_of(each.get("name")), _number(each.get("points"), n), text_of(each.get("description")))
              for n, each in enumerate(found)]  # fmt: skip
    return sorted(levels, key=lambda level: level[1])


def _number(points: object, otherwise: int) -> int:
    return int(str(points)) if re.fullmatch(r"[0-9]{1,4}", str(points)) else otherwise
