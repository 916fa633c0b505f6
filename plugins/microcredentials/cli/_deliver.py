"""Deliver a report: write it, print it, and exit."""

import sys
from typing import NoReturn

import click

from ..catalog.writing import write_named
from ..checking.report import Report
from ..reports.rendering import find_renderer
from ._disk import show_disk_errors
from ._options import ReportOptions


def deliver(report: Report, options: ReportOptions) -> NoReturn:
    """Write and print *report* as *options* ask, and exit with 1 if it reaches the severity to fail on, else 0."""
    for name, path in options.outputs:
        with show_disk_errors():
            write_named(path, find_renderer(name)(report).encode())
    click.echo(find_renderer(options.format)(report), nl=False)
    sys.exit(1 if report.reaches(options.fail_on) else 0)
