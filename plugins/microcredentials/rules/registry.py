"""Find every rule and what each family asks; a rule is found because it is in its family's folder."""

from collections import Counter
from functools import cache
from importlib import import_module
from pkgutil import iter_modules, walk_packages

from .. import rules
from ..checking.rule import Check

_ORDER = ("FM", "SC", "ID", "CO", "EV", "RU", "AL", "RR", "AS", "SU", "CU", "ST", "LC", "LA", "AX", "LK", "IN")


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check under this folder, by the id of its rule."""
    names = [module.name for module in walk_packages(rules.__path__, f"{rules.__name__}.") if not module.ispkg]
    found = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Check)]
    for id, count in Counter(check.rule.id for check in found).items():
        if count > 1:
            shared = " and ".join(sorted(check.rule.name for check in found if check.rule.id == id))
            raise ValueError(f"{id} is the id of several rules: {shared}; take the next free number of the family")
    return tuple(sorted(found, key=lambda check: check.rule.id))


@cache
def family_questions() -> dict[str, str]:
    """Return for each family's two letters the question it asks: the first line of its folder's docstring."""
    packages = [import_module(f"{rules.__name__}.{each.name}") for each in iter_modules(rules.__path__) if each.ispkg]
    lines = (package.__doc__ or "" for package in packages)
    found = {line.removeprefix("Family ").partition(": ")[0]: line.partition(": ")[2] for line in lines}
    return {code: found[code] for code in _ORDER if code in found}
