"""Find the vocabularies in which the catalog is published; each is a file in ``exports/``."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from ..catalog.catalog import Catalog
from . import exports as folder
from .output import DataFile


class ExportError(ValueError):
    """The data to be published contradicts itself; the message says where, what is wrong, and what to do."""


Export = Callable[[Catalog, str], Iterator[DataFile]]
Mapping = dict[str, str]
"""The terms of a vocabulary by our field: those that the field is written as, joined by commas."""


def find_exports() -> tuple[Export, ...]:
    """Return the ``export`` function of every file in ``exports/``, by the name of the file."""
    return tuple(module.export for module in _modules())


def find_mappings() -> dict[str, Mapping]:
    """Return the ``MAPPING`` of each file in ``exports/`` that has one, by the ``NAME`` of its vocabulary."""
    return {module.NAME: module.MAPPING for module in _modules() if hasattr(module, "MAPPING")}


def _modules() -> list[Any]:
    names = sorted(module.name for module in iter_modules(folder.__path__) if not module.name.startswith("_"))
    return [import_module(f"{folder.__name__}.{name}") for name in names]
