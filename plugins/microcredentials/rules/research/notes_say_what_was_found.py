"""Notes on works and resources say what is in them, and no text claims more than a study can show.

“Very relevant and useful” could be written without opening the work, and it saves the reader nothing. A claim that
something is proven for all students is one that no researcher would make, and it costs the page the trust of the
people who know the studies.

Fails:

    research:
      - reference: Rowe1986
        supports: [pause-before, pause-after, plan-questions]
        relevance: This study proves that wait time raises achievement.

Passes:

    research:
      - reference: Rowe1986
        supports: [pause-before, pause-after, plan-questions]
        relevance: Reports longer answers after pauses of three seconds, most of them in science lessons.
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential, Spec
from ...reading.phrases import Phrases
from ...reading.problem import Pointer, Problem
from .._listed_words import BODY, find_empty, find_listed

_FIELDS = (
    "summary", "research.relevance", "resources.why", "key_method", "method_components.text",
    "rubric.criteria.rationale", "rationale", BODY,
)  # fmt: skip
EMPTY_PRAISE = dict.fromkeys(
    (
        "this/the article/resource/website/book/video/study",
        "very/highly relevant/useful/good/helpful/important",
        "supports the method/practice/competency",
        "supports it/this",
        "relevant to the method/topic/practice",
        "useful for all/every teacher*/educator*",
        "useful/helpful for teachers/educators",
        "great/excellent/good/wonderful/fantastic article/resource/website/book/video",
        "lots of",
        "helpful/valuable/useful information",
        "information and insights",
        "for every/all educator*/teacher*",
        "every educator should",
        "highly recommended",
        "definitely read",
        "at some point",
        "out there",
        "must-read",
        "for anyone who wants",
        "better teacher",
        "better class",
        "on the topic of",
        "of this micro-credential",
        "provides the research base",
        "seminal work/study/article",
        "leading expert*",
        "in the field",
        "well-known",
        "widely cited article/study/work",
        "widely cited",
        "excellent",
    ),
    "",
)
"""Praise that would fit any work."""
OVERCLAIMS = dict.fromkeys(
    (
        "research/study/studies/science/article prove*/proves",
        "prove*/proves/proven that",
        "scientifically/research/clinically proven",
        "proven method*/strateg*/practice*/result*/way*",
        "beyond doubt",
        "conclusively",
        "guarantee*",
        "always works",
        "works for all/every/any student*/learner*/child*",
        "everyone … agrees",
        "brain research",
        "doubles/triples … learning",
        "in every/any classroom",
    ),
    "",
)
"""Claims that no study can show."""


@rule(
    "RR-07", "info warning warning", rule_class=HEURISTIC, derived_from=("ESSA",),
    word_lists={"empty_praise": EMPTY_PRAISE, "overclaims": OVERCLAIMS},
    reads=("research.relevance", "resources.why", "key_method", "body"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    for piece, found in find_listed("overclaims", _FIELDS, context):
        advice = "Say what was studied, with whom, and how much changed, as in “in 34 classes, answers were longer”."
        yield piece.problem(found.span, f"“{found.words}” claims more than a study can show.", advice)
    if isinstance(spec, MicroCredential):
        for at, text in _notes(spec):
            yield from _empty(at, text, context.words("empty_praise"))


def _notes(spec: MicroCredential) -> Iterator[tuple[Pointer, str]]:
    yield from (
        (("research", i, "relevance"), each.relevance) for i, each in enumerate(spec.research) if each.relevance
    )
    yield from ((("resources", i, "why"), each.why) for i, each in enumerate(spec.resources) if each.why)


def _empty(at: Pointer, text: str, listed: Phrases) -> Iterator[Problem]:
    if found := find_empty(text, listed, spare=5):
        message = f"“{found.words}” would fit any work."
        advice = "Say what it found or shows, and which part of the method it helps with."
        yield Problem(at, message, advice, words=found.span)
