"""``explain``: what a rule or a clause of a published standard asks."""

import click

from ..catalog.loading import load
from ..rules.registry import all_checks
from ._explanations import explain_clause, explain_rule, find_clause, find_rule
from ._project import current_project


@click.command()
@click.argument("name")
def explain(name: str) -> None:
    """Say what a rule (CO-03) or a clause of a published standard (file/clause) asks."""
    rule = find_rule(name, all_checks())
    if rule:
        click.echo(explain_rule(rule), nl=False)
        return
    clauses = find_clause(name, load(current_project().content))
    if not clauses:
        raise click.UsageError(f"There is no rule or clause “{name}”. “microcredentials rules” lists the rules.")
    click.echo("\n".join(explain_clause(*clause) for clause in clauses), nl=False)
