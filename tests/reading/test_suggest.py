"""Suggestions for a mistyped name."""

from microcredentials.reading.suggest import find_closest, suggest


def test_the_closest_name_is_found_in_its_own_spelling():
    assert find_closest("SUMARY", ["Title", "Summary", "sum"]) == "Summary"
    assert find_closest("tilte", ["title", "summary"]) == "title"


def test_a_name_that_is_like_no_other_has_no_closest():
    assert find_closest("color", ["title", "summary"]) is None
    assert find_closest("title", []) is None


def test_the_advice_names_the_closest():
    assert suggest("sumary", ["title", "summary"]) == "Did you mean “summary”?"


def test_the_advice_lists_what_to_choose_from():
    assert suggest("x", ["one", "two"]) == "Choose one of: one, two."
    assert suggest("x", [f"name{n}" for n in range(12)]).endswith("name10, name11.")
    assert suggest("x", [f"name{n}" for n in range(13)]).endswith("name10, name11 …")
