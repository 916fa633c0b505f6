"""A rule's manual is read from a docstring: the first sentence, the paragraphs after it, and the examples."""

import pytest

from microcredentials.checking._manual import Manual, read_manual
from microcredentials.checking.finding import Example

WHOLE = """
The title of the rule,
on two lines.

The first reason
continues here.

The   second reason.

Fails:

    title: A

    tags:
      - b

Passes: \t

    # stacks/a.md
    title: B

A reason after an example.

Passes:

    title: C
"""


def test_a_manual_has_a_title_reasons_and_examples():
    assert read_manual(WHOLE) == Manual(
        "The title of the rule, on two lines.",
        "The first reason continues here.\n\nThe second reason.\n\nA reason after an example.",
        (
            Example("title: A\n\ntags:\n  - b\n", passes=False),
            Example("# stacks/a.md\ntitle: B\n", passes=True),
            Example("title: C\n", passes=True),
        ),
    )


@pytest.mark.parametrize(
    ("docstring", "manual"),
    [
        ("", Manual("", "", ())),
        ("Only a title.", Manual("Only a title.", "", ())),
        ("A title.\n\nA reason.\n\n\nMore.", Manual("A title.", "A reason.\n\nMore.", ())),
        ("A title.\n\nFails:\n\n    a: b", Manual("A title.", "", (Example("a: b\n", passes=False),))),
        ("A title.\n\nfails:\n\n    a: b", Manual("A title.", "fails:\n\na: b", ())),
        ("A title.\n\nFails:\n    a: b", Manual("A title.", "Fails: a: b", ())),
        ("A title.\n\nFails:\n\n      a:\n        b", Manual("A title.", "", (Example("a:\n  b\n", passes=False),))),
    ],
)  # fmt: skip
def test_only_an_indented_block_below_its_heading_is_an_example(docstring: str, manual: Manual):
    assert read_manual(docstring) == manual
