"""A build is the same, bit for bit, in any folder, time zone, language and order of sets, and for any user."""

import os
import subprocess
import sys
from pathlib import Path

from project import copy_small_project

ONE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
OTHER = {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "LANGUAGE": "de", "PYTHONHASHSEED": "2", "HOME": "/nowhere"}
ODD = 'it\'s "odd" 100 %41 “ü” 日本 #a &b; $HOME [c] {d} *'


def built(root: Path, settings: dict[str, str], umask: int) -> dict[str, bytes]:
    """Return every file of the site that the project in *root* builds in an environment with *settings*."""
    copy_small_project(root)
    command = (sys.executable, "-m", "microcredentials.cli", "build")
    environment = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "LANG")}
    subprocess.run(command, cwd=root, env={**environment, **settings}, umask=umask, check=True, capture_output=True)
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_build_depends_only_on_the_content(tmp_path: Path):
    one = built(tmp_path / "one", ONE, 0o022)
    other = built(tmp_path / ODD / "deep", OTHER, 0o077)
    assert len(one) > 200
    assert {"index.html", "sitemap.xml.gz", "catalog.json"} - one.keys() == set()
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
