"""A scorecard as a comment for a pull request: what fails and where, then what a person has to decide."""

from collections.abc import Iterator

from ...checking.finding import Finding
from ...checking.scorecard import ClauseResult, Result, Scorecard
from ...model.wording import plural
from .._markdown import escape, format_code


def make_comment(card: Scorecard) -> str:
    """Return *card* as Markdown, in which text of authors has no effect."""
    met = f"{card.counts[Result.MET]} of {plural(card.applicable, 'clause')} met" if card.clauses else "cannot be read"
    parts = [f"## {escape(card.title)}: {met}", f"Checked as {escape(card.label.lower())}. {format_code(card.path)}"]
    for result in (Result.NOT_MET, Result.JUDGMENT, Result.WAIVED):
        lines = [line for each in card.clauses if each.result is result for line in _clause(each)]
        parts += [f"### {result.words} ({card.counts[result]})", "\n".join(lines)] if lines else []
    others = [_finding(finding) for finding in card.other_findings]
    parts += ["### Other findings", "\n".join(others)] if others else []
    return "\n\n".join(parts) + "\n"


def _clause(each: ClauseResult) -> Iterator[str]:
    yield f"- **{escape(each.clause.text)}** ({escape(each.crosswalk.title)})"
    yield from (f"  {_finding(finding)}" for _, findings in each.findings_by_rule for finding in findings)
    yield from (f"  - {waiver.rule} until {waiver.expires}: {escape(waiver.reason)}" for waiver in each.waivers)
    if each.question and not each.attestation:
        roles = " or ".join(role.label.lower() for role in each.roles)
        yield f"  - To be answered: {escape(each.question)} ({escape(roles)})"


def _finding(finding: Finding) -> str:
    place = format_code(f"{finding.place.path}:{finding.place.start.line}")
    waived = " (waived)" if finding.status == "waived" else ""
    return f"- {finding.rule.id}{waived} {escape(finding.message)} {escape(finding.advice)} {place}"
