"""Show the operator in a sentence why something could not be written."""

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def show_disk_errors(consequence: str = "Nothing was written.") -> Iterator[None]:
    """Turn an error of the disk into a usage error that gives the reason and says what became of the old files."""
    try:
        yield
    except OSError as error:
        raise click.UsageError(f"{explain_disk_error(error)} {consequence}") from error


def explain_disk_error(error: OSError) -> str:
    """Return a sentence. Errors of the system have a text and a file; ours are a sentence."""
    if error.strerror is None:
        return str(error)
    return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
