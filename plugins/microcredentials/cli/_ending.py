"""Clean up before the process ends because of a signal, as after Ctrl-C."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_REQUESTS = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Raise SystemExit in the block if a signal asks the process to end, so that the block cleans up."""
    requests = [getattr(signal, name) for name in _REQUESTS if hasattr(signal, name)]
    before = {each: signal.signal(each, _end) for each in requests if signal.getsignal(each) is not signal.SIG_IGN}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _end(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)  # what a shell reports of a program that a signal ended
