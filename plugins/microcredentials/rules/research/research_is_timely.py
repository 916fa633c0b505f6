"""At least one cited work is recent, and each older one is cited on purpose.

A method may be based on studies from long ago and still be right. But educators should see that the writer asked
whether newer work agrees. So at least one work is recent, and each older one is marked as seminal in the bibliography,
which means that it is old but cited on purpose. Years alone do not show how good a work is, so this is a hint, and a
waiver can explain an exception.

Fails:

    research:
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: BlackWiliam1998, supports: [plan-questions], relevance: Reviews studies of questions in classrooms.}

Passes:

    research:
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: Wisniewski2020, supports: [plan-questions], relevance: Shows how much feedback can change learning.}
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import HEURISTIC, Context, rule, whole_catalog
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ._works import are_all_works_known, find_cited_works, locate_entry


@rule(
    "RR-03", "info warning error", any_language=True, rule_class=HEURISTIC, derived_from=("DP",), needs=("references",),
    settings={"max_age_years": 10}, reads=("research",), looks_at=whole_catalog,
)  # fmt: skip
def check(credential: MicroCredential, context: Context, catalog: Catalog) -> Iterator[Problem]:
    oldest = context.today.year - context.settings["max_age_years"]
    dated = [(each, each.work.year) for each in find_cited_works(credential, context)]
    # RR-01 reports a missing year; a law without a year is in force, and so it counts as recent.
    years = [year or context.today.year for _, year in dated]
    if years and max(years) < oldest and are_all_works_known(credential, context):
        message = f"No cited work is from {oldest} or later; the newest is from {max(years)}."
        advice = "Cite a recent one, too, or explain in a waiver why there is none."
        yield Problem(("research",), message, advice, time_dependent=True)
    for each, year in dated:
        if year and year < oldest and not each.work.custom.seminal:
            message = f"“{each.work.id}” is from {year} but is not marked as seminal."
            advice = "Cite newer work, or write seminal: true in the bibliography if you cite it on purpose."
            place = locate_entry(each.work.id, catalog)
            yield Problem(each.at, message, advice, time_dependent=True, related=place)
