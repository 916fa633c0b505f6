"""Any body within the limits is checked in time proportional to its length."""

from collections.abc import Callable

import pytest
from growth import excessive_growth
from small import TODAY, WAIT, catalog, spec

from microcredentials.checking.options import Options
from microcredentials.checking.run import check_catalog
from microcredentials.rules.registry import find_checks

HEAD = "\n## About this micro-credential\n\n"
ROWS = "| a | b |\n| - | - |\n"
BODIES: dict[str, Callable[[int], str]] = {
    "cells with bars": lambda n: ROWS + "| a \\| c | b |\n" * (n // 15),
    "columns": lambda n: f"|{'a|' * (n // 6)}\n|{'-|' * (n // 6)}\n|{'b|' * (n // 6)}\n",
    "definitions": lambda n: "".join(f"[r{i}]: /a{i}/\n" for i in range(n // 16)),
    "uses of a definition": lambda n: "[r]: /a/\n\n" + "[x][r]\n\n" * (n // 8),
    "equal headings": lambda n: "### Same\n\n" * (n // 10),
    "addresses": lambda n: "<https://a.org> " * (n // 16),
    "underscores": lambda n: f"a{'_' * n}b",
    "backticks": lambda n: " ".join("`" * i for i in range(1, int((2 * n) ** 0.5))),
    "open addresses": lambda n: "<https://" * (n // 9),
    "tags": lambda n: '<b a="' * (n // 6),
    "lines": lambda n: "a\n" * (n // 2),
    "quotations": lambda n: "> > > > > > a\n" * (n // 14),
    "brackets": lambda n: "[" * n,
    "acronyms": lambda n: f"{'A' * (n // 2)} {'AAAA ' * (n // 10)}",
    "sentences": lambda n: "A b. " * (n // 5),
}


LENGTHS = {"cells with bars": 50_000}
"""Characters of the shorter body, where the quadratic part shows only in longer ones."""


def check(body: str) -> None:
    check_catalog(catalog({WAIT: spec("", HEAD + body)}), find_checks(), Options(TODAY))


@pytest.mark.parametrize("name", BODIES)
def test_time_grows_no_faster_than_the_body(name: str):
    make, length = BODIES[name], LENGTHS.get(name, 12_000)
    assert excessive_growth(check, make(length), make(4 * length), give_up=5.0) == ""


def test_a_body_beyond_the_limit_is_not_parsed():
    body = "<https://a.org> " * 30_000
    found = check_catalog(catalog({WAIT: spec("", HEAD + body)}), find_checks(), Options(TODAY)).findings
    assert [each.rule.id for each in found if each.spec == "wait-time" and each.severity == "error"] == ["FM-04"]
