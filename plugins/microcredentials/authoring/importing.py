"""Find the formats that can be imported; each is a file in ``importers/``."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from ..model.program import Program
from . import importers
from .draft import Draft

Importer = Callable[[bytes, Program], Iterator[Draft]]


def find_importers() -> dict[str, Importer]:
    """Return the ``read`` function of every file in ``importers/``, by the name that people type: ``open-badges``."""
    names = sorted(module.name for module in iter_modules(importers.__path__) if not module.name.startswith("_"))
    return {name.replace("_", "-"): import_module(f"{importers.__name__}.{name}").read for name in names}
