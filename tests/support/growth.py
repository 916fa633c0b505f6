"""Whether the CPU time of a step grows with its text, and no faster.

The CPU time of a thread does not depend on what else the machine does, and a ratio does not depend on the machine.
"""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_FOUR_TIMES = 8.0  # four times the text: four times the time if it is linear, sixteen times if it is quadratic
_GIVE_UP = 0.4  # seconds; an exponential step would never end
_FLOOR = 1e-4  # seconds: shorter times are those of the clock


def excessive_growth(step: Callable[[str], object], text: str, longer: str, give_up: float = _GIVE_UP) -> str:
    """Return how the time of *step* grows from *text* to *longer*, which is four times as long, if it grows faster.

    ``give_up`` is the most CPU seconds for one step.
    """
    one, four = (min(seconds(step, each, give_up) for _ in range(3)) for each in (text, longer))
    if four < max(one, _FLOOR) * _FOUR_TIMES:
        return ""
    return f"{one:.4f} s for {len(text):,} characters, {four:.4f} s for {len(longer):,}: {text[:30]!r} … {text[-10:]!r}"


def seconds(step: Callable[[str], object], text: str, give_up: float = _GIVE_UP) -> float:
    """Return the CPU seconds that *step* takes for *text*, or infinity if it does not end in time."""
    with _cpu_limit(give_up):
        began = time.thread_time()
        try:
            step(text)
        except TimeoutError:
            return float("inf")
        return time.thread_time() - began


@contextmanager
def _cpu_limit(give_up: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, give_up)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)
