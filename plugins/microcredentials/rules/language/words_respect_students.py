"""Students are described by what they can do and what they work on, not by what they lack.

Educators will use the words that a page uses for students. A label such as “low kids” tells a teacher nothing to act
on, and students and families can read it. Each state decides which words to avoid and what to prefer, so it can change
this list or turn it off.

Fails:

    summary: >-
      Show how you plan questions that your low kids can answer in whole sentences, and how you give them
      enough time for it.

Passes:

    summary: >-
      Show how you plan questions that every student can answer in whole sentences, and how you give enough
      time for it to those who are new to English.
"""

from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from .._negation import is_quoted

AVOIDED = {
    "low kid*/student*/learner*/reader*/group*": "students who are building this skill",
    "struggling student*/learner*/reader*": "students who are building this skill",
    "at-risk student*/learner*/youth/child/children/kid*": "students who need more support with (say what)",
    "non-reader*": "students who are beginning to read",
    "nonreader*": "students who are beginning to read",
    "slow learner*": "students who need more time",
    "the disabled": "students with disabilities",
    "wheelchair-bound": "who uses a wheelchair",
    "confined to a wheelchair": "who uses a wheelchair",
    "suffer* from": "has, or lives with",
    "afflicted with/by": "has, or lives with",
    "normal student*/children/kid*": "students without disabilities",
}


@rule(
    "LA-03", "info warning warning", any_language=True, rule_class=HEURISTIC, word_lists={"asset_language": AVOIDED},
    reads=("competency", "key_method", "body"),
)  # fmt: skip
def check(_: Spec | Guide, context: Context) -> Iterator[Problem]:
    for piece, found in context.prose.find(context.words("asset_language")):
        if not is_quoted(piece.text, found.span[0]):
            advice = f"Consider: {found.prefer}." if found.prefer else "Say what students can do, or what they work on."
            yield piece.problem(found.span, f"“{found.words}” is on this state's list of words to avoid.", advice)
