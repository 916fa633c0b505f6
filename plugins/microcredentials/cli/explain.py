"""``explain``: show what a rule or a clause of a published standard requires."""

import click

from ..catalog.loading import load
from ..rules.registry import find_checks
from ._echo import echo
from ._explanations import explain_clause, explain_rule, find_clauses, find_rule
from ._project import current_project


@click.command()
@click.argument("name")
def explain(name: str) -> None:
    """Explain NAME: a rule (CO-03), or a clause of a published standard (file/clause)."""
    rule = find_rule(name, find_checks())
    if rule:
        echo(explain_rule(rule), nl=False)
        return
    clauses = find_clauses(name, load(current_project().content))
    if not clauses:
        raise click.UsageError(f"There is no rule or clause “{name}”. “microcredentials rules” lists the rules.")
    echo("\n".join(explain_clause(*clause) for clause in clauses), nl=False)
