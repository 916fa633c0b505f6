"""Which files of a content folder are read, which are refused, and how files are read and replaced."""

import os
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from memory import content_files, credential

from microcredentials.catalog._placement import find_path_problem
from microcredentials.catalog._sources import read_sources, read_templates
from microcredentials.catalog.addresses import address_of
from microcredentials.catalog.folder import (
    ContentFile,
    find_content,
    list_files,
    make_special_file_problem,
    make_unopened_file_problem,
    path_for_messages,
    snapshot,
)
from microcredentials.reading.problem import Problem
from microcredentials.reading.source import MAX_DATA

GOOD = (
    "credentials/wait-time.md", "stacks/talk.md", "versions/wait-time/1.0.0.md", "guides/write-one.md", "index.md",
    "guides/deep/er/page.md", "program/program.yml", "program/frameworks/intasc.yml", "program/standards/own.yml",
    "program/references/works.json", "program/references/Zotero export 2026.yml",
)  # fmt: skip
MISPLACED = (
    "credentials/deep/wait-time.md", "credentials/picture.png", "stacks/talk.yml", "versions/1.0.0.md",
    "versions/wait-time/old/1.0.0.md", "guides/page.html", "program/notes.md", "program/frameworks/works.json",
)  # fmt: skip
MISNAMED = (
    "credentials/Wait-Time.md", "credentials/wait time.md", "credentials/wait--time.md", "credentials/con.md",
    "credentials/index.md", "credentials/v.md", "guides/über.md", f"stacks/{'a' * 81}.md", "guides/UP/page.md",
    "versions/wait-time/one.md", "versions/Wait/1.0.0.md", "program/standards/dashboard.yml",
    "program/standards/co-02.yml", "program/references/wei\x07rd.yml", "program/references/\ufffd.yml",
)  # fmt: skip


def rule(path: str) -> str:
    problem = find_path_problem(PurePosixPath(path))
    return problem.rule if problem else ""


@pytest.mark.parametrize("path", GOOD)
def test_a_file_in_its_place_is_read(path: str):
    assert rule(path) == ""


@pytest.mark.parametrize("path", MISPLACED)
def test_a_file_in_a_wrong_folder_or_of_a_wrong_type_is_refused(path: str):
    assert rule(path) == "FM-20"


@pytest.mark.parametrize("path", MISNAMED)
def test_a_file_whose_name_cannot_become_an_address_is_refused(path: str):
    assert rule(path) == "FM-21"


def test_a_name_of_80_characters_is_allowed_and_index_is_a_page_of_guides():
    assert rule(f"stacks/{'a' * 80}.md") == ""
    assert rule("guides/index.md") == ""
    assert rule("program/frameworks/dashboard.yml") == ""


def test_the_advice_says_what_belongs_there():
    problem = find_path_problem(PurePosixPath("credentials/picture.png"))
    assert problem == Problem(
        (),
        "“picture.png” does not belong here.",
        "Only .md files belong directly in credentials/. Move this file or delete it; it is not published.",
        "FM-20",
    )
    strange = find_path_problem(PurePosixPath("guides/a\x1b[31m.md"))
    assert strange is not None
    assert strange.message == "“guides/a?[31m.md” cannot become an address."


def test_templates_are_skipped_and_refused_files_are_never_opened():
    def explode() -> bytes:
        raise AssertionError

    link = Problem((), "a link", rule="FM-05")
    files = (
        *content_files({"credentials/_template.md": "x", "credentials/a.md": credential()}),
        ContentFile(PurePosixPath("credentials/b.md"), explode, link),
        ContentFile(PurePosixPath("credentials/picture.png"), explode),
    )
    sources, refused = read_sources(files)
    assert [source.path.name for source in sources] == ["a.md"]
    assert [(source.path.name, source.problems[0].rule) for source in refused] == [
        ("b.md", "FM-05"),
        ("picture.png", "FM-20"),
    ]


def test_a_file_that_cannot_be_opened_has_the_reason():
    def refuse() -> bytes:
        raise PermissionError(13, "Permission denied")

    ([source], refused) = read_sources([ContentFile(PurePosixPath("credentials/a.md"), refuse)])
    assert refused == []
    assert source.problems[0].message == "The file cannot be read: Permission denied."


def test_two_files_with_one_address_are_reported_at_the_second():
    page = "---\ntitle: A\ndescription: B\n---\n"
    texts = dict.fromkeys(("guides/a.md", "guides/a/index.md", "guides/b.md"), page)
    sources, refused = read_sources(content_files(texts))
    assert len(sources) == 3
    [again] = refused
    assert (again.path.as_posix(), again.problems[0].rule) == ("guides/a/index.md", "FM-22")
    assert "guides/a.md" in again.problems[0].message


def test_program_files_are_data_and_have_no_address():
    texts = {"program/references/a.yml": "- id: x\n", "program/references/a.json": "[]"}
    sources, refused = read_sources(content_files(texts))
    assert refused == []
    assert [source.yaml.data for source in sources if source.yaml] == [[{"id": "x"}], []]


@pytest.mark.parametrize(
    ("path", "address"),
    [("a/b.md", "a/b/"), ("a/b/index.md", "a/b/"), ("index.md", ""), ("a/reindex.md", "a/reindex/")],
)
def test_the_address_of_a_file(path: str, address: str):
    assert address_of(path) == address


def test_files_are_listed_by_name_without_hidden_ones_and_links_are_not_followed(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("b/z.md", "b/a.md", "c.md", ".hidden.md"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/x.md").write_text("x")
    (tmp_path / "a.md").symlink_to(tmp_path / "c.md")
    (tmp_path / "d").symlink_to(tmp_path / "b")
    found = list(list_files(tmp_path))
    assert [(file.path.as_posix(), file.problem is None) for file in found] == [
        ("a.md", False), ("b/a.md", True), ("b/z.md", True), ("c.md", True), ("d", False),
    ]  # fmt: skip
    assert found[0].problem is not None
    assert found[0].problem.message == "This is a link, which may lead anywhere."


def test_links_and_special_files_are_listed_even_where_they_are_hidden(tmp_path: Path):
    (tmp_path / ".a").symlink_to(".")
    (tmp_path / ".git/deep").mkdir(parents=True)
    (tmp_path / ".git/deep/config").write_text("x")
    (tmp_path / ".git/deep/b").symlink_to(tmp_path)
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials/_template.md").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / ".pipe")
    files = list(list_files(tmp_path))
    assert [file.path.as_posix() for file in files] == [".a", ".git/deep/b", ".pipe", "credentials/_template.md"]
    assert [file.problem.message for file in files if file.problem] == [
        *["This is a link, which may lead anywhere."] * 2,
        "“.pipe” is a special file, not a text file.",
        "This is a link, which may lead anywhere.",
    ]
    sources, refused = read_sources(files)
    assert sources == []
    found = [*refused, *read_templates(files)]
    assert {source.problems[0].rule for source in found} == {"FM-05"}
    assert len(found) == 4


def test_the_content_folder_is_found_from_inside_and_from_outside(tmp_path: Path):
    content = tmp_path / "content"
    (content / "program" / "deep").mkdir(parents=True)
    for start in (tmp_path, content, content / "program" / "deep"):
        assert find_content(start) == content
    assert path_for_messages(content, tmp_path).as_posix() == "content"
    assert path_for_messages(content, content / "program").as_posix() == ".."


# --- Word for word ------------------------------------------------------------------------------------------------

ADDRESS = "Use at most 80 lowercase letters, digits and single hyphens, as in wait-time.md."
KEPT = "Name a kept version after its spec and number, as in versions/wait-time/1.0.0.md."


def only(endings: str, where: str = "there") -> str:
    return f"Only {endings} files belong {where}. Move this file or delete it; it is not published."


@pytest.mark.parametrize(
    ("path", "rule", "message", "advice"),
    [
        ("credentials/deep/a.md", "FM-20", "“a.md” does not belong here.", only(".md", "directly in credentials/")),
        ("stacks/a.yml", "FM-20", "“a.yml” does not belong here.", only(".md", "directly in stacks/")),
        ("guides/a.html", "FM-20", "“a.html” does not belong here.", only(".md")),
        ("versions/1.0.0.md", "FM-20", "“1.0.0.md” does not belong here.", only(".md")),
        ("program/notes.md", "FM-20", "“notes.md” does not belong here.", only(".yml")),
        ("program/references/a.bib", "FM-20", "“a.bib” does not belong here.", only(".yml or .json")),
        (f"guides/{'a' * 70}.html", "FM-20", f"“{'a' * 60}” does not belong here.", only(".md")),
        ("guides/A.md", "FM-21", "“guides/A.md” cannot become an address.", ADDRESS),
        ("program/standards/coverage.yml", "FM-21", "“program/standards/coverage.yml” cannot become an address.",
         ADDRESS),
        ("program/standards/ab-01.yml", "FM-21", "“program/standards/ab-01.yml” cannot become an address.", ADDRESS),
        ("versions/a/1.0.md", "FM-21", "“versions/a/1.0.md” cannot become an address.", KEPT),
        (f"versions/{'a' * 81}/1.0.0.md", "FM-21", f"“versions/{'a' * 51}” cannot become an address.", KEPT),
        (f"versions/a/1.0.{'0' * 77}.md", "FM-21", f"“versions/a/1.0.{'0' * 45}” cannot become an address.", KEPT),
    ],
)  # fmt: skip
def test_a_path_that_is_refused_is_explained(path: str, rule: str, message: str, advice: str):
    assert find_path_problem(PurePosixPath(path)) == Problem((), message, advice, rule)


@pytest.mark.parametrize(
    "path",
    [
        "guides/v.md", "guides/index.md", "program/frameworks/co-02.yml", "program/standards/abc-01.yml",
        f"versions/{'a' * 80}/1.0.0.md", f"versions/a/1.0.{'0' * 76}.md", "program/references/CON.yml",
    ],
)  # fmt: skip
def test_a_path_at_the_limit_is_allowed(path: str):
    assert find_path_problem(PurePosixPath(path)) is None


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_names_that_one_system_reserves_are_refused_everywhere(name: str):
    assert rule(f"guides/{name}.md") == rule(f"guides/{name}/a.md") == "FM-21"
    assert rule(f"guides/{name}0.md") == ""


def test_what_is_not_a_file_is_explained():
    path = PurePosixPath("guides/a\tb")
    assert make_special_file_problem(path, is_link=True) == Problem(
        (), "This is a link, which may lead anywhere.", "Replace it with a copy of the file.", "FM-05"
    )
    assert make_special_file_problem(path, is_link=False) == Problem(
        (), "“a?b” is a special file, not a text file.", "Replace it with the text itself.", "FM-05"
    )
    assert make_unopened_file_problem(PermissionError(13, "Permission denied")) == Problem(
        (), "The file cannot be read: Permission denied.", "Check its permissions.", "FM-05"
    )


def test_a_folder_that_cannot_be_opened_is_reported_like_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.md").write_text("x")
    (tmp_path / "c.md").write_text("x")
    (iterdir, lstat) = (Path.iterdir, Path.lstat)

    def list_some(folder: Path):
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return iterdir(folder)

    def know_some(path: Path):
        if path.name == "b.md":
            raise FileNotFoundError(2, "No such file or directory")
        return lstat(path)

    monkeypatch.setattr(Path, "iterdir", list_some)
    monkeypatch.setattr(Path, "lstat", know_some)
    problems = {file.path.as_posix(): file.problem for file in list_files(tmp_path)}
    assert problems == {
        "a": Problem((), "“a” is a folder that cannot be opened.", "Replace it with the text itself.", "FM-05"),
        "b.md": Problem(
            (), "The file cannot be read: No such file or directory.", "Check its permissions.", "FM-05"
        ),
        "c.md": None,
    }  # fmt: skip


def test_a_name_that_is_not_text_is_listed_with_a_sign_in_its_place(tmp_path: Path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.md")).write_text("x")
    [file] = list_files(tmp_path)
    assert (file.path.as_posix(), file.read()) == ("a\ufffd.md", b"x")


def test_a_file_is_read_up_to_one_byte_more_than_the_largest_size(tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"x" * (MAX_DATA + 5))
    [file] = list_files(tmp_path)
    assert len(file.read()) == MAX_DATA + 1


def test_a_snapshot_has_the_bytes_of_its_moment_and_the_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("before")
    (tmp_path / "c.md").symlink_to("a.md")
    opened = os.open

    def refuse(path: str, *arguments: Any, **named: Any):
        if Path(path).name == "b.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)
    first, second, link = snapshot(tmp_path)
    (tmp_path / "a.md").write_text("after")
    assert first.read() == b"before"
    with pytest.raises(PermissionError, match="Permission denied"):
        second.read()
    assert link.problem is not None
    assert [file.path.name for file in (first, second, link)] == ["a.md", "b.md", "c.md"]


def test_a_repeated_address_names_the_first_file():
    page = "---\ntitle: A\ndescription: B\n---\n"
    _, refused = read_sources(content_files(dict.fromkeys(("index.md", "guides/index.md", "guides.md"), page)))
    assert [(each.path.as_posix(), each.problems) for each in refused] == [
        ("guides.md", (Problem((), "This file and guides/index.md have the same address on the site.",
                               "Rename one of the two.", "FM-22"),)),
    ]  # fmt: skip


def test_templates_are_read_by_their_name_and_folder():
    names = ("credentials/_template.md", "stacks/_template.md", "guides/_template.md", "credentials/a/_template.md")
    files = content_files(dict.fromkeys(names, credential()))
    assert [source.path.as_posix() for source in read_templates(files)] == list(names[:2])
    sources, refused = read_sources(files)
    assert sources == []
    assert [source.path.as_posix() for source in refused] == list(names[2:])


def test_a_content_folder_has_a_folder_for_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "content").mkdir()
    assert find_content(tmp_path) is None
    (tmp_path / "content/program").write_text("not a folder")
    assert find_content(tmp_path) is None
    monkeypatch.chdir(tmp_path)
    assert path_for_messages(tmp_path / "content") == PurePosixPath("content")
