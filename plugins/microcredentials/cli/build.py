"""``build``: write the site to a folder, for any host."""

import sys
from datetime import date
from pathlib import Path

import click

from ..catalog.project import ProjectError
from ..model.wording import plural
from ..publishing.publish import ContentError, publish
from ..publishing.write import to_files, write_files
from ._project import current_project


@click.command()
@click.option(
    "--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to."
)
@click.option("--site-url", default="", help="Address of the site [default: site_url in mkdocs.yml].")
def build(folder: Path, site_url: str) -> None:
    """Write every page and data file to a folder, for any host; write nothing if there are errors."""
    try:
        site = publish(current_project(site_url=site_url), date.today())
    except ProjectError as error:
        raise click.UsageError(str(error)) from error
    except ContentError as error:
        click.echo(str(error), nl=False, err=True)
        sys.exit(1)
    count = write_files(to_files(site.outputs), folder)
    click.echo(f"{site.message}{plural(count, 'file')} written to {folder}")
