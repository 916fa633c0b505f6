"""A check is made from a function and the docstring of its module; a declaration that does not fit is refused."""

import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from microcredentials.checking.finding import Example
from microcredentials.checking.rule import (
    ATTESTATION,
    HARD,
    HEURISTIC,
    Check,
    proved_rule,
    reading_rule,
    rule,
    whole_catalog,
)
from microcredentials.model.spec import MicroCredential, Stack
from microcredentials.reading.problem import Problem, Severity

MODULE = "package.rules.cost.price_is_stated"
DOC = "The price is stated.\n\nEducators plan with it.\n\nPasses:\n\n    cost: {amount: 0}\n"
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def judge(node: MicroCredential, context: Any) -> Iterator[Problem]:
    yield Problem(("cost",), f"{node} {context}")


def look(node: MicroCredential | Stack, context: Any, catalog: Any) -> Iterator[Problem]:
    yield Problem((), f"{node} {context} {catalog}")


def unannotated(node, context: Any) -> Iterator[Problem]:  # type: ignore[no-untyped-def]
    yield Problem((), f"{node} {context}")


@pytest.fixture(autouse=True)
def module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the functions above into a module like that of a rule."""
    monkeypatch.setitem(sys.modules, MODULE, ModuleType(MODULE, DOC))
    for function in (judge, look, unannotated):
        monkeypatch.setattr(function, "__module__", MODULE)


def test_a_rule_takes_its_name_and_manual_from_its_file_and_the_rest_from_its_declaration():
    check = rule("CO-09", "info warning error", settings={"most": 3}, reads=("cost.amount",))(judge)
    assert (check.find, check.about, check.looks_at) == (judge, MicroCredential, None)
    made = check.rule
    assert (made.id, made.name, made.topic, made.family) == ("CO-09", "price-is-stated", "cost", "CO")
    assert (made.title, made.why) == ("The price is stated.", "Educators plan with it.")
    assert made.examples == (Example("cost: {amount: 0}\n", passes=True),)
    assert (made.rule_class, made.settings, made.fields) == (HARD, {"most": 3}, (("cost", "amount"),))
    assert (made.derived_from, made.word_lists, made.needs) == ((), {}, ())
    assert made.severities == {"draft": INFO, "pilot": WARNING, "published": ERROR}


def test_a_rule_that_looks_at_other_files_declares_it():
    check = rule("CO-09", "error error error", whole_catalog, rule_class=HEURISTIC)(look)
    assert (check.find, check.about, check.looks_at) == (look, MicroCredential | Stack, whole_catalog)
    assert check.rule.rule_class is HEURISTIC
    assert whole_catalog(check) is check  # type: ignore[comparison-overlap, arg-type]


@pytest.mark.parametrize(
    ("function", "looks_at", "message"),
    [
        (judge, whole_catalog, f"{MODULE}: check takes three parameters with looks_at, and two without it"),
        (look, None, f"{MODULE}: check takes three parameters with looks_at, and two without it"),
        (unannotated, None, f"{MODULE}: annotate the first parameter of check with the nodes to judge"),
    ],
)
def test_a_function_that_does_not_fit_its_declaration_is_refused(
    function: Callable[..., Iterator[Problem]], looks_at: Any, message: str
):
    with pytest.raises(TypeError) as refusal:
        rule("CO-09", "error error error", looks_at)(function)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("id", "severity", "severities"),
    [
        ("CO-09", "error warning info", {"draft": ERROR, "pilot": WARNING, "published": INFO}),
        ("CO-09", "none none error", {"published": ERROR}),
        ("CO-09", "none none none info", {"retired": INFO}),
        ("FM-99", "info none none error", {"draft": INFO, "retired": ERROR}),
        *(
            (f"{family}-99", "info info error", {"draft": INFO, "pilot": INFO, "published": ERROR, "retired": ERROR})
            for family in ("FM", "SC", "ID", "LC", "IN")
        ),
        ("LC-99", "error error none", {"draft": ERROR, "pilot": ERROR}),
    ],
)
def test_a_retired_spec_is_judged_only_by_its_shape_identity_and_dates(
    id: str, severity: str, severities: dict[str, Severity]
):
    assert reading_rule(id, severity, MODULE).rule.severities == severities


@pytest.mark.parametrize("severity", ["", "error", "error error", "error error fatal", "error " * 5])
def test_severities_that_are_malformed_are_refused(severity: str):
    with pytest.raises(ValueError, match="severities") as refusal:
        reading_rule("CO-09", severity, MODULE)
    assert str(refusal.value) == (f"{MODULE}: “{severity}” does not list the severities for draft, pilot and published")


def test_a_rule_about_reading_and_one_that_is_proved_have_no_function():
    read = reading_rule("FM-99", "error error error", MODULE, derived_from=("X",))
    assert read == Check(read.rule, None, None, None)
    assert (read.rule.id, read.rule.name, read.rule.derived_from) == ("FM-99", "price-is-stated", ("X",))
    proved = proved_rule("AC-99", "none info error", MODULE, Stack, rule_class=ATTESTATION)
    assert proved == Check(proved.rule, Stack, None, None)
    assert (proved.rule.id, proved.rule.title, proved.rule.rule_class) == (
        "AC-99", "The price is stated.", ATTESTATION,
    )  # fmt: skip
    assert proved.rule.severities == {"pilot": INFO, "published": ERROR}


def test_a_module_without_a_docstring_gives_an_empty_manual(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, MODULE, ModuleType(MODULE))
    made = reading_rule("FM-99", "error error error", MODULE).rule
    assert (made.title, made.why, made.examples) == ("", "", ())
