"""Vocabularies the catalog is published in: one file each, with ``export(catalog, site_url)`` yielding data files."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from ..catalog import Catalog
from ..output import DataFile

Export = Callable[[Catalog, str], Iterator[DataFile]]


def all_exports() -> tuple[Export, ...]:
    """Return the ``export`` function of every file in this folder, by name."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}").export for name in names)
