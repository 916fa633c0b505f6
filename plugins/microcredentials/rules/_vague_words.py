"""Find words that leave an assessor guessing, unless the words beside them say what is meant."""

import re
from collections.abc import Iterator, Mapping

from ..checking.rule import Context
from ..reading.phrases import JoinedTexts, PhraseMatch
from ._negation import is_quoted


def _by_phrase(phrases: Mapping[str, str]) -> dict[str, str]:
    return {phrase: more for more, listed in phrases.items() for phrase in listed.split(", ")}


QUANTITIES = _by_phrase(
    {
        "how many, or how many out of how many": "some, several, many, numerous, a number of, a lot of",
        "which ones, or how many kinds": "various, a variety of, a range of",
        "how many times, or in how many out of how many": "often, sometimes, usually, regularly, frequently, "
        "occasionally, rarely, seldom, generally, typically, at times, from time to time, consistently, inconsistently",
    }
)
"""Amounts without a number, each with what to say instead."""

QUALITIES = _by_phrase(
    {
        "how many, or which parts": "adequate, adequately, inadequate, inadequately, sufficient, sufficiently, "
        "insufficient, insufficiently",
        "for whom and for what": "appropriate, appropriately, suitable, suitably, proper, properly",
        "what is accepted": "acceptable, satisfactory, reasonable, reasonably",
        "what makes it so": "good, excellent, outstanding, exemplary, superior, nice, high quality, solid, robust, "
        "innovative, well written/organized/developed/planned/chosen/designed/structured",
        "what is missing": "poor, poorly, superficial, superficially, minimal, minimally",
        "what resulted, and for whom": "effective, effectively, ineffective, ineffectively, successful, "
        "successfully, skillful, skillfully",
        "what can be seen, heard or read": "clear, clearly, unclear",
        "which parts are there": "thorough, thoroughly, comprehensive, comprehensively, in depth",
        "what it refers to, or what follows from it": "meaningful, meaningfully, insightful, insightfully, thoughtful, "
        "thoughtfully",
        "how much": "significant, significantly, substantial, substantially, considerable",
        "what is explained, linked or used": "strong/weak/limited understanding/evidence/connection*/alignment/"
        "rationale/command, deep understanding/knowledge",
        "what it is relevant to": "relevant",
    }
)
"""Praise and blame without an object, each with what to say instead."""

_NUMBER = re.compile(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|third|thirds|quarter|dozen|percent)\b"
)
_WITH_OBJECT = re.compile(
    r"(?i)[\s-]+(?:for|to|with|about|against|from|enough|than|as|that|who|whom|what|which|how|why|when|where|whether|"
    r"up|away|out|the|a|an)\b"  # after the last ones it is a verb: “clear up”, “clear the board”
)
_FOR_WHOM = re.compile(r"(?i)(?:[\s-]+[\w'’]+){1,2}[\s-]+(?:for|to)\b")
_CONTRAST = re.compile(r"(?i)[\s-]+(?:and|or|from)[\s-]+(?:bad|poor|weak|wrong|un\w+|in\w+)\b")  # “good and bad fits”
_RELATIONS = ("appropriate", "suitable", "proper", "relevant", "adequate", "sufficient", "acceptable", "reasonable")
_FIXED_BEFORE = re.compile(r"(?i)\b(?:common|as|how|so|too|who|whom|statistically)[\s-]+$")


def find_vague_words(texts: JoinedTexts, context: Context) -> Iterator[tuple[int, PhraseMatch]]:
    """Yield the vague words of *texts*, each with the number of its text.

    Words with an object or a count are clear enough, and quoted words are not the writer's own.
    """
    for number, found in texts.find(context.words("vague_words")):
        text, (start, end) = texts.texts[number], found.span
        in_fixed_phrase = _FIXED_BEFORE.search(text[:start][-20:])
        if not in_fixed_phrase and not is_quoted(text, start) and not _is_specified(found, text, start, end):
            yield number, found


def _is_specified(found: PhraseMatch, text: str, start: int, end: int) -> bool:
    """Return whether the words around a match give a number for a quantity, or an object for a quality."""
    word = found.words.lower()
    if word in QUANTITIES:
        before, after = text[max(0, start - 60) : start].split()[-3:], re.split(r"[.;]\s", text[end : end + 120])[0]
        near = " ".join((*before, *after.split()[:8]))
        return bool(_NUMBER.search(near))
    has_object = _WITH_OBJECT.match(text, end) or _CONTRAST.match(text, end)
    return bool(has_object or (word.startswith(_RELATIONS) and _FOR_WHOM.match(text, end)))
