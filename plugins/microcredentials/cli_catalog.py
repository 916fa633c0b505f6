"""The commands that tell of a catalog and of what is asked of it, and the one that lays its pages down."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from .build import DATA_FORMATS
from .cli_history import settings_here
from .explain import describe, explain_clause, explain_rule, find_clause, find_rule
from .files import load, materialized, write
from .finding import STATUSES
from .publish import ContentError, publish
from .run import Options, check as run_check
from .schema import KINDS, json_schema
from .settings import SettingsError
from .standards import all_checks
from .wording import plural


@click.command()
@click.argument("name")
def explain(name: str) -> None:
    """Say what a rule (CO-03) or a clause of a published standard (file/clause) asks."""
    rule = find_rule(name, all_checks())
    if rule:
        click.echo(explain_rule(rule), nl=False)
        return
    clauses = find_clause(name, load(settings_here().content))
    if not clauses:
        raise click.UsageError(f"There is no rule or clause “{name}”. “microcredentials rules” lists the rules.")
    click.echo("\n".join(explain_clause(*clause) for clause in clauses), nl=False)


@click.command()
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def rules(format_: str) -> None:
    """List every rule with its class and its severity per status."""
    rows = [
        (c.rule.id, c.rule.title, c.rule.rule_class, *(c.rule.severities.get(s, "–") for s in STATUSES))
        for c in all_checks()
    ]
    heads = ("id", "title", "class", *STATUSES)
    if format_ == "json":
        click.echo(json.dumps([dict(zip(heads, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    elif format_ == "markdown":
        for line in (heads, ("---",) * len(heads), *rows):
            click.echo(f"| {' | '.join(line)} |")
    else:
        for row in rows:
            click.echo(f"{row[0]}  {row[3]:<8}{row[4]:<8}{row[5]:<8}{row[1]}")


@click.command()
@click.argument("slug")
def show(slug: str) -> None:
    """Say in brief what a spec holds."""
    catalog = load(settings_here().content)
    entry = catalog.by_slug.get(slug)
    if entry is None:
        raise click.UsageError(f"There is no spec “{slug}”.")
    report = run_check(catalog, all_checks(), Options(date.today()))
    click.echo(describe(entry, catalog, report), nl=False)


@click.command()
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to write.")
@click.option("--site-url", default="", help="The site's address; else site_url in mkdocs.yml.")
def build(folder: Path, site_url: str) -> None:
    """Write every page and data file into a folder, for any host; nothing is written if there are errors."""
    try:
        site = publish(settings_here(site_url=site_url), date.today())
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    except ContentError as error:
        click.echo(str(error), nl=False, err=True)
        sys.exit(1)
    count = write(materialized(site.outputs), folder)
    click.echo(f"{site.said}{plural(count, 'file')} written to {folder}")


@click.command()
@click.argument("kind", type=click.Choice([*KINDS, *(each.name for each in DATA_FORMATS)]), default="credential")
def schema(kind: str) -> None:
    """Print the JSON Schema of a spec's front matter, with this state's own lists, or of one of our data formats."""
    known = next((each.schema for each in DATA_FORMATS if each.name == kind), None)
    made = known or json_schema(kind, load(settings_here().content).program)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))
