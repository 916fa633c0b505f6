"""The command line: an edge that reads options, calls the core, prints, and exits 0, 1 or 2.

0: nothing at or above ``--fail-on``; 1: findings; 2: something is wrong with the set-up or the call.
"""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click

from .. import __version__
from ..catalog.garbage import pause_gc

_FILES = sorted(module.name for module in iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")
_MODULES = {name.rstrip("_"): name for name in _FILES if name != "main"}
"""The file of each command; ``import`` is a word of Python's own, so its file is ``import_``."""


class _Commands(click.Group):
    """The commands, each loaded when somebody calls it: a check needs no page, and a draft no rule."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return their names."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, if there is one of this name."""
        if cmd_name not in _MODULES:
            return None
        with pause_gc():
            module = import_module(f".{_MODULES[cmd_name]}", __package__)
        return next(each for each in vars(module).values() if isinstance(each, click.Command) and each.name == cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Check educator micro-credential specs against quality standards, and publish them as a catalog."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
