"""Show the operator in a sentence why something could not be written."""

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def show_disk_errors(consequence: str = "Nothing was written.") -> Iterator[None]:
    """Turn a disk error into a usage error that gives the reason and the *consequence* for the old files."""
    try:
        yield
    except OSError as error:
        raise click.UsageError(f"{explain_disk_error(error)} {consequence}") from error


def explain_disk_error(error: OSError) -> str:
    """Return *error* as a sentence: our own errors already are one; system errors have a text and a file."""
    if error.strerror is None:
        return str(error)
    return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
