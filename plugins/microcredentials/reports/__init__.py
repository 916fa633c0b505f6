"""Formats of a report: one file a format, its name the value of ``--format``, with ``render(report) -> str``."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from ..report import Report
from ._changes import CHANGE_FORMATS, ChangeRender
from ._safe import plain
from ._schema import REPORT_FORMATS

Render = Callable[[Report], str]


def formats() -> tuple[str, ...]:
    """Return the name of every format in this folder; none is loaded before somebody asks for it."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(name.removesuffix("_report").replace("_", "-") for name in names)


def renderer(name: str) -> Render:
    """Return the function that renders a report as *name*; ``json`` and ``html`` have files with longer names."""
    module = f"{name}_report" if name in {"json", "html"} else name.replace("-", "_")
    render: Render = import_module(f"{__name__}.{module}").render
    return render


__all__ = ["CHANGE_FORMATS", "REPORT_FORMATS", "ChangeRender", "Render", "formats", "plain", "renderer"]
