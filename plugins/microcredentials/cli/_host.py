"""Run MkDocs as a separate program: commands use its command line and no other part of it."""

import os
import re
import subprocess
import sys
from pathlib import Path


class HostError(Exception):
    """MkDocs did not build the site; the message is the reason that it printed."""


def build_with_host(root: Path, folder: Path) -> str:
    """Build the site of the project at *root* into *folder*, strictly, and return what the plugin printed.

    Raises:
        HostError: MkDocs reports an error or a warning.
    """
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder))
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise HostError(_explain(done.stderr))
    return done.stdout


def _explain(log: str) -> str:
    """Return the errors in *log*, without lines about progress; for a disk error, only its last line."""
    if disk := re.search(r"^Traceback .*\n(?:[ ].*\n|\n)*(?:OSError|\w+Error): \[Errno \d+\] (.+)\s*\Z", log, re.M):
        return f"The site cannot be written. The old one has not changed. {disk[1]}\n"
    return "".join(f"{line}\n" for line in log.splitlines() if not line.startswith("INFO"))
