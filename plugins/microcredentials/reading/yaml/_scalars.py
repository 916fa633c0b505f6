"""The meaning of a text without quotes: YAML 1.2's core schema without hexadecimal and octal numbers and infinities.

``no``, ``012``, ``10:30`` and dates stay text, as in web editors.
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
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+|[-+]?[0-9]+_[0-9_]*|[-+]?[0-9]++\.?[0-9]*+[eE][-+]?[0-9]+|[-+]?[0-9]+\."
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_LONGEST_AMBIGUOUS = 40
_CURLY_QUOTED = re.compile(r"[“”„«][^“”„«»]*[“”»]|[‘’‚][^‘’‚]*[‘’]")  # the whole text in one pair

TYPED_WORDS = frozenset(["true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL"])
FIRST_OF_SPECIAL = frozenset("~-+.0123456789tTfFnNyYoO")
"""First characters of a text that may be a typed value or ambiguous; every other text is just text."""

FIRST_OF_CURLY = frozenset("“”„«‘’‚")


def resolve_tag(value: str) -> str:
    """Return ``bool``, ``null``, ``int``, ``float`` or, for a text, ``STR``. Every scalar needs it, so it is short."""
    if value and value[0] not in FIRST_OF_SPECIAL:
        return STR
    found = _TYPED.fullmatch(value)
    return found.lastgroup or STR if found else STR


def convert(kind: str, value: str) -> Any:
    """Return *value* in the type that the tag *kind* names."""
    return value if kind == STR else _CONVERT.get(kind, str)(value)


def is_ambiguous(value: str) -> bool:
    """Return whether other programs would read *value* differently."""
    may_be = value[:1] in FIRST_OF_SPECIAL and len(value) <= _LONGEST_AMBIGUOUS
    return may_be and _AMBIGUOUS.fullmatch(value) is not None


def is_curly_quoted(value: str) -> bool:
    """Return whether *value* is in curly quotes, which YAML treats as letters."""
    return value[:1] in FIRST_OF_CURLY and _CURLY_QUOTED.fullmatch(value) is not None
