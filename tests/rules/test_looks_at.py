"""A rule declares whether it looks beyond its file: only then may its findings be remembered for an unchanged file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from examples import BASE, TODAY, plant
from specimens import DEMONSTRATION

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.entry import Entry
from microcredentials.catalog.loading import load
from microcredentials.checking._judge import judge
from microcredentials.checking._plan import Plan, plan
from microcredentials.checking.options import Options
from microcredentials.checking.prose import Prose
from microcredentials.checking.rule import Context, rule, whole_catalog
from microcredentials.model.program import Program
from microcredentials.model.spec import Spec
from microcredentials.reading.problem import Problem
from microcredentials.rules.registry import find_checks

NARROW = tuple(check for check in find_checks() if check.find and not check.looks_at)
WIDE = tuple(check for check in find_checks() if check.looks_at)


class OnlyProgram:
    """A catalog that refuses to be read, except for its program."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"it looks at “{name}” of the catalog")


def answers(entry: Entry[Any], made: Plan, catalog: object) -> dict[str, tuple[Problem, ...]]:
    """Return the findings of the rules without ``looks_at`` in *entry* of *catalog*."""
    assignment, prose = made.assignment(entry), Prose(entry)
    found = {}
    for each in assignment.checks:
        if each.check.looks_at is None:
            context = Context(
                entry, prose, assignment.status, TODAY, made.catalog.program, made.word_lists, each.settings
            )
            found[each.rule.id] = tuple(replace(each, catalog=catalog).problems(context))  # type: ignore[arg-type]
    return found


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> list[Catalog]:
    """The base, the demonstration, and the base with every failing example of every rule that has one of its own."""
    folders = [BASE, DEMONSTRATION / "content"]
    for check in NARROW:
        for number, example in enumerate(each for each in check.rule.examples if not each.passes):
            folders.append(tmp_path_factory.mktemp("examples") / f"{check.rule.id}-{number}")
            plant(example, folders[-1])
    return [load(folder, folder) for folder in folders]


def test_most_rules_look_at_their_file_only():
    assert len(NARROW) > 4 * len(WIDE) > 0


def test_a_rule_without_looks_at_needs_only_its_file_and_the_program(catalogs: list[Catalog]):
    heard = set()
    for catalog in catalogs:
        made = plan(catalog, find_checks(), Options(TODAY))
        stub = OnlyProgram(catalog.program)
        for entry in (*catalog.other_entries, *catalog.entries):
            if entry.node is not None:
                verdict = judge(entry, made, {}).verdict
                assert answers(entry, made, stub) == verdict
                heard |= {id for id, problems in verdict.items() if problems}
    assert {check.rule.id for check in NARROW if check.rule.examples} <= heard, "each has found something of its own"


def test_context_offers_nothing_beyond_the_file_and_the_program():
    assert Context._fields == ("entry", "prose", "status", "today", "program", "word_lists", "settings")


def two(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from ()


def three(spec: Spec, context: Context, catalog: Catalog) -> Iterator[Problem]:
    yield from ()


def untyped(spec, context) -> Iterator[Problem]:
    yield from ()


def test_the_parameters_of_a_check_fit_its_declaration():
    assert rule("CO-98", "error error error")(two).looks_at is None
    assert rule("CO-98", "error error error", looks_at=whole_catalog)(three).looks_at is whole_catalog
    with pytest.raises(TypeError, match="parameters with looks_at"):
        rule("CO-98", "error error error")(three)
    with pytest.raises(TypeError, match="parameters with looks_at"):
        rule("CO-98", "error error error", looks_at=whole_catalog)(two)
    with pytest.raises(TypeError, match="annotate the first parameter"):
        rule("CO-98", "error error error")(untyped)
