"""The approved list as a table: whole, readable, and harmless in a spreadsheet."""

import csv
import io
import json
import re
from pathlib import Path

import yaml
from project import Project

PLAIN = "questioning-and-wait-time"


def table(project: Project) -> tuple[Path, list[dict[str, str]]]:
    assert project.run("build", "--to", "out").exit_code == 0
    raw = (project.root / "out/catalog.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return project.root / "out", list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_it_has_the_rows_of_the_catalog(project: Project):
    folder, rows = table(project)
    catalog = json.loads((folder / "catalog.json").read_text("utf-8"))
    listed = [*catalog["credentials"], *catalog["stacks"]]
    assert [(row["url"], row["uid"], row["title"], row["version"]) for row in rows] == [
        (each["url"], each["uid"], each["title"], each["version"]) for each in listed
    ]
    row = next(row for row in rows if row["url"].endswith(f"/{PLAIN}/"))
    assert (row["hours_min"], row["hours_max"]) == ("7", "11")
    assert (row["needs_students"], row["needs_video"]) == ("yes", "no")
    assert row["level"] == "Foundational"
    assert row["counts_for"]


def test_a_spreadsheet_runs_nothing(project: Project):
    project.edit(PLAIN, "title: Questioning and wait time", "title: '=HYPERLINK(1)'")
    _, rows = table(project)
    assert "'=HYPERLINK(1)" in {row["title"] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_an_apostrophe_of_the_author_comes_back(project: Project):
    title = "'Wait' time"
    project.edit(PLAIN, "title: Questioning and wait time", f'title: "{title}"')
    folder, rows = table(project)
    assert f"'{title}" in {row["title"] for row in rows}
    project.path(PLAIN).unlink()
    project.run("import", "csv", str(folder / "catalog.csv"))
    front = yaml.safe_load(project.path(PLAIN).read_text("utf-8").split("---")[1])
    assert front["title"] == title


def test_every_file_that_the_page_about_data_names_is_there(project: Project):
    folder, _ = table(project)
    named = re.findall(r"\]\((/[^)]+\.\w+)\)", (project.root / "content/about/data.md").read_text("utf-8"))
    assert len(named) >= 5
    assert all((folder / path[1:]).is_file() for path in named)
