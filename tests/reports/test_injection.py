"""An author's text is shown in reports but never obeyed: by a runner, by a host, or by a reader of XML or HTML."""

import json
import re
from dataclasses import replace
from pathlib import PurePosixPath
from xml.etree import ElementTree

from hypothesis import given, strategies as st

from microcredentials.catalog.catalog import Catalog
from microcredentials.checking._scoring import Basis
from microcredentials.checking.finding import Finding
from microcredentials.checking.report import Report
from microcredentials.model.program import Program
from microcredentials.reading.place import Place
from microcredentials.reading.problem import Severity
from microcredentials.reading.text import Position, SourceText
from microcredentials.reports.rendering import find_renderer, list_formats
from microcredentials.rules.registry import find_checks

PIECES = (
    "::error::", "::set-output name=x::", "::stop-commands::t", "##[error]", "##vso[x]", "%0A", "%", "\n", "\r", "\r\n",
    "\u2028", "\u0085", "\x1b[31m", "\x00", "|", "`", "<img src=x onerror=1>", "</script>", "<!--", "]]>", "&amp;", "a",
    "@everyone", "[a](x)", "![a](x)", "https://x.example", "#1", '"', "'", "\\", "é", "😀", " ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
RULE = next(check.rule for check in find_checks() if check.rule.id == "CO-02")
PLACE = Place("content/credentials/a.md", Position(1, 1), Position(1, 2))
OBEYED = re.compile(r"^\s*(?:::.*::|##\[|##vso\[)")


def reports(message: str, advice: str, written: str) -> Report:
    """Return a report on one file that contains *written*, with two findings that quote its author."""
    first = Finding(RULE, Severity.ERROR, RULE.rule_class, message, advice, PLACE, ("competency",), "a")
    return Report(
        (first, replace(first, message=advice, advice=message, severity=Severity.WARNING)),
        1,
        {PLACE.path: SourceText(written or "a")},
        {PLACE.path: message},
        basis=Basis(Catalog(PurePosixPath(), Program(), ()), ()),
    )


@given(TEXTS, TEXTS, TEXTS)
def test_no_format_executes_authors_text(message: str, advice: str, written: str):
    said = {
        name: find_renderer(name)(reports(message, advice, written)) for name in list_formats() if name != "scorecard"
    }
    for name, text in said.items():
        lines = re.split(r"\r\n|\r|\n", text)
        obeyed = [line for line in lines if OBEYED.match(line)]
        assert len(obeyed) == (2 if name == "github" else 0), (name, obeyed)
    for name in ("text", "concise", "html"):
        assert "##[" not in said[name]  # an older form of commands, which works anywhere in a line
    notes = said["github"].removesuffix("\n").split("\n")
    assert [note.split(" ")[0] for note in notes] == ["::error", "::warning"]
    assert all(note.count("::") >= 2 and "\r" not in note for note in notes)
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(said[name])
    assert len(ElementTree.fromstring(said["junit"]).findall(".//testcase")) >= 1
    shown = said["markdown"]
    assert not re.search(r"(?<!\\)<(?:img|/?script|!--)", shown)
    assert "@everyone" not in shown
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert len([line for line in shown.split("\n") if line.startswith(("| ❌", "| ⚠️"))]) == 2
    assert len(said["concise"].splitlines()) == 2
    page = said["html"]
    assert "<img" not in page
    assert page.count("<script") == 0
    assert page.count("</style>") == 1
