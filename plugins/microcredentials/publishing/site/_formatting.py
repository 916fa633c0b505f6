"""Numbers and names as pages show them; templates have these functions as filters."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from ...model.wording import is_english, join_items, plural


def format_period(duration: str) -> str:
    """Return an ISO 8601 duration in words: ``P5Y`` is ``5 years``."""
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    return join_items(
        [plural(int(count), units[unit]) for count, unit in re.findall(r"(?<!\d)(\d++)([YMWD])", duration)]
    )


def format_percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage: ``86%``."""
    return f"{share:.0%}"


def format_number(value: float) -> str:
    """Return a number as people write it: ``10``, ``0.5``, ``1,250``."""
    return f"{value:,.10g}"


def with_unit(value: float, units: str) -> str:
    """Return *value* with its unit, which a vocabulary names in the plural: ``2 pages``, ``1 page``."""
    return f"{format_number(value)} {units.removesuffix('s') if value == 1 else units}"


def join_texts(items: Iterable[str], last: str = "and") -> str:
    """Return *items* as part of a sentence: ``a, b and c``; *last* is the word before the last item."""
    return join_items(list(items), last)


def breakable(name: str) -> Markup:
    """Return a name in one word with places where a line may break: ``ceterms:`` and ``is`` and ``Part``."""
    return Markup("<wbr>").join(re.split(r"(?<=[:._/])(?=\w)|(?<=[a-z])(?=[A-Z])", name))


def mark_language(language: str | None) -> Markup:
    """Return the attribute that says in which language a text is written; empty if it is that of the pages, English."""
    return Markup("") if is_english(language) else Markup(' lang="{}"').format(language)
