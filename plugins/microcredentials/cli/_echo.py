"""Print text that may quote untrusted files."""

import click

from ..reports.safe import disarm


def echo(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print *text* without characters that act on a terminal; *nl* ends the line, *err* prints to standard error."""
    click.echo(disarm(text), nl=nl, err=err)
