"""Title, summary and text say what educators will show, without sales talk and promises.

A state speaks to professionals. Words that sell mattresses make them look for the catch, and a promise of credit in a
weekend brings in people who look for credit. What is good about a micro-credential shows in what it asks for.

Fails:

    summary: >-
      The ultimate way to ask questions that make students reason, and to take your teaching to the next level.

Passes:

    summary: >-
      Ask questions that make students reason, and wait for their answers before and after they speak.
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from .._listed_words import find_listed, find_listed_in_body

_HYPE = re.compile(r"!+|(?<=\w )101$")
SALES_TALK = dict.fromkeys(
    (
        "ultimate",
        "complete/definitive guide",
        "master … in",
        "game-changing",
        "game-changer*",
        "become an expert",
        "become the teacher",
        "become … you always",
        "transform your",
        "best and only",
        "the best/only way",
        "only guaranteed",
        "guaranteed",
        "earn … credits",
        "in one/a weekend",
        "single weekend",
        "sign up today/now",
        "exciting",
        "journey into",
        "discover the secrets",
        "secrets of",
        "world-class",
        "secret weapon",
        "stand out from",
        "impress your",
        "like a pro",
        "hacks",
        "tips and tricks",
        "made easy",
        "fast track",
        "supercharge*",
        "level up",
        "unleash*",
        "incredible",
        "life-changing",
        "stress-free",
        "everything you need",
        "one-stop",
        "top-notch",
        "state-of-the-art",
        "join thousands",
        "enroll now/today",
        "get ahead",
        "great teachers",
        "soar",
        "quick and easy",
        "in this engaging",
        "you will explore",
        "next level",
        "don't miss",
        "amazing",
        "opportunity of",
        "change your life",
        "boost your",
        "unparalleled",
        "award-winning",
        "revolutionize*/revolutionary",
        "without any stress",
        "unlock your",
        "must-have",
    ),
    "",
)
"""Words of advertising and promises."""
_PLAIN = "Say what educators do and show."


@rule(
    "ID-08", "info warning warning warning", rule_class=HEURISTIC, word_lists={"sales_talk": SALES_TALK},
    reads=("title", "summary", "body"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    for piece, match in find_listed_in_body("sales_talk", context):
        yield piece.problem(match.span, f"“{match.words}” is sales talk.", _PLAIN)
    texts = ((("title",), spec.title), (("summary",), spec.summary or ""))
    for at, _, found in find_listed(texts, context.words("sales_talk")):
        yield Problem(at, f"“{found.words}” is sales talk.", _PLAIN, words=found.span)
    if hype := _HYPE.search(spec.title):
        yield Problem(("title",), f"“{hype[0]}” makes the title an advertisement.", "Delete it.", words=hype.span())
