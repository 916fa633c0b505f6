"""Text is written in plain words and in sentences of a manageable length.

Educators read a question after a day of teaching, and often in a language that is not their first. They should think
about their practice, not about the sentence. Questions, completion indicators and running text that require more than
twelve years of schooling, and sentences that run on, lose people who could do what is asked. The grade comes from the
formula of Flesch and Kincaid; titles and references are left out of it.

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
            Describe your class and what it was learning. What should a visitor know about it?
          max_words: 200
"""

from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.prose import Piece
from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from .._tokens import split_sentences, split_words
from ._readability import grade_level

_ASKED = {"prompt", "completion_indicators"}
Sentence = tuple[list[str], int, str]
"""The words of a sentence, its offset and its text."""

_ADVICE = "Use shorter sentences, and shorter words where you can."


@rule(
    "LA-01", "info warning warning", rule_class=HEURISTIC, derived_from=("EU",),
    settings={"max_grade": 12, "max_sentence_words": 35, "min_words": 20},
    reads=("evidence.overview", "evidence.reflection"),
)  # fmt: skip
def check(_: Spec | Guide, context: Context) -> Iterator[Problem]:
    short = min(context.settings["min_words"], context.settings["max_sentence_words"] + 1)
    for piece in context.prose.pieces:
        if (piece.kind == "p" or _ASKED.intersection(piece.at)) and len(piece.text.split()) >= short:
            sentences = [(split_words(text), start, text) for start, text in split_sentences(piece.text)]
            yield from _long_sentences(piece, sentences, context) or _hard_text(piece, sentences, context)


def _long_sentences(piece: Piece, sentences: list[Sentence], context: Context) -> list[Problem]:
    most, problems = context.settings["max_sentence_words"], []
    for words, start, text in sentences:
        if len(words) > most:
            message = f"This sentence has {len(words)} words; {most} or fewer are expected."
            problems.append(piece.problem((start, start + len(text)), message, _ADVICE))
    return problems


def _hard_text(piece: Piece, sentences: list[Sentence], context: Context) -> Iterator[Problem]:
    """Yield the problem of a text that is hard to read, at its longest sentence. Very short texts have no grade."""
    most = context.settings["max_grade"]
    words = [each for each, _, _ in sentences]
    if sum(map(len, words)) >= context.settings["min_words"] and (grade := grade_level(words)) > most:
        _, start, longest = max(sentences, key=lambda each: (len(each[0]), *each[1:]))
        message = f"This text reads at grade {grade:.0f}; grade {most} or lower is expected."
        advice = f"{_ADVICE} The longest sentence is marked."
        yield piece.problem((start, start + len(longest)), message, advice)
