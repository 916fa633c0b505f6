"""The requirements of a spec in words: as plain sentences, and as the Markdown that badge platforms show."""

import re
from collections.abc import Iterator, Sequence

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.evidence import Artifact, Prompt, Rubric
from ...model.program import Program
from ...model.spec import MicroCredential, Spec, Stack


def narrative(spec: Spec, catalog: Catalog, slug: str) -> str:
    """Return the criteria of *spec*, a credential or the stack named *slug*, as Markdown."""
    if isinstance(spec, MicroCredential):
        return "\n\n".join(_of_credential(spec, catalog.program))
    return "\n\n".join(_of_stack(spec, catalog, slug)) if isinstance(spec, Stack) else ""


def statement(spec: Spec) -> str:
    """Return the sentence about what an educator who earned *spec* can do."""
    return spec.competency if isinstance(spec, MicroCredential) else str(getattr(spec, "outcome", spec.title))


def requirements(spec: MicroCredential) -> list[str]:
    """Return the evidence that *spec* requires: one or two plain sentences for each part, in the order of the form."""
    evidence = spec.evidence
    artifacts = [f"{each.name}: {each.description}" for each in evidence.artifacts]
    return [
        *(each.prompt for each in evidence.overview), *artifacts, *(each.prompt for each in evidence.reflection),
    ]  # fmt: skip


def scoring(rubric: Rubric, program: Program) -> str:
    """Return how *rubric* decides whether evidence passes, in plain sentences."""
    return " ".join(_decision(rubric, program))


def _of_credential(spec: MicroCredential, program: Program) -> Iterator[str]:
    yield escape(spec.competency)
    evidence = spec.evidence
    parts: dict[str, Sequence[Prompt | Artifact]] = {
        "Overview": evidence.overview, "Artifacts": evidence.artifacts, "Reflection": evidence.reflection,
    }  # fmt: skip
    for number, (title, items) in enumerate(parts.items(), 1):
        if items:
            yield f"**Part {number}: {title}**"
            yield "\n".join(f"{i}. {_item(each)}" for i, each in enumerate(items, 1))
    if spec.rubric.criteria:
        yield "**How it is scored**"
        yield escape(scoring(spec.rubric, program))


def _item(part: Prompt | Artifact) -> str:
    if isinstance(part, Artifact):
        return f"{escape(part.name)}: {escape(part.description)}"
    return escape(part.prompt)


def _decision(rubric: Rubric, program: Program) -> Iterator[str]:
    if rubric.decision_rule:
        yield f"{program.label('decision_rules', rubric.decision_rule)}."
    if rubric.passing_level:
        yield f"The passing level is “{rubric.passing_level}”."
    if rubric.points:
        yield f"The points must reach {rubric.points.cut_score}, and {rubric.points.criterion_floor} in each criterion."


def _of_stack(spec: Stack, catalog: Catalog, slug: str) -> Iterator[str]:
    yield escape(spec.outcome)
    for role, title in (("required", "Required"), ("elective", f"Electives, {spec.electives_min} or more")):
        if members := members_with_role(role, slug, catalog):
            yield f"**{title}**"
            yield "\n".join(f"- {escape(member.spec.title)}" for member in members)


def members_with_role(role: str, stack: str, catalog: Catalog) -> list[Entry[MicroCredential]]:
    """Return the members of *stack* that can be earned today and have the *role* in it, in order."""
    members = catalog.earnable_members(stack)
    return [each for each in members if any(m.role == role and m.stack == stack for m in each.spec.stacks)]


def escape(text: str) -> str:
    """Return plain *text* so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#|&])", r"\\\1", " ".join(text.split()))
