"""No two active micro-credentials offer nearly the same thing.

When two micro-credentials say the same thing in slightly different words, educators try to choose where there is
nothing to choose, and reviewers, assessors and records are split between the two. The rule compares the words of titles
and competencies. Of two that are alike, it reports the one with the less advanced status. If both have the same status,
it reports the one that was created later.

Fails:

    # credentials/pauses-in-discussion.md
    title: Pauses in discussion
    competency: >-
      The educator asks students open questions in class discussions and pauses three seconds or more after each
      question and each answer.
    # credentials/silence-in-discussion.md
    title: Pauses in discussions
    competency: >-
      The educator asks students open questions in every class discussion and pauses three seconds or longer after
      each question and each answer.

Passes:

    # credentials/pauses-in-discussion.md
    title: Pauses in discussion
    competency: >-
      The educator asks students open questions in class discussions and pauses three seconds or more after each
      question and each answer.
    # credentials/questions-from-students.md
    title: Questions from students
    competency: >-
      The educator collects the questions that students write about a topic and plans the next lessons around them.
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Related
from ._near_duplicates import Index, build_index


@rule(
    "ID-07", "info warning error", derived_from=("NZ",), rule_class=HEURISTIC, settings={"max_similarity": 0.80},
    any_language=True,
    reads=("title", "competency"), looks_at=build_index,
)  # fmt: skip
def check(credential: MicroCredential, context: Context, index: Index) -> Iterator[Problem]:  # noqa: ARG001
    found = index.find_most_similar(context.entry.slug, context.settings["max_similarity"])
    if found:
        share, other = found
        message = (
            f"Title and competency are nearly those of “{other.spec.title}”: they share {share:.0%} of their words."
        )
        advice = "Say in the competency what is different here, combine the two, or retire one."
        same = Related("the other micro-credential", ("competency",), path=other.slug)
        yield Problem(("competency",), message, advice, related=(same,))
