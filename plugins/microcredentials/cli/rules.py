"""``rules``: list every rule."""

import json

import click

from ..checking.finding import STATUSES
from ..rules.registry import all_checks


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
