"""What a text without quotes stands for: the scalars of YAML 1.2's core schema, less hexadecimal, octal and infinities.

``no``, ``012``, ``10:30`` and dates stay the text that their author wrote, as web editors write them.
"""

import re
from collections.abc import Callable
from typing import Any

STR = "tag:yaml.org,2002:str"

_TYPED = re.compile(
    r"(?P<bool>true|True|TRUE|false|False|FALSE)|(?P<null>~|null|Null|NULL|)|(?P<int>[-+]?(?:0|[1-9][0-9]{0,17}))"
    r"|(?P<float>[-+]?(?:0|[1-9][0-9]{0,17})?\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,2})?)"
)
_CONVERT: dict[str, Callable[[str], Any]] = {
    "bool": lambda value: value.lower() == "true",
    "null": lambda _: None,
    "int": int,
    "float": float,
}
# What other readers, of YAML 1.1 or 1.2, turn into a boolean or a number. Dates are left out: this tool and web
# editors agree on them.
_AMBIGUOUS = re.compile(
    r"y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|[-+]?0[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|0b[01]+"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+|[-+]?[0-9]+_[0-9_]*|[-+]?[0-9]+\.?[0-9]*[eE][-+]?[0-9]+|[-+]?[0-9]+\."
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_LONGEST_AMBIGUOUS = 40
_CURLY_QUOTED = re.compile(r"[“”„«][^“”„«»]*[“”»]|[‘’‚][^‘’‚]*[‘’]")  # the whole text in one pair

TYPED_WORDS = frozenset(["true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL"])
FIRST_OF_SPECIAL = frozenset("~-+.0123456789tTfFnNyYoO")
"""What a text begins with that may be typed or ambiguous; all else is just text."""

FIRST_OF_CURLY = frozenset("“”„«‘’‚")


def resolve_tag(value: str) -> str:
    """Return ``bool``, ``null``, ``int``, ``float``, or ``STR`` for a text; the shortest way, as each scalar asks."""
    if value and value[0] not in FIRST_OF_SPECIAL:
        return STR
    found = _TYPED.fullmatch(value)
    return found.lastgroup or STR if found else STR


def convert(kind: str, value: str) -> Any:
    """Return *value* as what the tag *kind* says."""
    return value if kind == STR else _CONVERT.get(kind, str)(value)


def is_ambiguous(value: str) -> bool:
    """Say whether other programs would read something else."""
    may_be = value[:1] in FIRST_OF_SPECIAL and len(value) <= _LONGEST_AMBIGUOUS
    return may_be and _AMBIGUOUS.fullmatch(value) is not None


def is_curly_quoted(value: str) -> bool:
    """Say whether *value* is wrapped in quotes that YAML takes for letters."""
    return value[:1] in FIRST_OF_CURLY and _CURLY_QUOTED.fullmatch(value) is not None
