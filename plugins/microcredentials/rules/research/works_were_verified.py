"""A person has looked up every cited work, and the bibliography says when and how.

A citation can be copied with a mistake for years, or be made up by software that writes well. Educators cannot see the
difference on the page. A date and a method, such as “publisher's page read”, tell them that a person made sure that the
work exists and who wrote it.

Fails:

    # program/references/assessment.yml
    - id: Tobin1987
      type: article-journal
      title: The role of wait time in higher cognitive level learning
      author: [{family: Tobin, given: K.}]
      issued: {date-parts: [[1987]]}
      container-title: Review of Educational Research
      DOI: 10.3102/00346543057001069
      custom: {kind: research-review, seminal: true}
    # credentials/wait-time.md
    research:
      - {reference: Tobin1987, supports: [plan-questions], relevance: Reviews studies of wait time.}
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: Wisniewski2020, supports: [pause-after], relevance: Shows how much feedback can change learning.}

Passes:

    # program/references/assessment.yml
    - id: Tobin1987
      type: article-journal
      title: The role of wait time in higher cognitive level learning
      author: [{family: Tobin, given: K.}]
      issued: {date-parts: [[1987]]}
      container-title: Review of Educational Research
      DOI: 10.3102/00346543057001069
      custom:
        verified: {date: 2026-09-01, how: Citation and DOI read in three public reference lists.}
        kind: research-review
        seminal: true
    # credentials/wait-time.md
    research:
      - {reference: Tobin1987, supports: [plan-questions], relevance: Reviews studies of wait time.}
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: Wisniewski2020, supports: [pause-after], relevance: Shows how much feedback can change learning.}
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import Context, rule, whole_catalog
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from .._date_math import is_future
from ._works import find_cited_works, locate_entry


@rule(
    "RR-02", "none warning error", derived_from=("DP",), needs=("references",), reads=("research",),
    looks_at=whole_catalog,
)  # fmt: skip
def check(credential: MicroCredential, context: Context, catalog: Catalog) -> Iterator[Problem]:
    for each in find_cited_works(credential, context):
        verified, name = each.work.custom.verified, each.work.id
        if verified is None:
            place = locate_entry(name, catalog)
            advice = "Look it up, then say when and how in the bibliography: custom: {verified: {date: …, how: …}}."
            yield Problem(each.at, f"“{name}” is not marked as verified in the bibliography.", advice, related=place)
        elif is_future(verified.date, context.today):
            place = locate_entry(name, catalog)
            message = f"The day on which “{name}” was verified, {verified.date}, is in the future."
            advice = "Write the day on which you looked it up."
            yield Problem(each.at, message, advice, time_dependent=True, related=place)
