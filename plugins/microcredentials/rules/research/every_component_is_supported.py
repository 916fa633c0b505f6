"""Every component of the key method is supported by a cited work.

Research often supports one part of a method and says nothing about another. When each work names the parts it supports,
educators see which steps are well founded and which were added from experience, and assessors know why a criterion is
there.

Fails:

    research:
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: BlackWiliam1998, relevance: Reviews studies of questions in classrooms.}
      - {reference: Wisniewski2020, supports: [pause-after], relevance: Shows how much feedback can change learning.}
    method_components:
      - {id: plan-questions, title: Plan the questions, text: Write five questions that ask for reasons.}
      - {id: pause-before, title: Pause before an answer, text: Ask once and stay silent for three seconds.}
      - {id: pause-after, title: Pause after an answer, text: Stay silent again for three seconds.}

Passes:

    research:
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: BlackWiliam1998, supports: [plan-questions], relevance: Reviews studies of questions in classrooms.}
      - {reference: Wisniewski2020, supports: [pause-after], relevance: Shows how much feedback can change learning.}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem


@rule("RR-05", "info warning error", derived_from=("MPOS",), reads=("method_components", "research"))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    components, research = credential.method_components, credential.research
    supported = {name for each in research for name in each.supports}
    if not components or not research:
        return  # CO-04 or RR-01 reports that they are missing
    if not supported:
        advice = "Add “supports: […]” to each work, with the ids of the method components it supports."
        yield Problem(("research",), "No cited work says which method component it supports.", advice)
        return
    for i, component in enumerate(components):
        if component.id not in supported:
            message = f"No cited work supports the method component “{component.title}”."
            advice = f"Add “{component.id}” under “supports” of a work that supports it, or cite one that does."
            yield Problem(("method_components", i, "id"), message, advice)
