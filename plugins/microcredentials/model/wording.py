"""Write fields, lists, counts and dates for people: “Evidence › artifact 3 › description”."""

from datetime import date

from ..reading.problem import Pointer

_ONE_OF = {
    "criteria": "criterion", "overview": "overview question", "reflection": "reflection question",
    "research": "research entry", "currency": "currency entry", "portability": "portability entry",
    "alignment": "alignment", "changelog": "changelog entry", "stacks": "stack", "per_level": "level",
    "aliases": "alias", "levels": "level", "items": "item", "by": "by",
}  # fmt: skip
_WORDS = {"ai_use": "AI use", "url": "address", "method_components": "key method components"}


def field_label(pointer: Pointer) -> str:
    """Return the name of the field at *pointer* for people; an empty pointer is the whole file."""
    words = [_step(pointer, i) for i, step in enumerate(pointer) if not _counted(pointer, i)]
    return " › ".join([words[0][:1].upper() + words[0][1:], *words[1:]]) if words else "The file"


def _counted(pointer: Pointer, i: int) -> bool:
    """Return whether step *i* is a list and its item follows; the item then names both."""
    return i + 1 < len(pointer) and isinstance(pointer[i + 1], int)


def _step(pointer: Pointer, i: int) -> str:
    step = pointer[i]
    if isinstance(step, str):
        return _WORDS.get(step, step.replace("_", " "))
    group = str(pointer[i - 1]) if i else "item"
    return f"{singular(group)} {step + 1}"


def singular(name: str) -> str:
    """Return the singular of a list's *name*: ``method_components`` → ``method component``."""
    if name in _ONE_OF:
        return _ONE_OF[name]
    words = name.replace("_", " ")
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words.removesuffix("s")


def join_items(items: list[str], last: str = "and") -> str:
    """Return *items* as part of a sentence: ``a, b and c``; *last* is the word before the last item."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def plural(count: int, word: str, many: str = "") -> str:
    """Return *count* with *word* in the singular or plural: ``1 file``, ``2 files``."""
    return f"{count} {word if count == 1 else many or word + 's'}"


def format_day(value: date | None) -> str:
    """Return a date in US form: ``October 5, 2026``, or nothing for None."""
    return f"{value:%B} {value.day}, {value.year}" if value else ""


ENGLISH = "en"
"""The language of the words that this package adds to those of authors, and of the rules about words."""


def is_english(language: str | None) -> bool:
    """Return whether *language*, a tag such as ``en-US``, is English; what is not stated is."""
    return not language or language.partition("-")[0].lower() == ENGLISH
