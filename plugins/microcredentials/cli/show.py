"""``show``: print one spec in brief."""

from datetime import date

import click

from ..catalog.files import load
from ..checking.options import Options
from ..checking.run import check_catalog
from ..rules.registry import all_checks
from ._explanations import describe
from ._settings import find_settings


@click.command()
@click.argument("slug")
def show(slug: str) -> None:
    """Show the spec SLUG in brief."""
    catalog = load(find_settings().content)
    entry = catalog.by_slug.get(slug)
    if entry is None:
        raise click.UsageError(f"There is no spec “{slug}”.")
    report = check_catalog(catalog, all_checks(), Options(date.today()))
    click.echo(describe(entry, catalog, report), nl=False)
