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
from ...model.spec import MicroCredential, Spec, Stack
from ...reading.phrases import PhraseMatch
from ...reading.problem import Problem
from .._listed_words import find_empty, find_listed, find_listed_in_body
from .._scored_texts import FieldText, collect_method_texts

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
        "important/interesting/great/famous/classic study/article/book/work",
        "an/a important/interesting/great/good study/article/book/resource/work",
        "for/on this topic",
        "full of",
        "tips and tricks",
        "great tips",
        "right away",
        "you can use",
        "easy to read/use",
        "worth reading",
        "a lot of",
        "background information/reading",
        "good/great overview",
        "more information",
        "learn more",
        "interesting",
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
        "no doubt that",
        "without a doubt",
        "undeniable/undeniably/undisputed",
        "research/science is clear",
        "all/every research/studies/study show*/shows/agree*",
        "never fails",
        "raise/raises/improve/improves test scores",
        "most effective method/strategy/practice",
        "science has shown",
        "works for all/every/any student*/learner*/child*",
        "everyone … agrees",
        "brain research",
        "doubles/triples … learning",
        "in every/any classroom",
    ),
    "",
)
"""Claims that no study can show."""
_STUDIED = "Say what was studied, with whom, and how much changed, as in “in 34 classes, answers were longer”."


@rule(
    "RR-07", "info warning warning", rule_class=HEURISTIC, derived_from=("ESSA",),
    word_lists={"empty_praise": EMPTY_PRAISE, "overclaims": OVERCLAIMS},
    reads=("research.relevance", "resources.why", "key_method", "body"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    notes = tuple(_notes(spec)) if isinstance(spec, MicroCredential) else ()
    for piece, found in find_listed_in_body("overclaims", context):
        yield piece.problem(found.span, _claim(found), _STUDIED)
    for at, _, found in find_listed((*_claims(spec), *notes), context.words("overclaims")):
        yield Problem(at, _claim(found), _STUDIED, words=found.span)
    for at, match in find_empty(notes, context.words("empty_praise"), spare=5):
        advice = "Say what it found or shows, and which part of the method it helps with."
        yield Problem(at, f"“{match.words}” would fit any work.", advice, words=match.span)


def _claim(found: PhraseMatch) -> str:
    return f"“{found.words}” claims more than a study can show."


def _claims(spec: Spec) -> Iterator[FieldText]:
    yield ("summary",), spec.summary or ""
    if isinstance(spec, MicroCredential):
        yield from collect_method_texts(spec)
    elif isinstance(spec, Stack):
        yield ("rationale",), spec.rationale or ""


def _notes(spec: MicroCredential) -> Iterator[FieldText]:
    for i, work in enumerate(spec.research):
        yield ("research", i, "relevance"), work.relevance or ""
    for i, resource in enumerate(spec.resources):
        yield ("resources", i, "why"), resource.why or ""
