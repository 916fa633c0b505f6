"""A disk that is full or read-only: each command says so in a sentence, and every file is unchanged or complete."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import copy_small_project

SIZE = 24  # megabytes of the disk; a project and two small sites take more than half of it
NEW = ("new", "stack", "--title", "A stack about silence", "--outcome", "The educator waits.")

pytestmark = pytest.mark.nightly


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a small disk, put a project with an old site on it, and return the project's folder."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "none", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only the superuser may mount a disk")
    try:
        root = copy_small_project(place / "project")
        (root / "site").mkdir()
        (root / "site/index.html").write_text("old")
        yield root
    finally:
        subprocess.run(["umount", place], check=True)


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "microcredentials.cli", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=120)


def files(root: Path) -> dict[str, bytes]:
    """Return the bytes of all files, even hidden ones, except the locks of builds, which stay."""
    found = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def fill(root: Path, left: int) -> Path:
    """Fill the disk until *left* kilobytes are free, and return the file that does so."""
    free = os.statvfs(root)
    filler = root.parent / "filler"
    filler.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - left * 1024)))
    return filler


@pytest.mark.parametrize("left", [0, 8, 100, 1_000, 3_000])
def test_a_full_disk(disk: Path, left: int):
    before, filler = files(disk), fill(disk, left)
    for command in (("build",), ("build", "--to", "out"), NEW, ("check", "--output", "html=report.html")):
        done = run(disk, *command)
        assert "Traceback" not in done.stderr, (command, done.stderr)
        if done.returncode:
            assert "No space left" in done.stderr, (command, done.stderr)
            assert files(disk) == before, command
        assert done.returncode or left > 0
        before = files(disk)
    filler.unlink()
    assert run(disk, "build").returncode == 0
    assert (disk / "site/index.html").read_text("utf-8") != "old"


def test_a_read_only_disk(disk: Path):
    before = files(disk)
    subprocess.run(["mount", "-o", "remount,ro", disk.parent], check=True)
    for command in (("build",), ("build", "--to", "out"), NEW, ("check", "--output", "html=report.html")):
        done = run(disk, *command)
        assert done.returncode == 2, (command, done.stderr)
        assert "Read-only file system" in done.stderr
        assert "Traceback" not in done.stderr
    assert run(disk, "check").returncode == 0
    assert files(disk) == before
