"""The setup of ``.venv``: whenever it is interrupted, the next run makes it again; two at once wait for each other."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from project import copy_small_project

PYTHON = f"""#!/bin/sh
# A stand-in for Python: it makes a folder instead of an environment, notes its calls, and ends its caller at one.
case "$1" in -c) exec {sys.executable} "$@" ;; esac
echo "$*" >> calls
[ "$(wc -l < calls)" != "$DIE_AT" ] || {{ mkdir -p .venv/bin && cp "$0" .venv/bin/python; kill -9 $PPID; exit 1; }}
case "$2" in
  venv) mkdir -p .venv/bin && cp "$0" .venv/bin/python && touch .venv/bin/pip && sleep "${{SLOW:-0}}" ;;
  pip) [ -e .venv/bin/pip ] || {{ echo "No module named pip" >&2; exit 1; }} ;;
esac
"""
WHOLE = ["venv", "pip", "pip", "compileall"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_small_project(tmp_path)
    (tmp_path / "python").write_text(PYTHON)
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def start(root: Path, **environment: str) -> subprocess.Popen[str]:
    command = ["bash", "-euc", ". scripts/_environment requirements.txt; echo ready in $VIRTUAL_ENV"]
    here = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    here |= {"PYTHON": f"{root}/python", "DIE_AT": "", **environment}
    return subprocess.Popen(command, cwd=root, env=here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def set_up(root: Path, **environment: str) -> tuple[int, str]:
    with start(root, **environment) as process:
        said, _ = process.communicate(timeout=60)
        return process.returncode, said


def calls(root: Path) -> list[str]:
    """What Python was asked to do since the last time."""
    found = (root / "calls").read_text().splitlines() if (root / "calls").exists() else []
    (root / "calls").unlink(missing_ok=True)
    return [line.split()[1] for line in found]


@pytest.mark.parametrize("point", [1, 2, 3, 4])
def test_an_interrupted_setup_begins_again(root: Path, point: int):
    assert set_up(root, DIE_AT=str(point))[0] == -signal.SIGKILL
    assert calls(root) == WHOLE[:point]
    code, said = set_up(root)
    assert (code, said.splitlines()[-1]) == (0, f"ready in {root}/.venv")
    assert calls(root) == WHOLE
    assert set_up(root)[0] == 0
    assert calls(root) == []


def test_new_packages_are_added_and_an_interrupted_update_begins_again(root: Path):
    set_up(root)
    (root / "requirements.txt").write_text("# other packages\n")
    calls(root)
    assert set_up(root, DIE_AT="2")[0] == -signal.SIGKILL
    assert calls(root) == WHOLE[1:3]
    assert set_up(root)[0] == 0
    assert calls(root) == WHOLE
    (root / "pyproject.toml").write_text("")
    assert set_up(root)[0] == 0
    assert calls(root) == WHOLE[1:]


def test_two_setups_at_once_wait_for_each_other(root: Path):
    running = [start(root, SLOW="1") for _ in range(3)]
    said = [process.communicate(timeout=60)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert calls(root) == WHOLE
    assert "".join(said).count("Waiting for another setup of .venv to finish …") == 2
