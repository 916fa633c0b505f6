"""Tell a sentence from a piece of code."""

import re

_WORD = re.compile(r"[A-Za-zÀ-ÿ’'-]{2,}")
_CODE = re.compile(
    r"[\\^$|*<>=_`#@;\[\]]|\(\?|\.\w+\(|^[.:#/-]|://|^\{\w*\}/|[a-z]:\s*\{|\w:\w|[a-z]/[a-z]+/|^[a-z-]+(?: \.[a-z-]+)+$"
)

_LONG = 12
_SEVERITIES = {"error", "warning", "info", "none"}


def is_sentence(text: str) -> bool:
    """Return whether *text* is for people: at least two words, and mostly words."""
    plain = re.sub(r"\{[^{}]*\}", "", text)
    words = _WORD.findall(plain)
    if len({*words} - _SEVERITIES) < 2 or " " not in plain.strip():
        return False
    if len(words) > _LONG and text == text.lower() and not re.search(r"[.:;?!“]", text):
        return False  # a word list, which is data
    codes = len(_CODE.findall(plain))
    return codes == 0 or codes * 4 < len(words)


def one_line(text: str) -> str:
    """Return *text* with its white space folded."""
    return " ".join(text.split())
