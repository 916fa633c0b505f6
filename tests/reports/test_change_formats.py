"""The changes of a catalog in each format."""

import json
from dataclasses import replace

from microcredentials.catalog.changes.change import Change, Significance
from microcredentials.reports.rendering import find_change_renderer, list_change_formats

HOURS = Change(
    kind="changed",
    spec="wait-time",
    path="credentials/wait-time.md",
    sentence="The hours change.",
    significance=Significance.NOTABLE,
    before="8 to 12",
    after="10 to 12",
    at=("effort", "hours"),
    title="Wait time",
)
RUBRIC = replace(
    HOURS,
    sentence="A level is added.",
    significance=Significance.SUBSTANTIVE,
    before="",
    after="",
    for_earners="Finish with version 1.0.0, or start again.",
    reaches=tuple(f"stack-{number}" for number in range(10)),
)
LIST = replace(HOURS, path="program/vocabulary.yml", spec="", title="", significance=Significance.EDITORIAL)


def render(name: str, *changes: Change) -> str:
    return find_change_renderer(name)(changes)


def test_the_formats_are_the_files_of_their_folder():
    assert list_change_formats() == ("json", "markdown", "text")


def test_text_shows_each_file_with_its_changes_and_counts_them():
    assert render("text", HOURS, RUBRIC, LIST) == (
        "credentials/wait-time.md  “Wait time”\n"
        "\n"
        "notable      The hours change.\n"
        "             - 8 to 12\n"
        "             + 10 to 12\n"
        "substantive  A level is added.\n"
        "             Affects stack-0, stack-1, stack-2, stack-3, stack-4, stack-5, stack-6, stack-7 and 2\n"
        "             more.\n"
        "             For earners: Finish with version 1.0.0, or start again.\n"
        "\n"
        "program/vocabulary.yml\n"
        "\n"
        "editorial    The hours change.\n"
        "             - 8 to 12\n"
        "             + 10 to 12\n"
        "\n"
        "3 changes: 1 substantive, 1 notable and 1 editorial.\n"
    )


def test_long_words_are_cut_to_where_they_differ():
    before, after = ("word " * 200 + end for end in ("old", "new"))
    text = render("text", replace(HOURS, before=before, after=after))
    assert "old" in text
    assert "new" in text
    assert len(text) < 1200


def test_authors_text_does_not_act_on_a_terminal_or_a_runner():
    text = render("text", replace(HOURS, title="\x1b[31mred", after="::error::x"))
    assert "\x1b" not in text
    assert "::error::" not in text


def test_markdown_shows_a_table_for_each_file():
    assert render("markdown", HOURS, RUBRIC, LIST) == (
        "## What changes\n"
        "\n"
        "3 changes: 1 substantive, 1 notable and 1 editorial.\n"
        "\n"
        "### Wait time (`credentials/wait-time.md`)\n"
        "\n"
        "| Significance | What changes | Before | After |\n"
        "|---|---|---|---|\n"
        "| notable | The hours change. | 8 to 12 | 10 to 12 |\n"
        "| substantive | A level is added. Affects stack-0, stack-1, stack-2, stack-3, stack-4, stack-5, stack-6, "
        "stack-7 and 2 more. |  |  |\n"
        "\n"
        "> **For earners:** Finish with version 1.0.0, or start again.\n"
        "\n"
        "### `program/vocabulary.yml`\n"
        "\n"
        "| Significance | What changes | Before | After |\n"
        "|---|---|---|---|\n"
        "| editorial | The hours change. | 8 to 12 | 10 to 12 |\n"
    )


def test_json_contains_every_field_of_a_change():
    data = json.loads(render("json", RUBRIC))
    assert data["schema"] == 1
    [change] = data["changes"]
    assert change == {
        "kind": "changed",
        "spec": "wait-time",
        "path": "credentials/wait-time.md",
        "sentence": "A level is added.",
        "significance": "substantive",
        "for_earners": "Finish with version 1.0.0, or start again.",
        "before": "",
        "after": "",
        "at": "/effort/hours",
        "reaches": [f"stack-{number}" for number in range(10)],
        "title": "Wait time",
    }
    assert list(change) == list(Change.__dataclass_fields__)


def test_without_changes_each_format_says_so():
    assert render("text") == "Nothing has changed in what the catalog says.\n"
    assert render("markdown") == "## What changes\n\nNothing has changed in what the catalog says.\n"
    assert json.loads(render("json"))["changes"] == []
