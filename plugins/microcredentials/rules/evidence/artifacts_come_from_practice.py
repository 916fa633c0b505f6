"""Artifacts are made in practice; tests, letters, grades, purchases and essays about it are not.

A quiz shows what someone can recall, a letter what someone else thinks, and a receipt what someone bought. None of
them shows the practice with students or colleagues, and all of them are easier to get than to do it.

Fails:

    evidence:
      artifacts:
        - {id: quiz, name: Test of knowledge, type: student-work,
           description: A multiple-choice test on wait time with your score.}

Passes:

    evidence:
      artifacts:
        - {id: quiz, name: Your own test, type: student-work,
           description: A multiple-choice test that you wrote for your class with the answers of four students.}
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from .._listed_words import find_listed
from .._scored_texts import collect_evidence_texts

_NOT_ASKED_FOR = {"overview", "reflection", "completion_indicators"}
_OWN_WORK = re.compile(
    r"(?i)\b(?:(?:you|team|colleagues?|students?|children|class) (?:have |has |had )?"
    r"(?:wrote|written|write|made|gave|give|built|drew|drafted|planned)|student (?:work|essays?)|your comments|"
    r"students['’]|(?:of|by) (?:\w+ )?students)\b"
)
"""Words that show that a test, a letter or an essay is itself part of the practice."""
NO_PRACTICE = {
    **dict.fromkeys(
        (
            "multiple-choice quiz/test/exam*/question*",
            "question quiz",
            "quiz on/about",
            "quiz … score",
            "passing score",
            "exam/test on/about",
            "score on the",
            "praxis",
        ),
        "something made in a lesson or a meeting, such as a plan, a recording or student work",
    ),
    **dict.fromkeys(
        (
            "letter*/statement* of recommendation/support/reference",
            "letter* from/by your/the/a",
            "recommendation from/by",
            "signed statement",
            "testimonial*",
            "recommendation letter*",
            "endorsement from",
            "interview with your principal",
            "observation score*",
            "summative evaluation",
            "evaluation by your/the principal",
            "recent evaluation",
            "evaluation rating*/score*",
            "resume/résumé/cv",
        ),
        "what the person saw, such as notes with times from a visit to the lesson",
    ),
    **dict.fromkeys(
        (
            "certificate* from/by the/a/your publisher*/vendor*/company",
            "badge of",
            "transcript of grades",
            "college/university transcript",
            "your grade*",
            "receipt*",
            "proof of purchase/payment/enrollment",
            "premium account",
            "selfie",
            "have bought/purchased",
            "price … paid",
            "copy of your license/diploma/degree/badge",
            "screenshot … finished/completed/account",
            "registration form/receipt",
            "photo* of you/yourself",
        ),
        "what was done with it in practice",
    ),
    **dict.fromkeys(
        (
            "an essay",
            "essay on/about/of",
            "research/term paper",
            "book report",
            "paragraph paper/essay",
            "paper in which/about/on",
            "literature review",
            "term paper",
            "blog post about",
            "poster about",
            "summary of each chapter",
        ),
        "a plan, a log or a reflection on what was done with students",
    ),
    **dict.fromkeys(
        (
            "something/anything that shows/demonstrates/proves",
            "any evidence",
            "whatever shows/demonstrates",
            "any document/file that",
            "other evidence",
            "any kind of evidence",
            "evidence of your choice",
            "whatever you like",
        ),
        "which document or recording it is, and what must be in it",
    ),
}
"""Evidence that shows no practice, each with what to ask for instead."""


@rule(
    "EV-09", "info warning warning", rule_class=HEURISTIC, derived_from=("DP", "NA"), reads=("evidence.artifacts",),
    word_lists={"no_practice": NO_PRACTICE},
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    texts = (each for each in collect_evidence_texts(credential.evidence) if _NOT_ASKED_FOR.isdisjoint(each[0]))
    for at, text, found in find_listed(texts, context.words("no_practice")):
        if not _OWN_WORK.search(text):
            advice = f"Ask for {found.prefer or 'something that is made in practice'}."
            yield Problem(at, f"“{found.words}” shows no practice.", advice, words=found.span)
