"""Errors of git, shown to the operator."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ..catalog.git import HistoryError


@contextmanager
def show_history_errors() -> Iterator[None]:
    """Turn an error of git into one that click prints.

    Raises:
        click.UsageError: git cannot read the history.
    """
    try:
        yield
    except HistoryError as error:
        raise click.UsageError(str(error)) from error
