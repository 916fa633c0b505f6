"""Find tags that do not occur in the text (rule LA-04)."""

from collections.abc import Iterator, Sequence

from ...reading.problem import Problem, Severity
from .._similarity import base_form
from .._tokens import split_words


def find_unused_tags(tags: object, text: str) -> Iterator[Problem]:
    """Yield a problem for each of *tags* with a word that does not occur in *text* in any grammatical form."""
    lowercase = text.casefold() if tags else ""
    for i, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, str) and not _contains(lowercase, split_words(tag)):
            message = f"The tag “{tag}” does not occur in the text."
            advice = "Use a word from the text, or delete the tag."
            yield Problem(("tags", i), message, advice, severity=Severity.WARNING)


def _contains(text: str, tag: Sequence[str]) -> bool:
    """Return whether *text* contains each word of *tag*: as written, which is quick to find, or in a different form."""
    if all(_begins_word(word, text) for word in tag):
        return True
    stems = {base_form(word) for word in tag}
    heads = {each[:2] for each in stems}
    near = " ".join(word for word in set(text.split()) if any(head in word for head in heads))
    return stems <= {base_form(word) for word in split_words(near)}


def _begins_word(word: str, text: str) -> bool:
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0
