"""Competency, method and criteria name what is done, not how good it is meant to be.

“Effective use of high-quality strategies” is true of every practice and of none. Educators cannot plan for it and
assessors cannot look for it, so each of them fills in something else. If the words are taken away and the sentence
still says what to do, they were not needed; if it does not, they hid that it never did.

Fails:

    competency: The educator implements research-based questioning with fidelity to maximize outcomes for all learners.

Passes:

    competency: The educator asks prepared questions and waits three seconds or more before and after each answer.
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential, Spec, Stack
from ...reading.problem import Problem
from .._listed_words import find_listed
from .._scored_texts import FieldText, collect_method_texts

BUZZWORDS = {
    **dict.fromkeys(
        (
            "best practice*",
            "research-based",
            "evidence-based strategy/strategies/practice*/method*/approach*",
            "data-driven",
            "questioning/teaching/instructional strategies/techniques in the classroom",
            "strategies are",
            "effective strategies/techniques/communication",
            "innovative",
            "cutting-edge",
            "instructional practices",
            "strong/sound/solid/quality instruction/instructional",
            "current research",
            "strategic/proactive/intentional/purposeful approach",
            "state-of-the-art",
            "proven strategies/practices/methods",
            "a variety of … strategies/techniques/methods",
        ),
        "the practice itself, such as “waits three seconds after each question”",
    ),
    **dict.fromkeys(
        (
            "effective use of/effectively/meaningfully",
            "effective leader*/teacher*/educator*",
            "demonstrates/demonstrate proficiency",
            "overall effectiveness",
            "quality of questioning/teaching/instruction/work",
            "high-quality",
            "with fidelity",
            "at high levels",
            "rigorous and/or relevant",
            "rigorous",
            "robust",
            "holistic",
            "impactful",
            "effective instruction/teaching/practices",
            "skillfully",
            "masterfully",
            "seamlessly",
            "comprehensively",
            "appropriately",
            "successfully",
            "as needed/appropriate",
            "appropriate questioning/strategies/instruction",
            "student-centered",
            "21st century",
            "twenty-first century",
        ),
        "what an observer sees or hears when it is done well",
    ),
    **dict.fromkeys(
        (
            "leverag*/leverage*/utiliz*/utilize*",
            "maximiz*/maximize*/optimiz*/optimize*",
            "engages in the process of",
            "exhibits/shows a commitment to",
            "a commitment to",
            "synergies/synergy",
            "moves/move the needle",
            "facilitat* growth",
            "promote* growth",
            "dynamic and",
        ),
        "a verb for what the educator does, such as asks, models, compares or records",
    ),
    **dict.fromkeys(
        (
            "full potential",
            "potential of every/all/each learner*/student*/child*",
            "lifelong learner*/learning",
            "student success/achievement",
            "all students to succeed",
            "engaging lessons/activities",
            "motivate* all",
            "challenge and motivate",
            "meaningful/authentic/rich/engaging learning experiences",
            "love of learning",
            "passion for learning",
            "high expectations",
            "college and career ready",
            "deeper learning",
            "inclusive environment",
            "welcoming environment",
            "growth mindset",
            "ownership of their learning",
            "culture of excellence/learning/success",
            "positive/safe/supportive/engaging learning environment",
            "safe and supportive environment",
            "engaging … environment",
            "empower*",
            "success for every/all/each student*/learner*",
            "outcomes for all/every",
            "desired outcomes",
            "needs of all/every/diverse",
            "diverse needs",
            "inspire* lifelong",
            "build* … capacity",
        ),
        "what students then do or say",
    ),
}
"""Words that are true of every practice, each with what to write instead."""


@rule(
    "CO-07", "info warning warning", rule_class=HEURISTIC, derived_from=("DP",), word_lists={"buzzwords": BUZZWORDS},
    reads=("competency", "key_method", "method_components", "rubric.criteria", "outcome", "rationale"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    for at, _, found in find_listed(_texts(spec), context.words("buzzwords")):
        advice = f"Write {found.prefer or 'what is done, seen or said'}."
        yield Problem(at, f"“{found.words}” would fit any practice.", advice, words=found.span)


def _texts(spec: Spec) -> Iterator[FieldText]:
    if isinstance(spec, MicroCredential):
        yield from collect_method_texts(spec)
    elif isinstance(spec, Stack):
        yield ("outcome",), spec.outcome
        yield ("rationale",), spec.rationale or ""
