"""``show``: print one spec in brief."""

from datetime import date

import click

from ..catalog.loading import load
from ..checking.options import Options
from ..checking.run import check_catalog
from ..rules.registry import find_checks
from ._echo import echo
from ._explanations import describe
from ._project import current_project


@click.command()
@click.argument("slug")
def show(slug: str) -> None:
    """Show the spec SLUG in brief."""
    catalog = load(current_project().content)
    entry = catalog.by_slug.get(slug)
    if entry is None:
        raise click.UsageError(f"There is no spec “{slug}”.")
    report = check_catalog(catalog, find_checks(), Options(date.today()))
    echo(describe(entry, catalog, report), nl=False)
