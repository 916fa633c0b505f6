"""No regular expression takes longer than its text: four times the text takes no more than about four times as long."""

import re
from itertools import islice

import pytest
from expressions import Use, hard_texts, uses
from growth import excessive_growth, seconds

LENGTH = 1_500
ENOUGH = 5e-4
"""Seconds of CPU. For such a text most linear expressions take a tenth of it, and quadratic ones a multiple."""

USES = uses()


@pytest.mark.parametrize("use", USES, ids=str)
def test_time_grows_no_faster_than_the_text(use: Use):
    for at, text in enumerate(hard_texts(use.pattern, LENGTH)):
        if seconds(use.run, text) > ENOUGH:
            longer = next(islice(hard_texts(use.pattern, 4 * LENGTH), at, None))
            grown = excessive_growth(use.run, text, longer)
            assert not grown, f"{use.module}: {grown}"


@pytest.mark.parametrize(
    ("pattern", "method"),
    [(r"_+(?!\w)", "sub"), (r"<https?://[^\s>]*>", "sub"), (r"(`+)(?!`).+?(?<!`)\1(?!`)", "search"),
     (r"[ \t]+(?=\n)", "finditer"), (r"(?:a+)+b", "match"), (r"x*y?x*z", "fullmatch"), (r":[ ]+\[[^\]]*$", "search"),
     (r"(?:(?<!.)#.*\n)*\Z", "search"), (r"<script[^>]*>.*?</script>", "finditer")],
)  # fmt: skip
def test_a_slow_expression_is_found(pattern: str, method: str):
    with pytest.raises(AssertionError):
        test_time_grows_no_faster_than_the_text(Use(re.compile(pattern), method, "here"))


def test_expressions_are_found_in_every_form_of_code():
    seen = {(use.module, use.method) for use in USES}
    assert len(USES) > 150
    assert seen >= {
        ("checking.prose", "search"),  # a name
        ("reading.yaml._syntax", "finditer"),  # an item of a tuple
        ("rules.competency._sentence", "match"),  # made by a function
        ("catalog.project", "fullmatch"),  # written where it is used
    }
