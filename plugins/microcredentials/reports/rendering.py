"""Find the formats of a report; each is a file in ``formats/``."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..checking.report import Report
from . import formats as folder

Render = Callable[[Report], str]


def formats() -> tuple[str, ...]:
    """Return the name of every format in ``formats/``; none is loaded before somebody asks for it."""
    names = sorted(module.name for module in iter_modules(folder.__path__) if not module.name.startswith("_"))
    return tuple(name.removesuffix("_report").replace("_", "-") for name in names)


def renderer(name: str) -> Render:
    """Return the function that renders a report as *name*."""
    render: Render = _module(name).render
    return render


def shows_scorecards(name: str, as_status: str | None) -> bool:
    """Say whether the format *name* asks a report for its scorecards, if every spec was judged by *as_status*.

    A format that always does has ``SCORECARDS = "always"``; one that does at a single status names the status.
    """
    when = getattr(_module(name), "SCORECARDS", None)
    return when == "always" or (when is not None and when == as_status)


def _module(name: str) -> ModuleType:
    """Return the file of the format *name*; those of ``json`` and ``html`` have longer names."""
    file = f"{name}_report" if name in {"json", "html"} else name.replace("-", "_")
    return import_module(f"{folder.__name__}.{file}")
