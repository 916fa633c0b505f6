"""Vocabularies the catalog is published in: one file each, with ``export(catalog, site_url)`` yielding data files."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from ..catalog import Catalog
from ..output import DataFile
from ._schema import EXPORT_FORMATS
from ._sound import ExportError

Mapping = dict[str, str]
Export = Callable[[Catalog, str], Iterator[DataFile]]


def all_exports() -> tuple[Export, ...]:
    """Return the ``export`` function of every file in this folder, by name."""
    return tuple(module.export for module in _modules())


def mappings() -> dict[str, Mapping]:
    """Return, for each vocabulary that says so (``MAPPING``), which of our fields is written as which of its terms.

    A vocabulary is called what its docstring begins with.
    """
    return {
        (module.__doc__ or "").partition(":")[0]: module.MAPPING for module in _modules() if hasattr(module, "MAPPING")
    }


def _modules() -> list[Any]:
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return [import_module(f"{__name__}.{name}") for name in names]


__all__ = ["EXPORT_FORMATS", "Export", "ExportError", "Mapping", "all_exports", "mappings"]
