"""``schema``: print a JSON Schema."""

import json

import click

from ..catalog.loading import load
from ..model.schema import KINDS, json_schema
from ..publishing.data_formats import DATA_FORMATS
from ._project import current_project


@click.command()
@click.argument("kind", type=click.Choice([*KINDS, *(each.name for each in DATA_FORMATS)]), default="credential")
def schema(kind: str) -> None:
    """Print the JSON Schema of a spec's front matter, with the lists of this state, or of one of our data formats."""
    known = next((each.schema for each in DATA_FORMATS if each.name == kind), None)
    made = known or json_schema(kind, load(current_project().content).program)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))
