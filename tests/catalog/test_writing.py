"""What is written: whole files, never through a link, and by one module only."""

import os
from pathlib import Path

import pytest

from microcredentials.catalog.writing import LinkError, refuse_links, remove_file, write_aside, write_file, write_named


def test_a_file_is_replaced_as_a_whole_and_keeps_its_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "new" / "a.md"
    write_file(path, b"before", tmp_path)
    path.chmod(0o640)
    write_file(path, b"after", tmp_path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"after", 0o640)

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError):  # noqa: PT011
        write_file(path, b"half", tmp_path)
    assert [each.name for each in path.parent.iterdir()] == ["a.md"]
    assert path.read_bytes() == b"after"


def test_a_new_file_has_the_mode_that_the_umask_gives(tmp_path: Path):
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "a", b"", tmp_path)
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("link", ["root/a", "root/a/b", "root/a/b/c.md"])
def test_no_link_below_the_root_is_followed(tmp_path: Path, link: str):
    outside, path = tmp_path / "outside", tmp_path / link
    outside.mkdir()
    path.parent.mkdir(parents=True)
    path.symlink_to(outside / "c.md" if link.endswith(".md") else outside)
    with pytest.raises(LinkError, match="is a link"):
        write_file(tmp_path / "root/a/b/c.md", b"x", tmp_path / "root")
    assert list(outside.iterdir()) == []


def test_the_root_may_be_a_link_because_the_operator_chose_it(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "root").symlink_to("real")
    write_file(tmp_path / "root/a.md", b"x", tmp_path / "root")
    assert (tmp_path / "real/a.md").read_bytes() == b"x"


def test_nothing_is_written_or_removed_outside_of_the_root(tmp_path: Path):
    (tmp_path / "evil").write_text("x")
    for path in (tmp_path / "evil", tmp_path / "root/../evil"):
        with pytest.raises(ValueError, match="outside"):
            write_file(path, b"", tmp_path / "root")
        with pytest.raises(ValueError, match="outside"):
            remove_file(path, tmp_path / "root")
    assert [each.name for each in tmp_path.iterdir()] == ["evil"]


def test_a_link_is_removed_and_never_what_it_leads_to(tmp_path: Path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a").write_text("x")
    (tmp_path / "root").mkdir()
    (tmp_path / "root/file").symlink_to(tmp_path / "kept/a")
    (tmp_path / "root/folder").symlink_to(tmp_path / "kept")
    remove_file(tmp_path / "root/file", tmp_path / "root")
    with pytest.raises(LinkError):
        remove_file(tmp_path / "root/folder/a", tmp_path / "root")
    remove_file(tmp_path / "root/nothing", tmp_path / "root")
    assert [each.name for each in (tmp_path / "root").iterdir()] == ["folder"]
    assert (tmp_path / "kept/a").read_text() == "x"


def test_a_file_that_the_operator_names_may_be_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    write_named(Path("new/report.json"), b"1")
    write_named(Path("../beside.json"), b"2")
    (tmp_path / "link").symlink_to("beside.json")
    write_named(tmp_path / "link", b"3")
    write_named(Path("/dev/null"), b"4")
    assert (here / "new/report.json").read_bytes() == b"1"
    assert (tmp_path / "beside.json").read_bytes() == b"3"
    assert Path("/dev/null").is_char_device()
    (here / "out").symlink_to(tmp_path)
    with pytest.raises(LinkError):
        write_named(Path("out/beside.json"), b"5")
    assert (tmp_path / "beside.json").read_bytes() == b"3"


def test_a_file_written_aside_leaves_its_second_name_alone(tmp_path: Path):
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "old/a").write_text("old")
    os.link(tmp_path / "old/a", tmp_path / "new/a")
    write_aside(tmp_path / "new/a", b"new", tmp_path / "new")
    write_aside(tmp_path / "new/deep/b", b"new", tmp_path / "new")
    assert [(tmp_path / name).read_text() for name in ("old/a", "new/a", "new/deep/b")] == ["old", "new", "new"]
    (tmp_path / "new/link").symlink_to(tmp_path / "old")
    with pytest.raises(LinkError):
        write_aside(tmp_path / "new/link/a", b"new", tmp_path / "new")


def test_each_refusal_names_the_path(tmp_path: Path):
    (tmp_path / "link").symlink_to("elsewhere")
    for path in (tmp_path / "link", tmp_path / "link/a"):
        with pytest.raises(LinkError) as link:
            refuse_links(path, tmp_path)
        assert str(link.value) == (
            f"{tmp_path / 'link'} is a link, and links are not followed. Replace it with what it leads to."
        )
    with pytest.raises(ValueError, match="outside") as outside:
        refuse_links(tmp_path, tmp_path / "a")
    assert str(outside.value) == f"{tmp_path} is outside of {tmp_path / 'a'}"
    refuse_links(tmp_path / "a/b", tmp_path)
    refuse_links(tmp_path, tmp_path)


def test_the_whole_text_is_on_the_disk_before_the_file_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    steps: list[tuple[str, bytes]] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(number: int) -> None:
        steps.append(("fsync", Path(f"/proc/self/fd/{number}").read_bytes()))
        fsync(number)

    def note_replace(path: Path, target: Path) -> Path:
        assert (path.parent, path.name[:5], len(path.name)) == (target.parent, ".new-", 13)
        steps.append(("replace", path.read_bytes()))
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    write_file(tmp_path / "deep/er/a.md", b"text", tmp_path)
    assert steps == [("fsync", b"text"), ("replace", b"text")]


def test_special_bits_of_a_mode_are_kept(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o4751)
    write_file(path, b"x", tmp_path)
    assert path.stat().st_mode & 0o7777 == 0o4751


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_file(tmp_path / "a", b"x", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_written_aside_may_be_new_or_there_in_folders_that_are_not(tmp_path: Path):
    for content in (b"one", b"two"):
        write_aside(tmp_path / "a/b/c.md", content, tmp_path)
        assert (tmp_path / "a/b/c.md").read_bytes() == content
    with pytest.raises(ValueError, match="outside"):
        write_aside(tmp_path / "a.md", b"", tmp_path / "a")


def test_in_the_working_directory_links_are_refused_and_elsewhere_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("link").symlink_to(tmp_path / "target")
    with pytest.raises(LinkError):
        write_named(Path("link"), b"x")
    (tmp_path / "dangling").symlink_to("target")
    write_named(tmp_path / "dangling", b"y")
    assert (tmp_path / "target").read_bytes() == b"y"
    assert (tmp_path / "dangling").is_symlink()
    write_named(tmp_path / "new/a", b"z")
    assert (tmp_path / "new/a").read_bytes() == b"z"
