"""The quality standards: one folder a family, one file a rule, the file's name what the rule says.

A rule is found because it stands in its folder; nothing lists it.
"""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from ..check import Check


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check under this folder, by the id of its rule."""
    names = [module.name for module in walk_packages(__path__, f"{__name__}.") if not module.ispkg]
    found = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Check)]
    return tuple(sorted(found, key=lambda check: check.rule.id))
