"""The approved list as a table: complete, readable, and harmless in a spreadsheet."""

import csv
import io
import json
import re

import yaml
from project import DEMONSTRATION, Project
from website import Site

from microcredentials.catalog.loading import load
from microcredentials.publishing.exports import catalog_csv

PLAIN = "questioning-and-wait-time"


def rows_of(raw: bytes) -> list[dict[str, str]]:
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def table(project: Project) -> bytes:
    [file] = catalog_csv.export(load(project.root / "content"), "https://catalog.sample-state.example/")
    return file.content


def test_the_table_has_the_rows_of_the_catalog(served: Site):
    rows = rows_of((served.folder / "catalog.csv").read_bytes())
    catalog = json.loads((served.folder / "catalog.json").read_text("utf-8"))
    listed = [*catalog["credentials"], *catalog["stacks"]]
    assert [(row["url"], row["uid"], row["title"], row["version"]) for row in rows] == [
        (each["url"], each["uid"], each["title"], each["version"]) for each in listed
    ]
    row = next(row for row in rows if row["url"].endswith(f"/{PLAIN}/"))
    assert (row["hours_min"], row["hours_max"]) == ("7", "11")
    assert (row["needs_students"], row["needs_video"]) == ("yes", "no")
    assert row["level"] == "Foundational"
    assert row["counts_for"]


def test_cells_are_not_formulas(small: Project):
    small.edit("wait-time", "title: Questions and wait time", "title: '=HYPERLINK(1)'")
    rows = rows_of(table(small))
    assert "'=HYPERLINK(1)" in {row["title"] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_an_authors_apostrophe_is_kept(small: Project):
    title = "'Wait' time"
    small.edit("wait-time", "title: Questions and wait time", f'title: "{title}"')
    (small.root / "catalog.csv").write_bytes(table(small))
    assert f"'{title}" in {row["title"] for row in rows_of(table(small))}
    small.path("wait-time").unlink()
    small.run("import", "csv", "catalog.csv")
    front = yaml.safe_load(small.path("wait-time").read_text("utf-8").split("---")[1])
    assert front["title"] == title


def test_every_file_named_on_the_page_about_data_exists(served: Site):
    named = re.findall(r"\]\((/[^)]+\.\w+)\)", (DEMONSTRATION / "content/about/data.md").read_text("utf-8"))
    assert "/catalog.csv" in named
    assert [path for path in named if not (served.folder / path[1:]).is_file()] == []
