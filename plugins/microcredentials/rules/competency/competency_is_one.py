"""A competency is one thing that an educator does, said in one sentence.

Small is what makes a micro-credential possible beside a job, and what makes its result plain: this was shown. A
competency that plans, teaches, assesses and mentors is a program. An educator who can do half of it fails all of it,
and an employer cannot tell which half. A sentence has room for an act and what follows from it.

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
from .._words import sentences, words
from ._sentence import acts

AT = ("competency",)
_LIST = re.compile(r";|•|(?<=\s)[-*–](?=\s)|(?<!\w)\(?(?:\d|[a-e]|i{1,3})[.)](?=\s)|\bthe following\b")


@rule(
    "CO-01", "warning warning error", derived_from=("DP", "NA", "CCSSO"), rule_class=HEURISTIC,
    settings={"min_words": 8, "max_words": 45, "max_main_verbs": 2}, reads=("competency",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    text = credential.competency
    yield from _length(len(words(text)), context)
    for start, sentence in list(sentences(text))[1:2]:
        advice = "Keep the sentence that says what is done, and move the rest to the key method."
        yield Problem(AT, "The competency goes on after its first sentence.", advice, words=_span(start, sentence))
    if found := _LIST.search(text):
        advice = "Say in one sentence what is done. Steps and parts belong in the method components."
        yield Problem(AT, f"The competency holds a list: “{found[0]}”.", advice, words=found.span())
    yield from _acts(text, context)


def _length(count: int, context: Context) -> Iterator[Problem]:
    low, high = context.settings["min_words"], context.settings["max_words"]
    if not low <= count <= high:
        advice = "Say what is done, with whom and to what end." if count < low else "Keep the act and its aim."
        yield Problem(AT, f"The competency has {count} words; {low} to {high} are expected.", advice)


def _acts(text: str, context: Context) -> Iterator[Problem]:
    file, most = context.program.file, context.settings["max_main_verbs"]
    found = acts(text, file.terms.earner if file else "educator")
    if len(found) > most:
        verbs = join_items([f"“{text[verb.start : verb.end]}”" for verb in found])
        advice = "Keep the act that shows the practice; make another micro-credential of the others."
        message = f"The competency joins {len(found)} acts, {verbs}; at most {most} are expected."
        yield Problem(AT, message, advice, words=(found[most].start, found[most].end))


def _span(start: int, text: str) -> tuple[int, int]:
    return start, start + len(text)
