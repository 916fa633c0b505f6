"""The texts of a stack agree with its members, its electives and its capstone.

Educators commit a year to a stack. If the summary promises five micro-credentials where there are three, or the
electives cannot be chosen because all of them are needed, they find out after the first one.

Fails:

    outcome: The educator completes five micro-credentials and leads discussions in which students reason aloud.

Passes:

    outcome: The educator leads discussions in which students reason aloud and question each other.
"""

import re
from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import HEURISTIC, Context, rule, whole_catalog
from ...model.spec import Stack
from ...model.wording import plural
from ...reading.problem import Problem
from ..stacks.members import current_members

_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_COUNT = re.compile(rf"(?i)\b({'|'.join(_NUMBERS[2:])}|\d+)\s+(micro-?credentials|members|electives)\b")
_OF = re.compile(r"(?i)\b(?:first|last|other|any|of|than|these|those|all)\s+(?:the\s+)?$")
_CAPSTONE = re.compile(r"(?i)\bcapstone\b")


@rule(
    "FA-09", "info warning warning", rule_class=HEURISTIC, looks_at=whole_catalog, settings={"min_capstone_words": 12},
    reads=("summary", "outcome", "rationale", "electives_min", "capstone"),
)  # fmt: skip
def check(stack: Stack, context: Context, catalog: Catalog) -> Iterator[Problem]:
    members = current_members(catalog, context.entry.slug)
    electives = sum(member.membership.role == "elective" for member in members)
    if members and catalog.all_credentials_readable:
        yield from _counts(stack, len(members), electives)
        yield from _electives(stack, len(members), electives)
    yield from _capstone(stack, context.settings["min_capstone_words"])


def _counts(stack: Stack, members: int, electives: int) -> Iterator[Problem]:
    for field in ("summary", "outcome", "rationale"):
        text = getattr(stack, field) or ""
        for found in _COUNT.finditer(text):
            word, what = found[1].lower(), found[2].lower()
            number = int(word) if word.isdigit() else _NUMBERS.index(word)
            actual = electives if what == "electives" else members
            if number > actual or (field == "summary" and number != actual and not _OF.search(text[: found.start()])):
                message = f"“{found[0]}” are named, but the stack has {plural(actual, what.removesuffix('s'))}."
                yield Problem((field,), message, "Correct the number, or leave it out.", words=found.span())


def _electives(stack: Stack, members: int, electives: int) -> Iterator[Problem]:
    if electives and not stack.electives_min and electives < members:
        message = f"The stack has {plural(electives, 'elective')}, but none is needed to earn it."
        yield Problem(("electives_min",), message, "Say how many are needed.")
    elif electives == stack.electives_min > 0:
        message = f"All {electives} electives are needed, so there is nothing to choose." if electives > 1 else (
            "The only elective is needed, so there is nothing to choose.")  # fmt: skip
        yield Problem(("electives_min",), message, "Make them required, add electives, or ask for fewer.")


def _capstone(stack: Stack, least: int) -> Iterator[Problem]:
    for field in ("summary", "outcome", "rationale"):
        found = _CAPSTONE.search(getattr(stack, field) or "")
        if found and stack.capstone is None:
            message = "A capstone is mentioned, but the stack has none."
            yield Problem((field,), message, "Add the field “capstone”, or delete the words.", words=found.span())
    if stack.capstone and (count := len(stack.capstone.description.split())) < least:
        message = f"The capstone is described in {plural(count, 'word')}; {least} or more are expected."
        yield Problem(("capstone",), message, "Say what educators do in it, and what they submit.")
