"""A competency is one thing that an educator does, stated in one sentence.

Because a micro-credential is small, educators can earn it alongside a job, and its result is clear: they have shown
this one practice. A competency that includes planning, teaching, assessing and mentoring is a whole program. Educators
who can do half of it fail all of it, and an employer cannot tell which half. One sentence has room for an action and
its effect.

Fails:

    competency: >-
      The educator plans lessons with reasoning questions, teaches them with pauses, assesses the answers and shares
      the results with families.

Passes:

    competency: >-
      The educator asks prepared reasoning questions and keeps silent for three seconds or more after each of them.
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.problem import Problem
from .._tokens import split_sentences, split_words
from ._sentence import find_actions

AT = ("competency",)
_LIST = re.compile(r";|•|(?<=\s)[-*–](?=\s)|(?<!\w)\(?(?:\d|[a-e]|i{1,3})[.)](?=\s)|\bthe following\b")


@rule(
    "CO-01", "warning warning error", derived_from=("DP", "NA", "CCSSO"), rule_class=HEURISTIC,
    settings={"min_words": 8, "max_words": 45, "max_main_verbs": 2}, reads=("competency",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    text = credential.competency
    yield from _length(len(split_words(text)), context)
    for start, sentence in list(split_sentences(text))[1:2]:
        advice = "Keep the sentence that says what the educator does, and move the rest to the key method."
        yield Problem(AT, "The competency is longer than one sentence.", advice, words=_span(start, sentence))
    if found := _LIST.search(text):
        advice = "Say in one sentence what the educator does. Steps and parts belong in the method components."
        yield Problem(AT, f"The competency contains a list: “{found[0]}”.", advice, words=found.span())
    yield from _actions(text, context)


def _length(count: int, context: Context) -> Iterator[Problem]:
    low, high = context.settings["min_words"], context.settings["max_words"]
    if not low <= count <= high:
        advice = (
            "Say what the educator does, with whom, and for what purpose."
            if count < low
            else "Keep the action and its purpose."
        )
        yield Problem(AT, f"The competency has {count} words; {low} to {high} are expected.", advice)


def _actions(text: str, context: Context) -> Iterator[Problem]:
    file, most = context.program.file, context.settings["max_main_verbs"]
    found = find_actions(text, file.terms.earner if file else "educator")
    if len(found) > most:
        verbs = join_items([f"“{text[verb.start : verb.end]}”" for verb in found])
        advice = "Keep the action that shows the practice, and turn the others into new micro-credentials."
        message = f"The competency combines {len(found)} actions ({verbs}); {most} or fewer are expected."
        yield Problem(AT, message, advice, words=(found[most].start, found[most].end))


def _span(start: int, text: str) -> tuple[int, int]:
    return start, start + len(text)
