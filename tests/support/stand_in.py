"""A stand-in for a build, run as a program of its own: it writes a few files into the new folder of a replacement.

``python stand_in.py FOLDER CONTENT [--fallback] [--at POINT SIGNAL] [--slow] [--fail NUMBER]``: the files of FOLDER
become ten with the text CONTENT. It gets SIGNAL before it runs line POINT, counted from the start, of the module that
replaces folders; ``--points`` prints how many there are. With ``--fallback``, two names cannot be exchanged.
"""

import argparse
import os
import sys
import time
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from microcredentials.cli._ending import ending_in_order
from microcredentials.publishing import _exchange, swap

FILES = [f"{name}.html" for name in "abcde"] + [f"deep/er/{name}.html" for name in "abcde"]


class Kill:
    """Sends a signal to this process before a certain line of ``swap.py``, or only counts the lines."""

    def __init__(self, point: int, number: int) -> None:
        self.point, self.number, self.passed = point, number, 0

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in (swap.__file__, _exchange.__file__):
            return None
        if event == "line":
            self.passed += 1
            if self.passed == self.point:
                os.kill(os.getpid(), self.number)
        return self


def write(new: Path, content: str, slow: bool, fail: int) -> None:
    for name in FILES:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).write_text(content)
        time.sleep(0.02 if slow else 0)
        if fail and name.startswith("deep"):
            raise OSError(fail, os.strerror(fail), str(new / name))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("content")
    parser.add_argument("--fallback", action="store_true")
    parser.add_argument("--points", action="store_true")
    parser.add_argument("--at", type=int, nargs=2, default=(0, 0))
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--fail", type=int, default=0)
    given = parser.parse_args()
    if given.fallback:
        _exchange._find_call = lambda: None
    kill = Kill(*given.at)
    with ending_in_order():
        sys.settrace(kill)
        with swap.replacing(given.folder, partial(print, "waiting", flush=True)) as new:
            write(new, given.content, given.slow, given.fail)
        sys.settrace(None)
    if given.points:
        sys.stdout.write(f"{kill.passed}\n")


if __name__ == "__main__":
    main()
