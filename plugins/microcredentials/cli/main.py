"""The command line: reads options, calls the core, prints, and exits with 0, 1 or 2.

0: nothing reaches the severity of ``--fail-on``; 1: findings; 2: the setup or the arguments are wrong.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import IO, Any

import click

from .. import __version__
from ..catalog.garbage import pause_gc
from ..reports.safe import without_commands
from ._disk import explain_disk_error
from ._echo import echo

_FILES = sorted(module.name for module in iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")
_MODULES = {name.rstrip("_"): name for name in _FILES if name != "main"}
"""The file of each command; ``import`` is a keyword of Python, so its file is ``import_``."""


class _DisarmedError(click.ClickException):
    """A usage error that is safe to print, although it may quote a file name or an argument."""

    def __init__(self, error: click.ClickException) -> None:
        super().__init__(error.message)
        self.error = error
        self.exit_code = error.exit_code  # type: ignore[misc]  # errors of one kind have different codes

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002
        """Print what click would print."""
        shown = io.StringIO()
        self.error.show(shown)
        echo(without_commands(shown.getvalue()), nl=False, err=True)


@contextmanager
def _disarming_errors() -> Iterator[None]:
    """Turn a usage error, or a disk error of the output, into an error that is safe to print."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # otherwise Python finds a full disk only when it ends, and can say no more
    except click.ClickException as error:
        raise error if isinstance(error, _DisarmedError) else _DisarmedError(error) from error
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader of the output has ended, which click passes over
            raise
        _discard_output()
        raise _DisarmedError(click.UsageError(explain_disk_error(error))) from error


def _discard_output() -> None:
    """Let the rest of the output go nowhere, so that Python does not fail at it again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Commands(click.Group):
    """The commands, each loaded when it is called: a check needs no pages, and a draft no rules."""

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        """Parse what precedes the name of the command."""
        with _disarming_errors():
            return super().make_context(*given, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse the arguments of the command, and run it."""
        with _disarming_errors():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command *cmd_name* from the file of that name, or None if there is no such file."""
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
