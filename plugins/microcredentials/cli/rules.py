"""``rules``: list all rules."""

import json

import click

from ..checking.finding import STATUSES
from ..rules.registry import find_checks
from ._options import format_option


@click.command()
@format_option(["text", "json", "markdown"])
def rules(format_: str) -> None:
    """List all rules, each with its class and its severity for each status."""
    rows = [
        (c.rule.id, c.rule.title, c.rule.rule_class, *(c.rule.severities.get(s, "–") for s in STATUSES))
        for c in find_checks()
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
