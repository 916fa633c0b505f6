"""Find the vocabularies the catalog is published in; each is a file in ``exports/``."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from ..catalog.catalog import Catalog
from . import exports as formats
from .output import DataFile


class ExportError(ValueError):
    """What would be published contradicts itself; the message says where, what is wrong, and what to do."""


Mapping = dict[str, str]
Export = Callable[[Catalog, str], Iterator[DataFile]]


def all_exports() -> tuple[Export, ...]:
    """Return the ``export`` function of every file in ``exports/``, by name."""
    return tuple(module.export for module in _modules())


def mappings() -> dict[str, Mapping]:
    """Return, for each vocabulary that says so (``MAPPING``), which of our fields is written as which of its terms.

    A vocabulary is called what its docstring begins with.
    """
    return {
        (module.__doc__ or "").partition(":")[0]: module.MAPPING for module in _modules() if hasattr(module, "MAPPING")
    }


def _modules() -> list[Any]:
    names = sorted(module.name for module in iter_modules(formats.__path__) if not module.name.startswith("_"))
    return [import_module(f"{formats.__name__}.{name}") for name in names]
