"""Tags that promise what the text does not speak of (rule LA-04)."""

from collections.abc import Iterator, Sequence

from ...reading.problem import Problem, Severity
from .._words import base, words


def unused_tags(tags: object, text: str) -> Iterator[Problem]:
    """Yield the *tags* with a word that does not stand in *text*, in whatever grammatical form."""
    said = text.casefold() if tags else ""
    for i, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, str) and not _says(said, words(tag)):
            message = f"The tag “{tag}” does not occur in the text."
            advice = "Use a word from the text, or delete the tag."
            yield Problem(("tags", i), message, advice, severity=Severity.WARNING)


def _says(said: str, tag: Sequence[str]) -> bool:
    """Say whether each word of a *tag* is in a text: as it is written, which is quick to find, or in another form."""
    if all(_begins_a_word(word, said) for word in tag):
        return True
    stems = {base(word) for word in tag}
    heads = {each[:2] for each in stems}
    near = " ".join(word for word in set(said.split()) if any(head in word for head in heads))
    return stems <= {base(word) for word in words(near)}


def _begins_a_word(word: str, said: str) -> bool:
    at = said.find(word)
    while at > 0 and said[at - 1].isalnum():
        at = said.find(word, at + 1)
    return at >= 0
