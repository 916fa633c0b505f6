"""The selection of rules for a run."""

import pytest
from small import check_of, finds, rule

from microcredentials.checking.options import Selection, parse_selection

CHECKS = tuple(check_of(rule(id), finds()) for id in ("CO-01", "CO-02", "EV-01", "ID-01"))
IDS = [check.rule.id for check in CHECKS]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), IDS),
        (("CO-01",), (), ["CO-01"]),
        (("CO",), (), ["CO-01", "CO-02"]),
        (("CO", "EV-01"), (), ["CO-01", "CO-02", "EV-01"]),
        ((), ("CO",), ["EV-01", "ID-01"]),
        ((), ("CO-02",), ["CO-01", "EV-01", "ID-01"]),
        (("CO",), ("CO-01",), ["CO-02"]),
        (("CO-01",), ("CO",), []),
    ],
)
def test_a_selection_includes_rules_and_families(select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]):
    assert [id for id in IDS if Selection(select, ignore).includes(id)] == expected


def test_typed_names_are_separated_by_commas_or_spaces_in_any_case():
    typed = parse_selection(["co, ev-01", "ID"], ["co-02"], CHECKS)
    assert typed == Selection(("CO", "EV-01", "ID"), ("CO-02",))
    assert parse_selection([], [" , "], CHECKS) == Selection()


@pytest.mark.parametrize("name", ["XX", "CO-99", "C", "CO-1"])
@pytest.mark.parametrize("place", ["select", "ignore"])
def test_a_name_that_does_not_exist_is_refused(name: str, place: str):
    given = {"select": ["CO-01"], "ignore": ["EV-01"], place: [name]}
    with pytest.raises(LookupError, match=rf"There is no rule or family “{name}”\. ."):
        parse_selection(given["select"], given["ignore"], CHECKS)


def test_a_mistyped_name_gets_the_nearest_one():
    with pytest.raises(LookupError, match="Did you mean “EV-01”"):
        parse_selection(["EV-1"], [], CHECKS)
