"""A form editor writes the same data without comments, and with different quotes and line breaks; the findings stay."""

from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from project import Project
from repository import PAGE, Repository

Said = Counter[tuple[str, ...]]


def saved_by_a_form(path: Path, **style: Any) -> None:
    """Write the front matter of a spec again, as an editor does that keeps the data and not the layout."""
    _, block, body = path.read_text("utf-8").split("---\n", 2)
    data = yaml.load(block, yaml.CSafeLoader)
    written = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, **style)
    path.write_text(f"---\n{written}---\n{body}", "utf-8")


def said(findings: list[dict[str, Any]]) -> Said:
    return Counter((f["path"], f["rule"], f["field"], f["message"], f["status"], f["fingerprint"]) for f in findings)


def test_the_findings_are_the_same_whoever_saved_the_file(project: Project):
    project.run("new", "credential", "--title", "A new one", "--competency", "TODO", "--stack", "")
    before = said(project.findings("--as", "published"))
    assert len(before) > 20
    paths = [path for kind in ("credentials", "stacks") for path in (project.root / "content" / kind).glob("[!_]*.md")]
    texts = [[path.read_text("utf-8") for path in paths]]
    for style in ({"width": 80}, {"width": 1000}, {"indent": 4, "default_flow_style": None}):
        for path in paths:
            saved_by_a_form(path, **style)
        assert said(project.findings("--as", "published")) == before
        texts.append([path.read_text("utf-8") for path in paths])
        assert texts[-1] not in texts[:-1]


def test_a_change_made_in_a_form_brings_what_it_brings_by_hand(repository: Repository):
    def brought() -> list[tuple[str, str, str, bool]]:
        return sorted((f["rule"], f["field"], f["fingerprint"], f["new"]) for f in repository.since())

    repository.change(PAGE, "tags: [", "tags: [TODO, ")
    by_hand = brought()
    saved_by_a_form(repository.root / "content" / PAGE)
    assert any(new for *_, new in by_hand)
    assert brought() == by_hand
