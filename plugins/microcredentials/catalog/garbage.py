"""Pause Python's garbage collector while a catalog is loaded."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_gc() -> Iterator[None]:
    """Keep the garbage collector from running: nearly everything loaded stays, so its scans would double the time.

    The loaded objects are also left out of later scans, until the next catalog is loaded.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
