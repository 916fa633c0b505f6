"""The sentences that people can meet: their file is current, and none of them has an expression to avoid."""

import re
from pathlib import Path

import pytest
from _sentences import collect, javascript, python, shell, templates

ROOT = Path(__file__).resolve().parents[2]

PROSE = [
    *ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("content/guides/*.md"), *ROOT.glob("content/about/*.md"),
    *ROOT.glob("content/*/_template.md"), *ROOT.glob("content/program/*.yml"),
    *ROOT.glob("content/program/standards/*"),
]  # fmt: skip
HABITS = {
    "a person who is nobody in particular": r"\b(?:[Nn]obody|[Ss]omebody|[Aa]nybody|[Ww]hoever)\b",
    "“is no X” for “is not an X”": r"(?<![Tt]here )\b(?:is|are) no (?!longer|more|fewer|less)\w+",
    "“It is said”": r"\b[Ii]t is (?:not )?(?:said|known)\b",
    "“anew”, “at hand”, “mend”": r"\b(?:anew|at hand|mend(?:ed|s|ing)?)\b",
    "“stands” for “is”": r"\bstands? (?:in|at|on|there|here|behind|beside|under|below|above)\b",
    "“holds” for “contains”": r"\b(?:file|folder|page|field|text|table|list|catalog)s? holds?\b",
}


def test_the_file_is_current():
    """Run scripts/sentences, read the difference aloud, and commit it."""
    assert collect.TARGET.read_text("utf-8") == collect.collect()


@pytest.mark.parametrize("habit", HABITS)
def test_no_sentence_has_an_expression_to_avoid(habit: str):
    found = [line for line in collect.collect().splitlines() if re.search(HABITS[habit], line)]
    assert len(PROSE) > 30
    for path in PROSE:
        lines = path.read_text("utf-8").splitlines()
        found += [f"{path.name}: {line}" for line in lines if re.search(HABITS[habit], line)]
    assert found == []


def test_the_sentences_of_a_python_file_are_its_messages_and_not_its_comments():
    text = '"""Only developers read this."""\nsaid = f"The {field.name} is missing. {a + b} left."\nkey = "some_key"\n'
    assert list(python.sentences(text)) == ["The {field.name} is missing. {…} left."]


def test_the_manual_of_a_rule_and_the_help_of_a_command_are_read():
    manual = (
        '"""The title fits.\n\nA reason for it.\n"""\n\n@rule("ID-02", "error error error")\ndef check(spec): ...\n'
    )
    assert list(python.sentences(manual)) == ["The title fits.", "A reason for it."]
    command = '@click.command()\ndef show():\n    """Show one spec."""\n'
    assert list(python.sentences(command)) == ["Show one spec."]


def test_the_sentences_of_a_template_are_text_attributes_and_strings():
    text = '{# a note #}<p>Save <b>it</b> {{ name }}.</p><a title="Go there now">x</a>{{ heading("What you need") }}'
    assert list(templates.sentences(text)) == ["What you need", "Save it {name}.", "Go there now"]


def test_the_sentences_of_a_script_are_its_strings():
    text = "// 'not this one'\nshow(`Nothing matches “${word}”.`); const a = '.card p'; say('Saved in this browser');"
    assert list(javascript.sentences(text)) == ["Nothing matches “{word}”.", "Saved in this browser"]


def test_the_sentences_of_a_shell_script_are_its_output():
    assert list(shell.sentences('echo "The site is in $PWD/site"\n')) == ["The site is in {PWD}"]
