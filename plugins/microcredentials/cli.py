"""The command line."""

import sys
from datetime import date
from pathlib import Path

import click

from .check import Options, check as run_check
from .files import find_content, load
from .problem import Severity
from .reports import renderer
from .standards import all_checks


@click.group()
def main() -> None:
    """Check micro-credential specs and publish them as a catalog."""


@main.command()
@click.option("--format", "format_", default="text")
def check(format_: str) -> None:
    """Check specs against the quality standards."""
    content = find_content(Path.cwd())
    if content is None:
        raise click.UsageError("no content folder")
    report = run_check(load(content), all_checks(), Options(date.today()))
    sys.stdout.write(renderer(format_)(report))
    sys.exit(report.reaches(Severity.ERROR))
