"""Catalogs that come from elsewhere: one file for each format, with ``read(data, program)`` yielding drafts."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from ..program import Program
from ._draft import Draft, UnreadableError, written
from ._framework import framework

Reader = Callable[[bytes, Program], Iterator[Draft]]


def readers() -> dict[str, Reader]:
    """Return the ``read`` function of every file in this folder, by the name people type: ``open-badges``."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}").read for name in names}


__all__ = ["Draft", "Reader", "UnreadableError", "framework", "readers", "written"]
