"""Tags that promise what the text does not speak of (rule LA-04)."""

from collections.abc import Iterator

from ...reading.problem import Problem, Severity
from .._words import stem, words


def unused_tags(tags: object, text: str) -> Iterator[Problem]:
    """Yield the *tags* with a word that does not stand in *text*, in whatever grammatical form."""
    said = text.casefold() if tags else ""
    for i, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, str) and not _says(said, {stem(word) for word in words(tag)}):
            message = f"The tag “{tag}” does not occur in the text."
            advice = "Use a word from the text, or delete the tag."
            yield Problem(("tags", i), message, advice, severity=Severity.WARNING)


def _says(said: str, stems: set[str]) -> bool:
    """Say whether words with all of *stems* are in a text; they are looked for as they stand first, for speed."""
    if all(_begins_a_word(each, said) for each in stems):
        return True
    heads = {each[:2] for each in stems}
    near = " ".join(word for word in set(said.split()) if any(head in word for head in heads))
    return stems <= {stem(word) for word in words(near)}


def _begins_a_word(stem: str, said: str) -> bool:
    at = said.find(stem)
    while at > 0 and said[at - 1].isalnum():
        at = said.find(stem, at + 1)
    return at >= 0
