"""Find the formats of a report; each is a file in ``formats/``."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from ..checking.report import Report
from . import formats as folder

Render = Callable[[Report], str]


def formats() -> tuple[str, ...]:
    """Return the name of every format in ``formats/``; none is loaded before somebody asks for it."""
    names = sorted(module.name for module in iter_modules(folder.__path__) if not module.name.startswith("_"))
    return tuple(name.removesuffix("_report").replace("_", "-") for name in names)


def renderer(name: str) -> Render:
    """Return the function that renders a report as *name*; ``json`` and ``html`` have files with longer names."""
    module = f"{name}_report" if name in {"json", "html"} else name.replace("-", "_")
    render: Render = import_module(f"{folder.__name__}.{module}").render
    return render
