"""Measure the cost of a whole process."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_RSS_UNITS_PER_MIB = 1024**2 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """The CPU time of a process and its children in seconds (user and system), and its peak memory in MiB."""

    cpu: float
    peak: float


def cost(folder: Path, *arguments: str) -> Cost:
    """Run Python with *arguments* in *folder*, from start to exit.

    The kernel counts the peak of a new process from the size of the process that started it, so the caller must stay
    small: it must not load a catalog.

    Raises:
        SystemExit: the process failed; the message is what it printed.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, *arguments], cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(arguments)} failed:\n{said.read().decode(errors='replace')[-4000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _RSS_UNITS_PER_MIB)
