"""No output contains characters that act on a terminal or hide what a text says."""

import re

import pytest
from project import Project

from microcredentials.reports.rendering import list_formats
from microcredentials.reports.safe import disarm

ACTIVE = "\x1b]0;title\x07 \x9b31m \u202egnp.exe \u2066 \u200f \x00 a\rb \x7f"
_ALLOWED = re.compile(r"[\t\n]|\r\n")
COMMANDS = (
    ("check",), ("check", "--as", "published"), *(("check", "--format", name) for name in list_formats()),
    ("show", "wait-time"),
)  # fmt: skip


def acting(text: str) -> set[str]:
    """Return the characters of *text* that act."""
    return set(re.findall(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", _ALLOWED.sub("", text)))


def test_active_characters_are_recognized():
    assert len(acting(ACTIVE)) == 9
    assert acting(disarm(ACTIVE)) == acting(disarm(ACTIVE, is_json=True)) == set()
    assert disarm("a\tb\r\nc\n\u202e") == "a\tb\r\nc\n·"
    assert disarm('{"a": "\u202e\x9b"}', is_json=True) == '{"a": "\\u202e\\u009b"}'


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_prints_active_characters(arguments: tuple[str, ...], small: Project):
    small.edit("wait-time", "title: ", f'unheard-of: "{ACTIVE!a}"\ntitle: '.replace("'", ""))
    text = small.path("wait-time").read_text("utf-8")
    small.path("wait-time").write_text(f"{text}\n{ACTIVE.replace(chr(0), '')} said everyone.\n", "utf-8")
    result = small.run(*arguments)
    assert result.output
    assert acting(result.output) == set()
