"""A folder becomes a catalog: which file becomes which entry, while Python's garbage collector rests."""

import gc
from pathlib import Path, PurePosixPath

import pytest
from memory import catalog, content_files, credential, stack

from microcredentials.catalog.entry import Entry
from microcredentials.catalog.folder import ContentFile
from microcredentials.catalog.garbage import pause_gc
from microcredentials.catalog.loading import load, load_templates, parse_catalog
from microcredentials.catalog.nodes import DeletedSpec, Guide, KeptVersion
from microcredentials.model.spec import MicroCredential, Stack
from microcredentials.reading.problem import Problem

GUIDE = "---\ntitle: A guide\ndescription: D\n---\n"
TEXTS = {
    "credentials/a.md": credential(), "stacks/b.md": stack(), "guides/c.md": GUIDE, "index.md": GUIDE,
    "versions/a/1.0.0.md": credential(), "credentials/_template.md": credential(), "stacks/_template.md": "broken",
    "picture.png": "", "credentials/d.md": "broken", "guides/c/index.md": GUIDE,
}  # fmt: skip
MISSING = (("program/program.yml", None), ("program/vocabulary.yml", None))


def kinds(entries: tuple[Entry, ...]) -> list[tuple[str, type | None]]:  # type: ignore[type-arg]
    return [(each.source.path.as_posix(), type(each.node) if each.node else None) for each in entries]


def test_each_file_becomes_an_entry_of_its_kind():
    found = catalog(TEXTS)
    assert kinds(found.entries) == [("credentials/a.md", MicroCredential), ("stacks/b.md", Stack),
                                    ("credentials/d.md", None)]  # fmt: skip
    assert kinds(found.other_entries) == [
        *MISSING, ("guides/c.md", Guide), ("index.md", Guide), ("guides/c/index.md", Guide),
        ("versions/a/1.0.0.md", KeptVersion), ("picture.png", None), ("guides/c/index.md", None),
        ("stacks/_template.md", None),
    ]  # fmt: skip
    problems = {each.source.path.name: [problem.rule for problem in each.problems] for each in found.other_entries}
    assert (problems["picture.png"], problems["_template.md"], problems["c.md"]) == (["FM-20"], ["FM-01"], [])
    assert found.other_entries[-2].problems[0].rule == "FM-22"
    assert {name: source.path.as_posix() for name, source in found.templates.items()} == {
        "credentials": "credentials/_template.md"
    }
    assert (found.root, found.base) == (PurePosixPath("content"), None)


def test_a_folder_is_loaded_with_paths_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, text in TEXTS.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    loaded = load(tmp_path / "content", tmp_path)
    assert [each.slug for each in loaded.entries] == ["a", "d", "b"]
    assert loaded.path(loaded.entries[0].source) == "content/credentials/a.md"
    assert load(tmp_path / "content", tmp_path / "content").root == PurePosixPath(".")
    monkeypatch.chdir(tmp_path / "content/guides")
    assert load(tmp_path / "content").root == PurePosixPath("..")
    assert list(load_templates(tmp_path / "content")) == ["credentials"]


def test_a_file_that_cannot_be_opened_is_an_entry_with_its_problem():
    problem = Problem((), "It is a link.", rule="FM-05")
    link = ContentFile(PurePosixPath("stacks/_template.md"), bytes, problem)
    found = parse_catalog([link, *content_files({"stacks/b.md": stack()})], PurePosixPath("content"))
    assert [each.problems for each in found.other_entries if each.slug == "_template"] == [(problem,)]
    assert found.templates == {}


def test_what_cannot_be_read_has_no_spec():
    [broken] = catalog({"credentials/d.md": "broken"}).entries
    with pytest.raises(LookupError) as error:
        _ = broken.spec
    assert str(error.value) == "credentials/d.md could not be read"
    assert (broken.slug, broken.folder) == ("d", "credentials")


def test_pointers_stay_as_they_are_where_nothing_is_unwritten():
    [entry] = catalog({"credentials/a.md": credential()}).entries
    problem = Problem(("tags", 3), "x")
    assert entry.with_file_pointers(problem) is problem


def test_a_deleted_spec_counts_as_published():
    spec = catalog({"credentials/a.md": credential("A")}).entries[0].spec
    deleted = DeletedSpec(spec)
    assert (deleted.title, deleted.status, deleted.waivers) == ("A", "published", ())


def test_the_garbage_collector_rests_and_leaves_out_what_was_loaded():
    assert gc.isenabled()
    gc.freeze()
    with pause_gc():
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
        kept = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(kept)
    with pytest.raises(RuntimeError), pause_gc():
        raise RuntimeError
    assert gc.isenabled()
    gc.disable()
    try:
        with pause_gc():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_catalog_is_parsed_while_the_garbage_collector_rests():
    seen: list[bool] = []

    def read() -> bytes:
        seen.append(gc.isenabled())
        return credential().encode()

    parse_catalog([ContentFile(PurePosixPath("credentials/a.md"), read)], PurePosixPath("content"))
    assert seen == [False]
