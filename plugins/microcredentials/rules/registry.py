"""Find every rule, because it is in the folder of its family, and list the families."""

from collections import Counter
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from .. import rules
from ..checking.rule import Check

FAMILIES = {
    "FM": "Can the file be read, and does it contain only what a spec may contain?",
    "SC": "Do the fields have the names and types that a spec has?",
    "ID": "Can the spec be told apart from others, and does it say whom it is for and how much effort it takes?",
    "CO": "Is there one observable competency with a method behind it?",
    "EV": "Does the evidence come from practice, and is it clear what to submit?",
    "RU": "Is the rubric complete, and does it say how the decision is made?",
    "AL": "Do evidence, rubric and method fit together?",
    "RR": "Does research support it, and are the resources worth opening?",
    "AS": "Is it scored by trained people who agree, and is the result useful?",
    "SU": "Is there help for everyone who works on it?",
    "CU": "Does it say what it counts for, where, and who decides?",
    "ST": "Can the stack be earned?",
    "FA": "Do the facts agree with one another, and can they be true?",
    "LC": "Have people tried and judged it, and is its history on record?",
    "LA": "Is the text plain, complete and respectful?",
    "AX": "Can everyone read the page and what it links to?",
    "LK": "Do the links to other sites still work?",
    "IN": "Did every rule run without an error?",
}
"""The question of each family by the first two letters of its rules' ids, in the order in which pages list them."""


@cache
def find_checks() -> tuple[Check, ...]:
    """Return the checks of all modules in this package, sorted by the id of their rule.

    Raises:
        ValueError: Two rules have the same id.
    """
    names = [module.name for module in walk_packages(rules.__path__, f"{rules.__name__}.") if not module.ispkg]
    found = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Check)]
    for id, count in Counter(check.rule.id for check in found).items():
        if count > 1:
            shared = " and ".join(sorted(check.rule.name for check in found if check.rule.id == id))
            raise ValueError(f"{id} is the id of several rules: {shared}; take the next free number of the family")
    return tuple(sorted(found, key=lambda check: check.rule.id))
