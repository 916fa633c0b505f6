"""The sentences about changes that every format for people contains."""

from collections.abc import Sequence

from ...catalog.changes.change import Change, Significance
from ...catalog.changes.formatting import trim_to_difference
from ...model.wording import join_items, plural
from ..safe import plain

_LONG = 400  # characters of a text shown to people; programs get all of it
_FEW = 8  # specs named in a sentence


def describe_counts(changes: Sequence[Change]) -> str:
    """Return how many *changes* there are, and how many of each significance."""
    by_significance = [f"{sum(each.significance is one for each in changes)} {one}" for one in Significance]
    return f"{plural(len(changes), 'change')}: {join_items(by_significance)}.\n"


def trim_words(change: Change) -> tuple[str, str]:
    """Return the words before and after *change*, cut to where they differ."""
    before, after = ("; ".join(text.splitlines()) for text in (change.before, change.after))
    return trim_to_difference(before, after, _LONG)


def describe_reach(change: Change) -> str:
    """Return a sentence that names the other specs that *change* affects, or nothing."""
    more = len(change.reaches) - _FEW
    named = [*change.reaches[:_FEW], *([f"{more} more"] if more > 0 else [])]
    return f"Affects {join_items(named)}." if named else ""


def collect_notes(changes: Sequence[Change]) -> list[str]:
    """Return, each once, the sentences for educators who have started or earned the spec."""
    return list(dict.fromkeys(plain(change.for_earners) for change in changes if change.for_earners))
