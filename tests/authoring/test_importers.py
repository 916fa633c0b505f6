"""A catalog from another system: our own exports can be imported again, and hostile files do no harm."""

import json
import re
from typing import Any

import pytest
import yaml
from project import Project
from website import Site

from microcredentials.catalog.loading import load
from microcredentials.publishing.exports import open_badges

SITE = "https://catalog.sample-state.example/"
SLUGS = ("questioning-and-wait-time", "rich-vocabulary-instruction", "feedback-that-moves-learning-forward")


def delete_specs(project: Project) -> None:
    """Delete every spec, and the pages that link to specs."""
    for kind in ("credentials", "stacks"):
        for path in (project.root / "content" / kind).glob("[!_]*.md"):
            path.unlink()
    for name in ("guides", "about"):
        for path in (project.root / "content" / name).glob("*.md"):
            text = re.sub(r"\]\(/(?:credentials|stacks)/[^)]*\)", "](/catalog/)", path.read_text("utf-8"))
            path.write_text(text, "utf-8")


def publish_and_export(project: Project) -> dict[str, Any]:
    """Return the exports of the imported drafts after a state has completed and published them."""
    for path in (project.root / "content").glob("*/[!_]*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("\nstatus: draft\n", "\nstatus: published\n", 1), "utf-8")
    files = open_badges.export(load(project.root / "content"), SITE)
    return {file.path: json.loads(file.content) for file in files}


def spec(project: Project, slug: str, kind: str = "credentials") -> dict[str, Any]:
    text = (project.root / f"content/{kind}/{slug}.md").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text.split("---")[1])
    return found


def test_exported_open_badges_survive_an_import(project: Project, served: Site):
    before = served.folder
    first = {slug: json.loads((before / f"credentials/{slug}/achievement.json").read_text("utf-8")) for slug in SLUGS}
    stack = json.loads((before / "stacks/foundations-of-reading/achievement.json").read_text("utf-8"))
    file = project.root / "badges.json"
    file.write_text(json.dumps([*first.values(), stack]), "utf-8")
    delete_specs(project)
    run = project.run("import", "open-badges", str(file))
    assert run.exit_code == 0, run.output
    assert "4 files written" in run.output
    loose = [
        found for found in project.findings() if found["severity"] == "error" and found["rule"][:2] in ("FM", "SC")
    ]
    assert {found["rule"] for found in loose} <= {"SC-03"}, "only stacks that are not there yet may dangle"
    again = publish_and_export(project)
    for slug, was in first.items():
        now = again[f"credentials/{slug}/achievement.json"]
        for term in ("name", "description", "version", "tag", "otherIdentifier", "fieldOfStudy", "achievementType"):
            assert now.get(term) == was.get(term), term
        assert now["criteria"]["narrative"] == was["criteria"]["narrative"]
        strange = [each for each in was["alignment"] if each.get("targetType") == "ceterms:Credential"]
        strange = [each for each in strange if each["targetUrl"] != stack["id"]]  # of stacks that were not in the file
        assert now["alignment"] == [each for each in was["alignment"] if each not in strange]
        assert [plain(each) for each in now["resultDescription"]] == [plain(each) for each in was["resultDescription"]]


def plain(result: dict[str, Any]) -> dict[str, Any]:
    """Return a criterion without ids, which are made from names, and with the required level by its name."""
    levels = {level["id"]: level["name"] for level in result["rubricCriterionLevel"]}
    stripped = [
        {name: value for name, value in level.items() if name != "id"} for level in result["rubricCriterionLevel"]
    ]
    return {"name": result["name"], "required": levels[result["requiredLevel"]], "levels": stripped}


def test_a_case_package_is_imported_with_competencies_rubrics_and_stacks(project: Project, served: Site):
    package = served.folder / "case.json"
    wanted = {slug: spec(project, slug) for slug in SLUGS}
    delete_specs(project)
    run = project.run("import", "case", str(package))
    assert run.exit_code == 0, run.output
    for slug, was in wanted.items():
        now = spec(project, slug)
        assert (now["uid"], now["title"]) == (was["uid"], was["title"])
        assert " ".join(now["competency"].split()) == " ".join(was["competency"].split())
        assert now["subjects"] == was["subjects"]
        assert now["rubric"]["levels"] == was["rubric"]["levels"]
        assert [each["name"] for each in now["rubric"]["criteria"]] == [
            each["name"] for each in was["rubric"]["criteria"]
        ]
    assert spec(project, "foundations-of-reading", "stacks")["outcome"]


def test_our_own_table_can_be_imported(project: Project, served: Site):
    table = served.folder / "catalog.csv"
    was = {slug: spec(project, slug) for slug in SLUGS}
    delete_specs(project)
    run = project.run("import", "csv", str(table))
    assert run.exit_code == 0, run.output
    for slug, old in was.items():
        now = spec(project, slug)
        for field in ("uid", "title", "subjects", "grade_bands", "educator_roles", "level", "requires_students"):
            assert now[field] == old[field], field
        assert now["effort"]["hours"] == old["effort"]["hours"]


def test_an_unknown_table_is_imported_as_far_as_possible(small: Project):
    file = small.root / "list.csv"
    file.write_text(
        "Name,Description,Subject,Grades,Price\nQuiet corners,A place,Literacy;Cooking,Grades K–2,12\n", "utf-8"
    )
    run = small.run("import", "csv", str(file))
    assert run.exit_code == 0
    assert "column “Price”" in run.output
    assert "“Cooking” is not in the vocabulary" in run.output
    made = spec(small, "quiet-corners")
    assert (made["subjects"], made["grade_bands"], made["status"]) == (["literacy"], ["K-2"], "draft")
    errors = [found for found in small.findings() if found["spec"] == "quiet-corners" and found["severity"] == "error"]
    assert not [found for found in errors if found["rule"] != "LA-04"]


def test_existing_specs_are_skipped(project: Project, served: Site):
    package = served.folder / "case.json"
    old = (project.root / f"content/credentials/{SLUGS[0]}.md").read_bytes()
    run = project.run("import", "case", str(package))
    assert "0 files written" in run.output
    assert (project.root / f"content/credentials/{SLUGS[0]}.md").read_bytes() == old


def test_a_dry_run_writes_nothing(small: Project):
    file = small.root / "list.csv"
    file.write_text("title\nQuiet corners\n", "utf-8")
    assert "would be written" in small.run("import", "csv", str(file), "--dry-run").output
    assert not (small.root / "content/credentials/quiet-corners.md").exists()


HOSTILE = [
    b"", b"{", b"[]", b'"text"', b"[[[[]]]]", b"[" * 100_000, b'{"name": 3}', b"\xff\xfe\x00", b"null",
    b'{"CFItems": [null, 3, {"identifier": {}}]}', b'{"CFPackage": [1]}',
]  # fmt: skip


@pytest.mark.parametrize("kind", ["open-badges", "case", "csv"])
@pytest.mark.parametrize("data", HOSTILE)
def test_a_file_of_the_wrong_kind_is_refused_with_a_sentence(small: Project, kind: str, data: bytes):
    file = small.root / "in.dat"
    file.write_bytes(data)
    run = small.run("import", kind, str(file))
    assert run.exit_code == 2
    assert "in.dat: " in run.output
    assert run.exception is None or isinstance(run.exception, SystemExit)


def test_hostile_text_is_imported_as_plain_text(small: Project):
    evil = {
        "name": "../../etc/passwd <script>alert(1)</script> \x1b[31mred",
        "description": "[click](javascript:alert(1)) & <img src=x onerror=alert(1)> \u202eback",
        "criteria": {"narrative": "**Part 2: Artifacts**\n\n1. &x *y: {{ 7 * 7 }}\n"},
        "tag": ["a: b", "!!python/object:os.system", "'", None, 4],
        "version": "1.0.0\nstatus: published",
        "\x1b]0;title\x07key": "a field whose name acts on a terminal",
        "otherIdentifier": [{"identifier": "ce-nothing"}, 3],
        "resultDescription": [{"name": "x" * 100_000, "rubricCriterionLevel": [{"name": "Met", "points": "9" * 99}]}],
    }
    file = small.root / "evil.json"
    file.write_text(json.dumps(evil), "utf-8")
    run = small.run("import", "open-badges", str(file))
    assert run.exit_code == 0, run.output
    assert "\x1b" not in run.output
    made = next(path for path in (small.root / "content/credentials").glob("etc-passwd*.md"))
    text = made.read_text("utf-8")
    assert "<" not in text
    assert "\u202e" not in text
    assert "status: published" not in text
    assert not [found for found in small.findings() if found["spec"] == made.stem and found["rule"].startswith("FM")]


def test_a_framework_is_imported_with_codes_and_short_names(small: Project):
    package = {
        "CFDocument": {"title": "State standards", "creator": "A board", "officialSourceURL": "https://board.example/"},
        "CFItems": [
            {"humanCodingScheme": "1.a", "fullStatement": "Teachers know " + "very " * 40 + "much."},
            {"humanCodingScheme": "1.b", "abbreviatedStatement": "Planning", "fullStatement": "Teachers plan."},
            {"fullStatement": "A heading without a code."},
        ],
    }
    file = small.root / "standards.json"
    file.write_text(json.dumps(package), "utf-8")
    assert small.run("import", "case", str(file), "--framework", "state-standards").exit_code == 0
    made = yaml.safe_load((small.root / "content/program/frameworks/state-standards.yml").read_text("utf-8"))
    assert [item["code"] for item in made["items"]] == ["1.a", "1.b"]
    assert len(made["items"][0]["name"]) <= 80
    assert not [found for found in small.findings() if "state-standards" in found["path"]]
    assert small.run("import", "case", str(file), "--framework", "state-standards").exit_code == 2


@pytest.mark.parametrize(("given", "taken"), [("en-us", "en-US"), ("es-419", "es-419"), ("English", None)])
def test_a_language_code_is_imported_in_its_standard_spelling(small: Project, given: str, taken: str | None):
    file = small.root / "badge.json"
    file.write_text(json.dumps({"type": ["Achievement"], "name": "Quiet corners", "inLanguage": given}), "utf-8")
    assert small.run("import", "open-badges", str(file)).exit_code == 0
    assert spec(small, "quiet-corners").get("language") == taken
