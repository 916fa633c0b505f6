"""A scorecard as a comment for a pull request: what fails and where, then what is to be judged."""

from collections.abc import Iterator

from ...checking.finding import Finding
from ...checking.scorecard import ClauseResult, Result, Scorecard
from ...model.wording import plural
from .markdown import escaped


def comment(card: Scorecard) -> str:
    """Return *card* as Markdown; nothing that an author wrote can act in it."""
    met = f"{card.counts[Result.MET]} of {plural(card.applicable, 'clause')} met" if card.clauses else "cannot be read"
    parts = [f"## {escaped(card.title)}: {met}", f"Judged as {escaped(card.label.lower())}. `{card.path}`"]
    for result in (Result.NOT_MET, Result.JUDGEMENT, Result.WAIVED):
        lines = [line for each in card.clauses if each.result is result for line in _clause(each)]
        parts += [f"### {result.words} ({card.counts[result]})", "\n".join(lines)] if lines else []
    others = [_finding(found) for found in card.other_findings]
    parts += ["### Besides the clauses", "\n".join(others)] if others else []
    return "\n\n".join(parts) + "\n"


def _clause(each: ClauseResult) -> Iterator[str]:
    yield f"- **{escaped(each.clause.text)}** ({escaped(each.crosswalk.title)})"
    yield from (f"  {_finding(found)}" for _, faults in each.findings_by_rule for found in faults)
    yield from (f"  - {waiver.rule} until {waiver.expires}: {escaped(waiver.reason)}" for waiver in each.waivers)
    if each.question and not each.attestation:
        roles = " or ".join(role.label.lower() for role in each.roles)
        yield f"  - To ask: {escaped(each.question)} ({escaped(roles)})"


def _finding(found: Finding) -> str:
    place = f"`{found.place.path}:{found.place.start.line}`"
    waived = " (waived)" if found.status == "waived" else ""
    return f"- {found.rule.id}{waived} {escaped(found.message)} {escaped(found.advice)} {place}"
