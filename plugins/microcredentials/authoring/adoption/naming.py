"""The names that a state may choose for its program: any that every page and file can show unchanged."""

from ...model.fields import MARKUP
from ...reading.characters import find_bad_characters

MAX_NAME = 200


def find_name_problem(name: str) -> str:
    """Return the reason why *name* cannot be the name of a program, as a sentence; empty if it can."""
    if not name.strip() or name != name.strip():
        return "A name does not start or end with a space, and is not empty."
    if len(name) > MAX_NAME:
        return f"A name has at most {MAX_NAME} characters."
    if set(name) & set("\t\n\r") or any(each.rule == "FM-13" for each in find_bad_characters(name)):
        return "A name is one line without invisible characters. Type it instead of pasting it."
    if found := MARKUP.search(name):
        return f"“{found[0][:40]}” is markup, but a name is plain text. Write it without markup."
    return ""
