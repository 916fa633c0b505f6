"""A site is replaced whole: whatever ends a build, and whenever, readers find the old site or the new one."""

import ctypes
import errno
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
import stand_in
from stand_in import FILES

from microcredentials.catalog.writing import write_aside
from microcredentials.publishing import _exchange
from microcredentials.publishing.swap import NotAFolderError, replacing

SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
OLD, NEW = dict.fromkeys(FILES, "old"), dict.fromkeys(FILES, "new")


def start(folder: Path, content: str, *options: object) -> subprocess.Popen[str]:
    program = [sys.executable, stand_in.__file__, "--", folder, content]
    command = [*map(str, program[:2]), *map(str, options), *map(str, program[2:])]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def build(folder: Path, content: str, *options: object) -> tuple[int, str]:
    """Run the stand-in; return how it ended and what it printed."""
    with start(folder, content, *options) as process:
        said, _ = process.communicate(timeout=60)
        return process.returncode, said


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def write_old(folder: Path) -> Path:
    for name, text in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def points(folder: Path, *options: str) -> int:
    return int(build(write_old(folder), "new", "--points", *options)[1])


def ended_builds(tmp_path: Path, count: int) -> Iterator[tuple[Path, bool, str]]:
    """Yield the folder of each build that was ended at a random point, whether it fell back, and what happened."""
    chance = random.Random()  # other points in each run
    most = {"": points(tmp_path / "site"), "--fallback": points(tmp_path / "fallback", "--fallback")}
    for number in range(count):
        option, kind = random.Random(number).choice(list(most)), SIGNALS[number % len(SIGNALS)]
        point = chance.randint(1, most[option])
        folder = write_old(tmp_path / str(number) / "site")
        code, _ = build(folder, "new", "--at", point, int(kind), *([option] if option else []))
        yield folder, bool(option), f"{kind.name} at line {point} of {most[option]} {option}: ended with {code}"


def check_ended_builds(tmp_path: Path, count: int) -> None:
    for folder, fell_back, story in ended_builds(tmp_path, count):
        found = files(folder)
        if found not in (OLD, NEW):
            # between two renames, and only a kill that no program can delay
            assert fell_back, story
            assert story.startswith("SIGKILL"), story
            assert not folder.exists(), story
        assert build(folder, "again")[0] == 0, story
        assert files(folder) == dict.fromkeys(FILES, "again"), story
        assert beside(folder) == [".site.lock", "site"], story


@pytest.mark.nightly
def test_twenty_builds_that_are_ended_at_random_points(tmp_path: Path):
    check_ended_builds(tmp_path, 20)


@pytest.mark.nightly
def test_two_hundred_builds_that_are_ended_at_random_points(tmp_path: Path):
    check_ended_builds(tmp_path, 200)


@pytest.mark.nightly
@pytest.mark.parametrize("option", ["", "--fallback"])
def test_a_build_that_is_ended_at_every_single_point(tmp_path: Path, option: str):
    options = [option] if option else []
    missing = 0
    for point in range(1, points(tmp_path / "count", *options) + 1):
        folder = write_old(tmp_path / str(point) / "site")
        build(folder, "new", "--at", point, int(signal.SIGKILL), *options)
        missing += not folder.exists()
        assert files(folder) in ({}, OLD, NEW), point
        with replacing(folder, pytest.fail) as new:
            assert files(folder) in (OLD, NEW), point  # recovered before the next build has begun
            (new / "a").write_text("x")
        assert beside(folder) == [".site.lock", "site"], point
    assert missing == (1 if option else 0)


def test_without_an_exchange_the_next_build_recovers_the_old_site(tmp_path: Path):
    folder = write_old(tmp_path / "site")
    folder.rename(tmp_path / ".site.old-0123abcd")
    (tmp_path / ".site.new-0123abcd").mkdir()
    with pytest.raises(KeyboardInterrupt), replacing(folder, pytest.fail):
        raise KeyboardInterrupt
    assert files(folder) == OLD
    assert beside(folder) == [".site.lock", "site"]


@pytest.mark.parametrize(("number", "falls_back"), [(errno.EINVAL, True), (errno.ENOSYS, True), (errno.EIO, False)])
def test_only_a_system_that_cannot_exchange_falls_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, falls_back: bool
):
    def refuse(*_: bytes) -> int:
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr(_exchange, "_find_call", lambda: refuse)
    folder = write_old(tmp_path / "site")
    with nullcontext() if falls_back else pytest.raises(OSError, match="rror"), replacing(folder, pytest.fail):
        pass
    assert files(folder) == ({} if falls_back else OLD)
    assert beside(folder) == [".site.lock", "site"]


def test_when_the_second_of_two_renames_fails_the_first_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(_exchange, "_find_call", lambda: None)
    folder, rename = write_old(tmp_path / "site"), Path.rename
    monkeypatch.setattr(Path, "rename", lambda path, to: rename(path if ".new-" not in path.name else path / "no", to))
    with pytest.raises(FileNotFoundError), replacing(folder, pytest.fail):
        pass
    assert files(folder) == OLD


@pytest.mark.parametrize("number", SIGNALS[1:])
def test_signals_wait_until_both_names_are_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int):
    def rename(path: Path, to: Path) -> None:
        os.rename(path, to)  # noqa: PTH104  this takes the place of Path.rename
        os.kill(os.getpid(), number)

    folder, seen = write_old(tmp_path / "site"), list[bool]()
    monkeypatch.setattr(_exchange, "_find_call", lambda: None)
    monkeypatch.setattr(Path, "rename", rename)
    before = signal.signal(number, lambda *_: seen.append(folder.exists()))
    try:
        with replacing(folder, pytest.fail):
            pass
    finally:
        signal.signal(number, before)
    assert seen
    assert all(seen)


@pytest.mark.parametrize("count", [2, 5])
def test_builds_at_once_wait_for_each_other(tmp_path: Path, count: int):
    folder = write_old(tmp_path / "site")
    with replacing(folder, pytest.fail) as new:
        write_old(new)
        running = [start(folder, f"build {number}") for number in range(count)]
        said = [process.stdout.readline() if process.stdout else "" for process in running]
        assert files(folder) == OLD
    assert said == ["waiting\n"] * count
    assert [process.communicate(timeout=60) and process.returncode for process in running] == [0] * count
    assert files(folder) in [dict.fromkeys(FILES, f"build {number}") for number in range(count)]
    assert beside(folder) == [".site.lock", "site"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_error_leaves_the_old_site_unchanged(tmp_path: Path, number: int):
    folder = write_old(tmp_path / "site")
    assert build(folder, "new", "--fail", number)[0] == 1
    assert files(folder) == OLD
    assert beside(folder) == [".site.lock", "site"]


def test_a_first_site_and_odd_names(tmp_path: Path):
    for name in ("-rf", "a b'c\"", "ünï [1]*", ".hidden", "$(x)\n"):
        folder = tmp_path / "new" / name / "site"
        for content in ("new", "again"):
            assert build(folder, content)[0] == 0
            assert files(folder) == dict.fromkeys(FILES, content)


def test_other_folders_with_similar_names_are_kept(tmp_path: Path):
    folder = write_old(tmp_path / "site")
    for name in (".site.old", ".site.new-mine", ".site.backup", ".sites.new-0123abcd", ".site.new-0123abcdef"):
        (tmp_path / name).mkdir()
    (tmp_path / ".site.new-01234567").symlink_to(tmp_path / ".site.old")
    before = beside(folder)
    with replacing(folder, pytest.fail) as new:
        (new / "a").write_text("x")
    assert beside(folder) == sorted([*before, ".site.lock"])
    assert files(folder) == {"a": "x"}


def test_the_new_site_has_the_permissions_of_the_old_one(tmp_path: Path):
    folder = write_old(tmp_path / "site")
    folder.chmod(0o755)
    before = os.umask(0o077)
    try:
        with replacing(folder, pytest.fail):
            pass
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o755
    with replacing(tmp_path / "first", pytest.fail):
        pass
    assert (tmp_path / "first").stat().st_mode & 0o777 == 0o777 & ~before


def test_a_link_a_file_and_a_disk_are_not_replaced(tmp_path: Path):
    write_old(tmp_path / "real")
    (tmp_path / "site").symlink_to("real")
    (tmp_path / "file").write_text("x")
    for name, words in (("site", "is a link"), ("file", "is a file"), ("/", "root of a disk")):
        with pytest.raises(NotAFolderError, match=words), replacing(tmp_path / name, pytest.fail):
            pass
    assert files(tmp_path / "real") == OLD
    assert beside(tmp_path / "real") == ["file", "real", "site"]


def test_a_replacement_can_start_with_the_old_files(tmp_path: Path):
    folder = write_old(tmp_path / "site")
    (folder / "link").symlink_to("a.html")
    with replacing(folder, pytest.fail, start_with_old=True) as new:
        assert (new / "b.html").samefile(folder / "b.html")
        write_aside(new / "a.html", b"new", new)
        assert files(folder) == {**OLD, "link": "old"}
    assert files(folder) == {**OLD, "a.html": "new", "link": "new"}
    assert (folder / "link").is_symlink()
