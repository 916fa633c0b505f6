"""One page for a reviewer: every clause of the published standards with its result, the words behind it, and questions.

The file holds its own styles and script and asks nothing of any server; its policy allows nothing else.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..excerpt import Quote, quote
from ..finding import Place
from ..report import Report
from ..scorecard import ClauseResult, Result, Scorecard
from ..vocabulary import VocabularyTerm
from ..wording import day, plural
from ._comment import comment
from ._paste import Paste, paste

PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True)
class Review:
    """A scorecard with what a reviewer does about it."""

    card: Scorecard
    paste: Paste
    comment: str

    @property
    def items(self) -> str:
        """The attestations that stand in the file, for the script: JSON pairs of the clause's name and the lines."""
        return json.dumps([(item.standard, item.text) for item in self.paste.items])


def render(report: Report) -> str:
    """Return the scorecards of *report* as one HTML file."""
    reviews = tuple(Review(card, paste(card.entry), comment(card)) for card in report.scorecards)
    clauses = [clause for review in reviews for clause in review.card.clauses]
    style, script = _assets("report.css", "scorecard.css"), _assets("scorecard.js")

    def quoted(place: Place) -> Quote | None:
        return quote(place, report.texts)

    template = _environment().get_template("scorecard_report.html")
    return template.render(
        reviews=reviews, results=tuple(Result), roles=_roles(clauses), families=_families(clauses),
        areas=tuple(dict.fromkeys((each.crosswalk.title, each.area) for each in clauses)), notes=report.notes,
        style=Markup(style), script=Markup(script), policy=_policy(style, script), quote=quoted,
    )  # fmt: skip


def _roles(clauses: list[ClauseResult]) -> tuple[VocabularyTerm, ...]:
    return tuple({role.id: role for each in clauses for role in each.roles}.values())


def _families(clauses: list[ClauseResult]) -> dict[str, str]:
    return {family: topic for each in clauses for family, topic in each.families.items()}


@cache
def _assets(*names: str) -> str:
    return "\n".join((PACKAGE / "assets" / name).read_text("utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """Return the content policy of the file: this style, this script, and nothing from anywhere."""
    style, script = (base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(PACKAGE / "templates")),
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["day"] = day
    environment.globals |= {"plural": plural, "where": Place.within, "rule_address": lambda _: ""}
    return environment
