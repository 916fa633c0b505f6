"""The command line: reads options, calls the core, prints, and exits with 0, 1 or 2.

0: nothing reaches the severity of ``--fail-on``; 1: findings; 2: the set-up or the call is wrong.
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
"""The file of each command; ``import`` is a keyword of Python, so its file is ``import_``."""


class _Commands(click.Group):
    """The commands, each loaded when it is called: a check needs no pages, and a draft no rules."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the object *cmd_name* of the file of that name, or None if there is no such file."""
        file = _MODULES.get(cmd_name)
        if file is None:
            return None
        with pause_gc():
            command: click.Command = getattr(import_module(f".{file}", __package__), file)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Check educator micro-credential specs against quality rules, and publish them as a catalog."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
