"""Every acronym is spelled out where it first appears, or is on the state's list.

Few things make readers feel like outsiders as quickly as an acronym. An educator from another district, a parent on a
committee or a new assessor does not know what PLC means here, and will not ask. Write the full words first, and then
the letters in parentheses. An acronym that everyone knows goes into the list “acronyms” in vocabulary.yml.

Fails:

    key_method: >-
      The educator brings the notes of three lessons to the PLC, where colleagues look for questions that opened
      up talk, and plans the next lesson with what the PLC found.

Passes:

    key_method: >-
      The educator brings the notes of three lessons to the professional learning community (PLC), where
      colleagues look for questions that opened up talk, and plans the next lesson with what the PLC found.
"""

import re
from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.rule import HEURISTIC, Context, rule
from ...model.program import Program
from ...model.spec import Spec
from ...reading.problem import Problem

_CAPITALS = re.compile("[A-Z][A-Z]+")
_ACRONYM = re.compile(r"(?<![\w&@.'’])(?P<letters>[A-Z]{2,})(?:['’]?s)?(?![\w&@])")
_NOT_ACRONYMS = frozenset(("AM", "PM", "OK", "TV", "US", "USA", "AA", "AAA", "TODO", "TBD"))
_ROMAN_NUMERAL = re.compile("[IVX]+")


@rule(
    "LA-02", "info warning error", rule_class=HEURISTIC, derived_from=("NEA",), needs=("vocabulary",),
    reads=("competency", "key_method", "body"),
)  # fmt: skip
def check(_: Spec | Guide, context: Context) -> Iterator[Problem]:
    known = set(_listed_acronyms(context.program))
    prose = context.prose
    for capitals in _CAPITALS.finditer(prose.joined.whole):
        found = _ACRONYM.match(prose.joined.whole, capitals.start())
        if not found or found["letters"] in known or _ROMAN_NUMERAL.fullmatch(found["letters"]):
            continue
        letters = found["letters"]
        known.add(letters)
        number, (start, end) = prose.joined.locate(found.span("letters"))
        piece = prose.pieces[number]
        after = piece.text[end + len(found[0]) - len(letters) :]
        if not _is_spelled_out(letters, piece.text[:start], after):
            message = f"“{letters}” is not spelled out where it first appears."
            advice = f"Write the full words followed by ({letters}), or have it added to the list “acronyms”."
            yield piece.problem((start, end), message, advice)


def _listed_acronyms(program: Program) -> frozenset[str]:
    return _NOT_ACRONYMS.union(term.id for term in program.terms("acronyms"))


def _is_spelled_out(letters: str, before: str, after: str) -> bool:
    """Return whether the full words come before ``(ABC)``, or in parentheses after ``ABC``."""
    parentheses = re.match(r"\s*\(([^()]+)\)", after)
    opened = before.rstrip()
    spelled = opened[:-1] if opened.endswith("(") else parentheses[1] if parentheses else ""
    nearest = " ".join(spelled.split()[-2 * len(letters) :])
    first = re.search(rf"(?i)\b{letters[0]}", nearest)
    following = iter(nearest[first.start() :].upper() if first else "")
    return all(letter in following for letter in letters)  # in this order, perhaps with others in between
