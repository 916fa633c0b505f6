"""Recognize words that a text negates or quotes, so that a rule does not take them at face value."""

import re

_NEGATION_BEFORE = re.compile(
    r"(?i)\b(?:no|not|never|nor|neither|without|cannot|except|instead of|rather than|other than|n[o']t|"
    r"exclud\w+|avoid\w*|leav\w+ out)\b(?:[\s-]+[\w'’]+){0,4}[\s-]*$"
)
_NEGATION_AFTER = re.compile(r"(?i)(?:[\s-]+[\w'’]+){0,4}?[\s-]+(?:no|not|never|nor|cannot|\w+n['’]t|excluded)\b")
_REACH = 60
"""The number of characters before and after a phrase in which a negation can refer to it."""


def is_negated(text: str, start: int, end: int) -> bool:
    """Return whether *text* negates its words ``[start, end)``: “not a course”, “a course does not count”."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return bool(_NEGATION_BEFORE.search(before) or _NEGATION_AFTER.match(after))


def is_quoted(text: str, at: int) -> bool:
    """Return whether the word at offset *at* is inside quotation marks, as an example of what a person might say."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
