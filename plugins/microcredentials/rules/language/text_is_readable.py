"""What people read here is written in plain words and in sentences of a bearable length.

An educator reads a question after a day of teaching, and often in a language that is not her first. She should
think about her practice, not about the sentence. Questions, completion indicators and running text that ask for
more than twelve years of schooling, and sentences that run on, lose people who could do what is asked. The grade
is that of Flesch and Kincaid; titles and references are left out of it.

Fails:

    evidence:
      overview:
        - id: setting
          prompt: >-
            Provide a comprehensive description of the instructional environment, including demographic
            characteristics, curricular expectations and organizational considerations that influenced the
            implementation of differentiated questioning methodologies.
          max_words: 200

Passes:

    evidence:
      overview:
        - id: setting
          prompt: >-
            Describe your class and what it was learning. What should somebody know who has never seen it?
          max_words: 200
"""

from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.prose import Piece
from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from .._words import sentences, words
from ._readability import grade

ASKED = {"prompt", "completion_indicators"}
Counted = tuple[list[str], int, str]
"""A sentence after its words and its offset."""

WAY_OUT = "Make two sentences of it, and use the short word where there is one."


@rule(
    "LA-01", "info warning warning", rule_class=HEURISTIC, derived_from=("EU",),
    settings={"max_grade": 12, "max_sentence_words": 35, "min_words": 20},
    reads=("evidence.overview", "evidence.reflection"),
)  # fmt: skip
def check(_: Spec | Guide, context: Context) -> Iterator[Problem]:
    short = min(context.settings["min_words"], context.settings["max_sentence_words"] + 1)
    for piece in context.prose.pieces:
        if (piece.kind == "p" or ASKED.intersection(piece.at)) and len(piece.text.split()) >= short:
            said = [(words(sentence), start, sentence) for start, sentence in sentences(piece.text)]
            yield from _long(piece, said, context) or _hard(piece, said, context)


def _long(piece: Piece, said: list[Counted], context: Context) -> list[Problem]:
    most = context.settings["max_sentence_words"]
    return [
        piece.problem(
            (start, start + len(text)), f"This sentence has {len(found)} words; {most} are bearable.", WAY_OUT
        )
        for found, start, text in said
        if len(found) > most
    ]


def _hard(piece: Piece, said: list[Counted], context: Context) -> Iterator[Problem]:
    """Yield the problem of a text that is hard as a whole, at its longest sentence; a few words tell no grade."""
    most = context.settings["max_grade"]
    spoken = [found for found, _, _ in said]
    if sum(map(len, spoken)) >= context.settings["min_words"] and (found := grade(spoken)) > most:
        _, start, longest = max(said, key=lambda each: (len(each[0]), *each[1:]))
        message = f"This reads at grade {found:.0f}; {most} is expected at most."
        advice = f"{WAY_OUT} Its longest sentence is marked."
        yield piece.problem((start, start + len(longest)), message, advice)
