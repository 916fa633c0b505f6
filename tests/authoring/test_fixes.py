"""Safe fixes: a fixed spec says the same as before, comments stay in place, and a second run finds nothing to fix."""

import random
import re
import uuid
from pathlib import Path, PurePosixPath

import pytest
from project import DEMONSTRATION, Project

from microcredentials.authoring.fixing import FixInputs, fix as fix_text
from microcredentials.reading.source import read_spec

SLUG = "wait-time"
SPECS = sorted(path for kind in ("credentials", "stacks") for path in DEMONSTRATION.glob(f"content/{kind}/[!_]*.md"))
SOME_BY_DAY_ALL_BY_NIGHT = [
    pytest.param(path, id=path.stem, marks=pytest.mark.nightly if n % 6 else ()) for n, path in enumerate(SPECS)
]
FRESH = "1f7b4c0e-52d3-4f2a-9a46-0d6a3f5e8b21"


def data(text: str, path: Path = Path("spec.md")) -> dict[str, object]:
    """Return what a spec says in its fields."""
    return read_spec(path, text.encode()).data  # type: ignore[arg-type]


def rewrite(project: Project, *changes: tuple[str, str]) -> Path:
    for old, new in changes:
        project.edit(SLUG, old, new)
    return project.path(SLUG)


def fix(project: Project, *arguments: str) -> str:
    result = project.run("check", "--fix", "--no-cache", *arguments)
    assert result.exit_code in (0, 1), result.output
    return result.stderr


def notes(text: str) -> list[str]:
    return sorted(re.findall(r"(?m)^ *#[^\n]*", text))


def test_a_missing_uid_is_added_once(small: Project):
    before = small.path(SLUG).read_text("utf-8")
    path = rewrite(small, (re.search(r"uid: \S+\n", before)[0], ""))  # type: ignore[index]
    assert "a uid, which identifies the spec permanently" in fix(small, str(path))
    first = data(path.read_text("utf-8"))["uid"]
    assert uuid.UUID(str(first)).version == 4
    assert fix(small, str(path)) == ""
    assert data(path.read_text("utf-8"))["uid"] == first


def test_fields_are_sorted_as_in_the_template_together_with_their_comments(small: Project):
    text = small.path(SLUG).read_text("utf-8")
    stacks = re.search(r"(?m)^stacks: .*\n", text)[0]  # type: ignore[index]
    moved = text.replace(stacks, "").replace("title:", f"# Ask the office first.\n{stacks}title:", 1)
    small.path(SLUG).write_text(moved, "utf-8")
    assert "fields in the order of the template" in fix(small, str(small.path(SLUG)))
    after = small.path(SLUG).read_text("utf-8")
    assert f"# Ask the office first.\n{stacks}" in after
    assert list(data(after)) == list(data(text))
    assert data(after) == data(text)


def test_spaces_at_line_ends_are_removed_except_within_a_text(small: Project):
    path = rewrite(
        small,
        ("status: published\n", "status: published  \t\n"),
        ("tags: [", "tags:   \n  ["),
        ("competency: >-\n", "competency: |\n"),
    )
    inside = path.read_text("utf-8").replace("gives every student three", "gives every student   \n  three")
    path.write_text(inside, "utf-8")
    before = data(inside)
    assert "no spaces at the ends of lines" in fix(small, str(path))
    after = path.read_text("utf-8")
    assert "status: published\n" in after
    assert "gives every student   \n" in after
    assert data(after) == before


@pytest.mark.parametrize("value", ["no", "12:30", "012", "1e3", "0x1F", "On"])
def test_values_that_other_programs_read_differently_are_quoted(small: Project, value: str):
    path = rewrite(small, ("title: Questions and wait time", f"title: {value}"))
    assert any(each["rule"] == "FM-16" for each in small.findings(str(path)))
    assert "quotes" in fix(small, str(path))
    assert f'title: "{value}"\n' in path.read_text("utf-8")
    assert not any(each["rule"] == "FM-16" for each in small.findings(str(path)))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_are_kept(small: Project, end: str, mark: str):
    text = small.path(SLUG).read_text("utf-8").replace("level: foundational\n", "", 1)
    text = text.replace("uid:", "level: foundational\nuid:", 1)
    small.path(SLUG).write_bytes((mark + text.replace("\n", end)).encode())
    assert "order" in fix(small, str(small.path(SLUG)))
    raw = small.path(SLUG).read_bytes().decode()
    assert raw.startswith(f"{mark}---")
    assert set(re.findall(r"\r\n|\r|\n", raw)) == {end}


def test_a_dry_run_shows_the_difference_and_writes_nothing(small: Project):
    path = rewrite(small, ("title: Questions and wait time", "title: no"))
    before = path.read_bytes()
    result = small.run("check", "--diff", str(path))
    assert result.exit_code == 1
    assert '-title: no\n+title: "no"\n' in result.stdout
    assert path.read_bytes() == before
    assert small.run("check", "--diff", str(small.path("student-questions"))).exit_code == 0


def test_a_difference_contains_no_control_characters(small: Project):
    path = rewrite(small, ("title: Questions and wait time", "title: no # \u202e \x85"))
    assert "\u202e" not in small.run("check", "--diff", str(path)).stdout


def test_only_the_given_paths_are_fixed(small: Project):
    rewrite(small, ("title: Questions and wait time", "title: no"))
    other = small.path("student-questions")
    other.write_text(other.read_text("utf-8").replace("title: Questions", "title:  Questions"), "utf-8")
    assert fix(small, str(other)) == ""
    assert "title: no\n" in small.path(SLUG).read_text("utf-8")


def test_unreadable_specs_are_not_fixed(small: Project):
    path = rewrite(small, ("title: Questions and wait time", "title: [no"))
    before = path.read_bytes()
    said = f"not fixed content/credentials/{SLUG}.md: it cannot be read; the report says what is wrong\n"
    assert fix(small) == said
    assert path.read_bytes() == before
    result = small.run("check", "--diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", said)


def test_an_edit_that_might_change_the_data_is_not_made(small: Project):
    order = re.search(r"(?m)^title: .*\n", small.path(SLUG).read_text("utf-8"))[0]  # type: ignore[index]
    path = rewrite(small, (order, ""), ("uid:", 'title: "Two\n# lines"\nuid:'))
    before = path.read_bytes()
    assert "not fixed" in fix(small, str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("empty", ["", " ", " ''", ' ""', " ~", " # to come", " TODO"])
def test_a_uid_that_a_form_left_empty_is_added_too(small: Project, empty: str):
    before = small.path(SLUG).read_text("utf-8")
    path = rewrite(small, (re.search(r"uid: \S+", before)[0], f"uid:{empty}"))  # type: ignore[index]
    assert "a uid, which identifies the spec permanently" in fix(small, str(path))
    after = path.read_text("utf-8")
    assert uuid.UUID(str(data(after)["uid"])).version == 4
    assert ("# to come" in after) == ("# to come" in empty)
    assert data(after) == {**data(before), "uid": data(after)["uid"]}


def test_links_and_program_files_are_never_written(small: Project, tmp_path: Path):
    outside = tmp_path / "outside.md"
    outside.write_text("---\ntitle: no\nstatus: draft\n---\n", "utf-8")
    (small.root / "content/credentials/link.md").symlink_to(outside)
    before = {path: path.read_bytes() for path in (small.root / "content/program").rglob("*.yml")}
    fix(small)
    assert outside.read_text("utf-8") == "---\ntitle: no\nstatus: draft\n---\n"
    assert {path: path.read_bytes() for path in before} == before


def test_our_own_specs_need_no_fixes(project: Project):
    assert project.run("check", "--diff").stdout == ""


def shuffled(text: str, chance: random.Random) -> str:
    """Return a spec with its fields in a different order, comments above some, and spaces at line ends."""
    _, matter, body = re.split(r"(?m)^---\n", text, maxsplit=2)
    blocks = [block.strip("\n") + "\n" for block in re.split(r"(?m)^(?=\w+:)", matter) if block.strip()]
    chance.shuffle(blocks)
    noted = [f"# Note {n}: see {chance.random()}\n{block}" if n % 3 == 0 else block for n, block in enumerate(blocks)]
    spaced = [re.sub(r"(?m)^(\w+: [\w-]+)$", r"\1 ", block) for block in noted]
    between = chance.choice(["", "\n"])
    return f"---\n{between.join(spaced)}---\n{body}"


@pytest.mark.parametrize("path", SOME_BY_DAY_ALL_BY_NIGHT)
def test_sorting_shuffled_fields_keeps_the_data_and_is_done_once(path: Path):
    template = path.with_name("_template.md")
    inputs = FixInputs(FRESH, tuple(read_spec(PurePosixPath("_template.md"), template.read_bytes()).data))  # type: ignore[arg-type]
    text = shuffled(path.read_text("utf-8"), random.Random(path.stem))
    after = fix_text(path, text.encode(), inputs).text  # type: ignore[arg-type]
    assert data(after) == data(text)
    assert notes(after) == notes(text)
    assert [key for key in data(after) if key in inputs.order] == [key for key in inputs.order if key in data(text)]
    assert fix_text(path, after.encode(), inputs).applied == ()  # type: ignore[arg-type]


def test_a_disk_error_leaves_the_file_unchanged(small: Project, monkeypatch: pytest.MonkeyPatch):
    path = rewrite(small, ("title: Questions and wait time", "title: no"))
    before = path.read_bytes()
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    result = small.run("check", "--fix", str(path))
    assert (result.exit_code, "full" in result.stderr and "is unchanged" in " ".join(result.stderr.split())) == (
        2,
        True,
    )
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []
