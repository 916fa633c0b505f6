"""One page for a reviewer: every clause of the published standards with its result, its excerpts, and its question.

The file contains its own styles and script and loads nothing from any server; its policy allows nothing else.
"""

import json
from dataclasses import dataclass

from ...checking.excerpt import Quote, quote
from ...checking.report import Report
from ...checking.scorecard import ClauseResult, Result, Scorecard
from ...model.vocabulary import VocabularyTerm
from ...reading.place import Place
from ._comment import make_comment
from ._page import frame_page, load_script, load_style, make_environment
from ._paste import Paste, find_paste

SCORECARDS = "always"


@dataclass(frozen=True)
class Review:
    """A scorecard with what a reviewer copies from it: new attestations for the file, and a comment."""

    card: Scorecard
    paste: Paste
    comment: str

    @property
    def items(self) -> str:
        """The attestations in the file, for the script: JSON pairs of the clause's name and the lines."""
        return json.dumps([(item.standard, item.text) for item in self.paste.items])


def render(report: Report) -> str:
    """Return the scorecards of *report* as one HTML file."""
    reviews = tuple(Review(card, find_paste(card.entry), make_comment(card)) for card in report.scorecards)
    clauses = [clause for review in reviews for clause in review.card.clauses]

    def quoted(place: Place) -> Quote | None:
        return quote(place, report.texts)

    main = make_environment().get_template("scorecard_report.html").render(
        reviews=reviews, results=tuple(Result), roles=_roles(clauses), families=_families(clauses),
        areas=tuple(dict.fromkeys((each.crosswalk.title, each.area) for each in clauses)), notes=report.notes,
        quote=quoted,
    )  # fmt: skip
    title = f"Scorecard · {reviews[0].card.title}" if len(reviews) == 1 else "Scorecard"
    return frame_page(title, main, load_style("report.css"), load_script("scorecard.js"))


def _roles(clauses: list[ClauseResult]) -> tuple[VocabularyTerm, ...]:
    return tuple({role.id: role for each in clauses for role in each.roles}.values())


def _families(clauses: list[ClauseResult]) -> dict[str, str]:
    return {family: topic for each in clauses for family, topic in each.families.items()}
