"""Overview and reflection ask for facts, decisions and examples, not for opinions, feelings, or yes and no.

A question decides what assessors will have to read. “What is your philosophy?” brings in pages that no rubric can
score, and “Do you use wait time?” brings in one word. A good question cannot be answered without having done it.

Fails:

    evidence:
      overview:
        - {id: setting, prompt: What is your philosophy of asking questions?, max_words: 200, formats: [text, audio]}

Passes:

    evidence:
      overview:
        - {id: setting, prompt: Which three students speak least? What have you tried?, max_words: 200, formats: [text]}
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.evidence import Evidence
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from .._listed_words import find_listed
from .._scored_texts import FieldText

_YES_NO = re.compile(
    r"(?i)\s*(?:do|does|did|have|has|had|is|are|was|were|can|could|will|would|should)\b(?:(?!\b(?:who|what|which|how|why|"
    r"when|where|or|describe|explain|give|name)\b)[^.?!])*\?\s*"
)
EMPTY_QUESTIONS = {
    **dict.fromkeys(
        (
            "philosophy",
            "what kind of teacher/educator/coach/leader",
            "your feelings about",
            "in your opinion",
            "your opinion/thoughts/views on/about",
            "do you believe/think that",
            "what inspired you",
            "teaching style",
            "your passion for",
            "your strengths and weaknesses",
            "how confident/comfortable",
            "how important",
            "why is … important",
            "benefits/advantages of",
            "your beliefs about",
            "how do you feel",
            "what does … mean to you",
            "what do you think about",
            "describe yourself",
            "why do you want to earn",
            "about your experience",
        ),
        "what was done, with whom, and what came of it",
    ),
    **dict.fromkeys(
        ("define", "definition of", "what the research says", "summarize … research", "explain why … is important"),
        "an example from practice; what others wrote can be looked up",
    ),
    **dict.fromkeys(
        (
            "what did you like",
            "like best about",
            "would you recommend",
            "useful for you",
            "rate how/your/yourself",
            "from one/1 to ten/five/10/5",
            "did you enjoy",
            "how satisfied",
            "most valuable part",
            "this micro-credential useful",
            "any other thoughts/comments",
            "on a scale from/of",
        ),
        "what changed in practice, and keep questions about the micro-credential for a survey",
    ),
    **dict.fromkeys(
        ("how will you use", "how will you continue", "in the future"), "what was already changed because of it"
    ),
}
"""Questions that can be answered without the practice, each with what to ask about instead."""


@rule(
    "EV-10", "info warning warning", rule_class=HEURISTIC, derived_from=("BB",),
    reads=("evidence.overview", "evidence.reflection"), word_lists={"empty_questions": EMPTY_QUESTIONS},
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    prompts = tuple(_prompts(credential.evidence))
    for at, _, found in find_listed(prompts, context.words("empty_questions")):
        advice = f"Ask about {found.prefer or 'what was done'}."
        yield Problem(at, f"“{found.words}” can be answered without the practice.", advice, words=found.span)
    for at, text in prompts:
        if _YES_NO.fullmatch(text):
            advice = "Begin with which, how or what, and ask for an example."
            yield Problem(at, "The question can be answered with yes or no.", advice)


def _prompts(evidence: Evidence) -> Iterator[FieldText]:
    for part in ("overview", "reflection"):
        for i, prompt in enumerate(getattr(evidence, part)):
            yield ("evidence", part, i, "prompt"), prompt.prompt
