"""At least one cited work summarizes many studies or has a rated tier of evidence.

The result of a single study may be due to chance, or to one particular school. Educators who give their evenings to a
method should know that it has stronger support: a review, a meta-analysis or a practice guide that looks at many
findings together, or a study that was rated by the evidence tiers of the federal education law (strong, moderate or
promising).

Fails:

    # program/references/assessment.yml
    - id: BlackWiliam2009
      type: article-journal
      title: Developing the theory of formative assessment
      author: [{family: Black, given: P.}, {family: Wiliam, given: D.}]
      issued: {date-parts: [[2009]]}
      container-title: Educational Assessment, Evaluation and Accountability
      DOI: 10.1007/s11092-008-9068-5
      custom: {kind: theory, seminal: true}
    # credentials/wait-time.md
    research:
      - {reference: BlackWiliam2009, supports: [plan-questions], relevance: Gives the theory behind questions.}

Passes:

    research:
      - {reference: BlackWiliam1998, supports: [plan-questions], relevance: Reviews studies of questions.}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.problem import Problem
from ._works import are_all_works_known, find_cited_works

TIERS = ("strong", "moderate", "promising")
"""The tiers that are based on a study of effects; the fourth, a rationale, is not."""


@rule("RR-04", "warning warning error", derived_from=("ESSA",), needs=("references", "vocabulary"), reads=("research",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    works = [each.work.custom for each in find_cited_works(credential, context)]
    kinds = {term.id: term.label.lower() for term in context.program.terms("reference_kinds") if term.synthesis}
    has_synthesis = any(work.evidence_tier in TIERS or work.kind in kinds for work in works)
    if works and not has_synthesis and are_all_works_known(credential, context):
        advice = f"Cite one that does: {join_items(list(kinds.values()), 'or')}." if kinds else "Cite one that does."
        yield Problem(("research",), "No cited work summarizes many studies or has a rated tier of evidence.", advice)
