"""What an earner must do, as the Markdown that badge platforms show under “criteria”."""

import re
from collections.abc import Iterator, Sequence

from ...catalog.catalog import Catalog, Entry
from ...model.evidence import Artifact, Prompt, Rubric
from ...model.program import Program
from ...model.spec import MicroCredential, Spec, Stack


def narrative(spec: Spec, catalog: Catalog, slug: str) -> str:
    """Return the criteria of *spec*, a credential or the stack named *slug*."""
    lines = (
        _of_credential(spec, catalog.program) if isinstance(spec, MicroCredential) else _of_stack(spec, catalog, slug)
    )
    return "\n\n".join(lines)


def statement(spec: Spec) -> str:
    """Return what somebody who earned *spec* can do."""
    return spec.competency if isinstance(spec, MicroCredential) else str(getattr(spec, "outcome", spec.title))


def requirements(spec: MicroCredential) -> list[str]:
    """Return what *spec* asks for, one plain sentence or two for each part, in the order of the form."""
    evidence = spec.evidence
    prompts = [each.prompt for each in (*evidence.overview, *evidence.reflection)]
    artifacts = [f"{each.name}: {each.description}" for each in evidence.artifacts]
    return [*prompts[: len(evidence.overview)], *artifacts, *prompts[len(evidence.overview) :]]


def scoring(rubric: Rubric, program: Program) -> str:
    """Return what *rubric* takes for enough, in plain sentences."""
    return " ".join(_decision(rubric, program))


def _of_credential(spec: MicroCredential, program: Program) -> Iterator[str]:
    yield escaped(spec.competency)
    evidence = spec.evidence
    parts: dict[str, Sequence[Prompt | Artifact]] = {
        "Overview": evidence.overview, "Artifacts": evidence.artifacts, "Reflection": evidence.reflection,
    }  # fmt: skip
    for number, (title, asked) in enumerate(parts.items(), 1):
        if asked:
            yield f"**Part {number}: {title}**"
            yield "\n".join(f"{i}. {_asked(each)}" for i, each in enumerate(asked, 1))
    if spec.rubric.criteria:
        yield "**How it is scored**"
        yield escaped(scoring(spec.rubric, program))


def _asked(part: Prompt | Artifact) -> str:
    if isinstance(part, Artifact):
        return f"{escaped(part.name)}: {escaped(part.description)}"
    return escaped(part.prompt)


def _decision(rubric: Rubric, program: Program) -> Iterator[str]:
    if rubric.decision_rule:
        yield f"{program.label('decision_rules', rubric.decision_rule)}."
    if rubric.passing_level:
        yield f"The passing level is “{rubric.passing_level}”."
    if rubric.points:
        yield f"The points must reach {rubric.points.cut_score}, and {rubric.points.criterion_floor} in each criterion."


def _of_stack(spec: Spec, catalog: Catalog, slug: str) -> Iterator[str]:
    if not isinstance(spec, Stack):
        return
    yield escaped(spec.outcome)
    for role, title in (("required", "Required"), ("elective", f"Electives, {spec.electives_min} or more")):
        if members := members_as(role, slug, catalog):
            yield f"**{title}**"
            yield "\n".join(f"- {escaped(member.spec.title)}" for member in members)


def members_as(role: str, stack: str, catalog: Catalog) -> list[Entry[MicroCredential]]:
    """Return the members of *stack* that can be earned today and are ``required`` or ``elective`` in it, in order."""
    known = catalog.earnable_members(stack)
    return [each for each in known if any(m.role == role and m.stack == stack for m in each.spec.stacks)]


def escaped(text: str) -> str:
    """Return plain *text* so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#|&])", r"\\\1", " ".join(text.split()))
