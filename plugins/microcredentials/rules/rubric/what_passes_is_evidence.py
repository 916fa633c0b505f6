"""What passes is said in terms of the evidence, not of effort, neatness, punctuality or a general impression.

Overview and reflection decide like every criterion, so “thoughtful and thorough” is as unfair there as in a
descriptor. Effort cannot be seen in a file, and a late or crooked page may hold the practice that a neat one lacks.

Fails:

    rubric:
      reflection_passing: The reflection is thoughtful and shows effort.

Passes:

    rubric:
      reflection_passing: Both questions are answered within the limit, and one change is named with its reason.
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.phrases import JoinedTexts
from ...reading.problem import Problem
from .._negation import is_quoted
from .._scored_texts import collect_rubric_texts
from .._vague_words import find_vague_words

_PASSING = ("overview_passing", "reflection_passing")
_OTHERS_BEFORE = re.compile(r"(?i)\b(?:students?|they|who|learners?|children|families|colleagues?)\s+(?:\w+\s+){0,2}$")
EFFORT_WORDS = {
    **dict.fromkeys(
        (
            "tried to",
            "attempt*/attempted to",
            "did not attempt",
            "no attempt",
            "succeed*/succeeded in",
            "shows effort",
            "worked/works hard",
            "hard work",
            "enthusias*/enthusiasm/enthusiastic",
            "good attitude",
            "shows … insight/passion/commitment/dedication",
            "is committed/dedicated to",
            "willingness to",
            "real/great/genuine insight",
            "creative/creativity",
            "effort and",
            "made an effort",
            "best effort",
            "shows … growth",
        ),
        "what the evidence shows at this level",
    ),
    **dict.fromkeys(
        (
            "neat/neatly",
            "typed",
            "free of spelling/grammar",
            "spelling errors",
            "grammatical errors",
            "well formatted",
            "professional-looking",
            "visually appealing",
            "attractive",
            "correct grammar",
            "good grammar",
            "on time",
            "submitted late",
            "by the deadline",
        ),
        "nothing about form here; limits and formats are set with the artifact",
    ),
    **dict.fromkeys(
        (
            "above and beyond",
            "exceed*/meet* expectations",
            "assessor* sees/see fit",
            "in the assessor's judgment",
            "at the assessor's discretion",
        ),
        "what is there in addition, or how many there are",
    ),
}
"""Words about effort, form or impression, each with what to write instead."""


@rule(
    "RU-07", "info warning warning", rule_class=HEURISTIC, derived_from=("RUB", "BB"),
    word_lists={"effort_words": EFFORT_WORDS}, reads=("rubric",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    fields = tuple(collect_rubric_texts(credential.rubric))
    texts = JoinedTexts(text for _, text in fields)
    for number, found in texts.find(context.words("effort_words")):
        at, text = fields[number]
        if not is_quoted(text, found.span[0]) and not _OTHERS_BEFORE.search(text[: found.span[0]]):
            advice = f"Write {found.prefer or 'what the evidence shows'}."
            yield Problem(at, f"“{found.words}” is not about the evidence.", advice, words=found.span)
    passing = [(at, text) for at, text in fields if at[1] in _PASSING]
    for number, found in find_vague_words(JoinedTexts(text for _, text in passing), context):
        message = f"“{found.words}” leaves open what an assessor looks for."
        advice = f"Say {found.prefer or 'what the evidence shows, and how much of it'}."
        yield Problem(passing[number][0], message, advice, words=found.span)
