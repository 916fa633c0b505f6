"""A project that a state has made its own: it has the names of the state, and the invented state is gone."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from project import REPOSITORY, Project
from website import build_site

from microcredentials.authoring.adoption._names import replace_names
from microcredentials.authoring.adoption.adopt import adopt
from microcredentials.authoring.adoption.naming import find_name_problem
from microcredentials.authoring.adoption.state import AdoptingState
from microcredentials.reading.source import read_spec

ANSWERS = {
    "--state": "New Mexico", "--code": "NM", "--agency": "Public Education Department",
    "--website": "https://agency.example.gov/", "--contact": "credentials@agency.example.gov",
    "--site-url": "https://catalog.example.gov", "--repository": "https://git.example.gov/schools/catalog/",
}  # fmt: skip
STATE = AdoptingState(
    name="New Mexico", code="NO", agency="Public Education Department", agency_id="public-education-department",
    website="https://agency.example.gov/", contact="a@agency.example.gov", program="New Mexico Educators",
    site="https://catalog.example.gov/", repository="https://git.example.gov/schools/catalog",
    uid="0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10", today="2026-12-01", color="#0c3b47", accent="#f2b134",
)  # fmt: skip
OURS = re.compile(r"sample[ -]state|sample\.example|(?<!work )\bsamples?\b|demonstration\b|fictional|invented", re.I)
"""Words that identify the demonstration."""


def init(project: Project, **answers: str) -> Any:
    """Run ``init`` with the answers above, some of them changed."""
    given = ANSWERS | {f"--{name}": value for name, value in answers.items()}
    return project.run("init", *(part for pair in given.items() for part in pair))


def texts(root: Path, *patterns: str) -> dict[str, str]:
    """Return the files that match *patterns*, without the bibliography, which names works of others."""
    paths = (path for pattern in patterns for path in root.glob(pattern) if path.is_file())
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in paths if "references" not in path.parts}


def find_demonstration_names(files: dict[str, str]) -> list[str]:
    return [f"{path}: {match[0]}" for path, text in files.items() for match in OURS.finditer(text)]


def program(project: Project) -> Any:
    return yaml.safe_load((project.root / "content/program/program.yml").read_text("utf-8"))


def test_adoption_removes_every_name_of_the_demonstration(project: Project):
    result = init(project)
    assert result.exit_code == 0, result.output
    assert find_demonstration_names(texts(project.root, "content/**/*.md", "content/**/*.yml", "mkdocs.yml")) == []
    site = build_site(project.root, project.root / "site")
    pages = texts(site, "**/*.html", "*.json", "*.xml", "*.jsonld", "schemas/*")
    assert find_demonstration_names(pages) == []


def test_the_answers_are_written_to_the_right_fields(project: Project):
    init(project)
    made, config = program(project), (project.root / "mkdocs.yml").read_text("utf-8")
    assert made["name"] == "New Mexico Educator Micro-credentials"
    assert made["state"] == {"name": "New Mexico", "code": "NM"}
    assert made["issuer"] == made["issuers"][0]["id"] == "public-education-department"
    assert made["submission"]["contact"] == made["supports"]["contact"] == "credentials@agency.example.gov"
    assert 'site_url: "https://catalog.example.gov/" ' in config
    assert 'repo_url: "https://git.example.gov/schools/catalog" ' in config
    assert "https://agency.example.gov/" in (project.root / "content/about/issuer.md").read_text("utf-8")
    vocabulary = yaml.safe_load((project.root / "content/program/vocabulary.yml").read_text("utf-8"))
    assert vocabulary["jurisdictions"] == [{"id": "NM", "label": "New Mexico"}]


NAMES = (
    "Ohio: x", "Ohio # x", "123", "1e3", "0x1f", "2026-09-01", "!!python/object/apply:os.system [ls]", "!ENV HOME",
    "'quoted'", '"quoted"', 'a "b', "it's", "back\\slash", "C:\\new\\table", "null", "~", "yes", "No",
    "Ñandú Łódź", "🍎 Ohio 👩‍🏫",
    "@ohio", "*ohio*", "&ohio", "%ohio", "- ohio", "? ohio", "[ohio]", "{ohio: 1}", "{{ a }} {% raw %}",
    "| ohio", "> ohio", "`ohio`", "a, b", "Sample State Educator Micro-credentials XS", "\\1\\g<0>", "x: &a {b: *a}",
    "---", "...", "<", "=",
)  # fmt: skip
"""Names that YAML, a pattern or a template would take for something else."""


@pytest.fixture(scope="module")
def demonstration() -> dict[str, str]:
    patterns = ("mkdocs.yml", "content/**/*.yml", "content/*/_template.md", "content/about/*.md", ".github/**/*.yml")
    return texts(REPOSITORY, *patterns)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_may_contain_any_characters(demonstration: dict[str, str], name: str):
    assert find_name_problem(name) == ""
    changed = adopt(demonstration, replace(STATE, program=name, name=name, agency=name))
    made = {path: changed[path] or "" for path in ("mkdocs.yml", "content/program/program.yml")}
    config, program = (yaml.safe_load(text) for text in made.values())
    assert config["site_name"] == program["name"] == program["state"]["name"] == program["issuers"][0]["name"] == name
    assert "# How badges look" in made["content/program/program.yml"].replace("--- ", "")
    assert config["site_url"] == STATE.site
    for path, text in changed.items():
        if text and path.endswith(".yml") and "frameworks" not in path:
            assert yaml.safe_load(text) is not None, path
        elif text and path.startswith("content/about/"):
            assert read_spec(PurePosixPath("about/a.md"), text.encode()).problems == (), path


@pytest.mark.parametrize(
    ("name", "said"),
    [("a\nb", "one line"), ("a\u2028b", "one line"), ("a\u202eb", "one line"), ("a\tb", "one line"), (" a", "space"),
     ("a" * 201, "200"), ("<script>x</script>", "markup"), ("[x](javascript:y)", "markup"), ("a\x00b", "one line")],
)  # fmt: skip
def test_a_name_that_pages_cannot_show_is_refused_with_a_sentence(name: str, said: str):
    problem = find_name_problem(name)
    assert said in problem
    assert problem.endswith(".")


def test_comments_and_layout_are_kept_and_each_name_is_replaced_once():
    text = (
        "# Sample State\na:   Sample State   # of Sample State\nb: [x,  'Sample State']\n"
        "c: >-\n  In Sample State\n  it is.\n"
    )
    state = replace(STATE, name="XS of Sample State: #1")
    assert replace_names("a.yml", text, state) == (
        f'# {state.name}\na:   "{state.name}"   # of {state.name}\nb: [x,  "{state.name}"]\n'
        f"c: >-\n  In {state.name}\n  it is.\n"
    )
    assert (
        replace_names("a.md", "Sample State\n", replace(STATE, name="*a* [b](c) <d>")) == "\\*a\\* \\[b\\](c) \\<d\\>\n"
    )


def test_a_site_can_have_a_name_full_of_special_characters(project: Project):
    name = "Ohio: it's # \"x\" & y's @ 100 % {{ a }} 🍎"
    assert init(project, program=name, state="Null").exit_code == 0
    assert project.findings() == []
    home = (build_site(project.root, project.root / "site") / "index.html").read_text("utf-8")
    [title] = re.findall(r"<title>(.*?)</title>", home)
    assert unescape(title) == name
    assert json.loads((project.root / "site/catalog.json").read_text("utf-8"))["program"]["name"] == name
    assert program(project)["state"]["name"] == "Null"


def test_init_does_not_write_through_links(project: Project, tmp_path_factory: pytest.TempPathFactory):
    outside = tmp_path_factory.mktemp("outside")
    (project.root / "overrides/assets").rename(outside / "assets")
    (project.root / "overrides/assets").symlink_to(outside / "assets")
    before = texts(project.root, "**/*") | texts(outside, "**/*")
    result = init(project)
    assert result.exit_code == 2
    assert "is a link" in " ".join(result.output.split())
    assert texts(project.root, "**/*") | texts(outside, "**/*") == before


def test_the_issuer_gets_a_new_uid(project: Project):
    before = program(project)["issuers"][0]["uid"]
    init(project)
    assert program(project)["issuers"][0]["uid"] not in (before, None)


def test_the_empty_catalog_has_no_findings_and_says_how_to_begin(project: Project):
    init(project)
    assert project.findings() == []
    home = (build_site(project.root, project.root / "site") / "index.html").read_text("utf-8")
    assert "microcredentials new credential" in home
    result = project.run("new", "credential", "--title", "Greeting each student", "--competency", "TODO", "--stack", "")
    assert (project.root / "content/credentials/greeting-each-student.md").exists(), result.output


def test_models_are_kept_as_unapproved_drafts(project: Project):
    before = {p.stem: yaml.safe_load(p.read_text("utf-8").split("---\n")[1]) for p in specs(project)}
    init(project, models="keep")
    after = {p.stem: yaml.safe_load(p.read_text("utf-8").split("---\n")[1]) for p in specs(project)}
    assert set(after) == {slug for slug, spec in before.items() if spec["status"] in ("published", "pilot")}
    for slug, spec in after.items():
        assert spec["status"] == "draft"
        assert spec["uid"] != before[slug]["uid"]
        assert spec.keys().isdisjoint({"authors", "reviews", "pilot", "currency", "portability", "attestations"})
        assert [spec.get(key) for key in ("title", "competency", "rubric", "outcome")] == [
            before[slug].get(key) for key in ("title", "competency", "rubric", "outcome")
        ]
        assert "CC BY 4.0" in spec["changelog"][0]["change"]
    assert [each for each in project.findings() if each["severity"] == "error"] == []
    assert "sample state" not in " ".join(texts(project.root, "content/**/*.md").values()).lower()


def specs(project: Project) -> list[Path]:
    return sorted(path for kind in ("credentials", "stacks") for path in project.root.glob(f"content/{kind}/[!_]*.md"))


def test_a_color_is_darkened_until_white_text_is_readable(project: Project):
    logo = project.root / "overrides/assets/images/favicon.svg"
    logo.write_text('<svg><path fill="#f2b134" stroke="#0c3b47"/></svg>', "utf-8")
    result = init(project, color="#4f90ff")
    assert "#4f90ff is too light" in result.output
    color = program(project)["badge"]["color"]
    assert color != "#4f90ff"
    tokens = (project.root / "overrides/assets/stylesheets/tokens.css").read_text("utf-8")
    assert f"--color-brand: light-dark({color}, " in tokens
    assert "#0c3b47" not in tokens
    assert logo.read_text("utf-8") == f'<svg><path fill="#f2b134" stroke="{color}"/></svg>'


def test_the_logo_is_on_the_home_page(project: Project, tmp_path: Path):
    logo = tmp_path / "seal.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 2z"/></svg>')
    assert init(project, logo=str(logo)).exit_code == 0
    assert 'd="M1 2z"' in (build_site(project.root, project.root / "site") / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"state": "New: Mexico"}, "New Mexico"),
        ({"state": "{{ name }}"}, "New Mexico"),
        ({"code": "N.M."}, "NM"),
        ({"contact": "nobody"}, "@"),
        ({"site-url": "catalog"}, "https://catalog.example.gov/"),
        ({"repository": "git@example.gov:catalog"}, "https://"),
        ({"color": "blue"}, "#0c3b47"),
        ({"accent": "#0c3b47"}, "lighter"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_changes_nothing(project: Project, answer: dict[str, str], said: str):
    before = texts(project.root, "**/*")
    result = init(project, **answer)
    assert result.exit_code == 2
    assert said in result.output
    assert texts(project.root, "**/*") == before


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg/>", "no svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path style="fill:red"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{{ config }}</title></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    ],
)  # fmt: skip
def test_a_logo_that_is_more_than_a_drawing_is_refused(project: Project, tmp_path: Path, drawing: str):
    logo = tmp_path / "logo.svg"
    logo.write_text(drawing)
    result = init(project, logo=str(logo))
    assert result.exit_code == 2
    assert "plain SVG" in " ".join(result.output.split())
    assert program(project)["illustrative"] is True


def test_a_second_init_is_refused(project: Project):
    init(project)
    before = texts(project.root, "content/**/*", "mkdocs.yml")
    assert init(project, state="Ohio").exit_code == 2
    assert texts(project.root, "content/**/*", "mkdocs.yml") == before


def test_init_keeps_the_demonstration_for_the_tests(project: Project):
    (project.root / "tests").mkdir()
    report = project.root / "docs" / "openacr.yaml"
    report.parent.mkdir(exist_ok=True)
    report.write_text("title: Sample State\n", "utf-8")
    before = texts(project.root, "content/**/*", "mkdocs.yml")
    init(project)
    home = project.root / "tests/demonstration"
    assert texts(home, "content/**/*", "mkdocs.yml") == before
    assert (home / "docs" / "openacr.yaml").read_text("utf-8") == "title: Sample State\n"
    assert not report.exists()
