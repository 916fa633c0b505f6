"""Find the formats of a report and of changes; each is a file in ``formats/`` or ``change_formats/``."""

from collections.abc import Callable, Sequence
from functools import wraps
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, TypeVar

from ..catalog.changes.change import Change
from ..checking.report import Report
from . import change_formats as of_changes, formats as of_reports
from .safe import disarm

Render = Callable[[Report], str]
RenderChanges = Callable[[Sequence[Change]], str]
T = TypeVar("T")


def list_formats() -> tuple[str, ...]:
    """Return the names of the formats of a report; a format is loaded only when it is used."""
    return tuple(_files(of_reports))


def find_renderer(name: str) -> Render:
    """Return the function that renders a report as *name*, without characters that act on a terminal."""
    return _disarmed(_module(of_reports, name).render)


def shows_scorecards(name: str, as_status: str | None) -> bool:
    """Return whether the format *name* needs scorecards in a run that checks every spec as *as_status*.

    The format's own ``SCORECARDS`` is ``"always"``, or the only status at which it needs them.
    """
    when = getattr(_module(of_reports, name), "SCORECARDS", None)
    return when == "always" or (when is not None and when == as_status)


def list_change_formats() -> tuple[str, ...]:
    """Return the names of the formats of changes."""
    return tuple(_files(of_changes))


def find_change_renderer(name: str) -> RenderChanges:
    """Return the function that renders changes as *name*, without characters that act on a terminal."""
    return _disarmed(_module(of_changes, name).render)


def _disarmed(render: Callable[[T], str]) -> Callable[[T], str]:
    @wraps(render)
    def render_disarmed(value: T) -> str:
        text = render(value)
        return disarm(text, is_json=text.startswith(("{", "[")))

    return render_disarmed


def _module(folder: ModuleType, name: str) -> Any:
    return import_module(f"{folder.__name__}.{_files(folder)[name]}")


def _files(folder: ModuleType) -> dict[str, str]:
    """Return the modules of *folder* by format; a file is called ``json_`` because ``json`` is a module of Python."""
    names = sorted(module.name for module in iter_modules(folder.__path__) if not module.name.startswith("_"))
    return {name.rstrip("_").replace("_", "-"): name for name in names}
