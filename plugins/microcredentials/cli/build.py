"""``build``: build the site, or write its pages and data for any host."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from ..catalog.project import Project, ProjectError
from ..model.wording import plural
from ..publishing.publish import ContentError, Site, publish
from ..publishing.swap import replacing
from ..publishing.write import to_files, write_files
from ._disk import show_disk_errors
from ._echo import echo
from ._ending import ending_in_order
from ._host import HostError, build_with_host
from ._project import current_project


@click.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write pages and data for another generator to this folder, and keep its other files.",
)
@click.option("--site-url", default="", help="With --to: address of the site [default: site_url in mkdocs.yml].")
def build(folder: Path | None, site_url: str) -> None:
    """Check the content and build the site.

    MkDocs builds the site into the folder “site”, or the site_dir of mkdocs.yml. Readers find the old site there until
    the new one is complete. If there are errors, nothing changes.
    """
    project = current_project(site_url=site_url)
    if folder:
        _write_files(project, folder)
    elif site_url:
        raise click.UsageError("Use --site-url with --to. MkDocs reads the address from site_url in mkdocs.yml.")
    else:
        _build_site(project)


def _build_site(project: Project) -> None:
    try:
        with _replacing(project.site, project) as new:
            message = build_with_host(project.root, new)
    except HostError as error:
        echo(str(error), nl=False, err=True)
        sys.exit(1)
    echo(f"{message}The site is in {project.site}")


def _write_files(project: Project, folder: Path) -> None:
    site = _publish(project)
    with _replacing(folder, project, start_with_old=True) as new:
        count = write_files(to_files(site.outputs), new)
    echo(f"{site.message}{plural(count, 'file')} written to {folder}")


def _publish(project: Project) -> Site:
    try:
        return publish(project, date.today())
    except ProjectError as error:
        raise click.UsageError(str(error)) from error
    except ContentError as error:
        echo(str(error), nl=False, err=True)
        sys.exit(1)


@contextmanager
def _replacing(folder: Path, project: Project, start_with_old: bool = False) -> Iterator[Path]:
    """Yield a new folder that will replace *folder*; raise click.UsageError with the reason if it cannot."""
    content, place = project.content.resolve(), folder.resolve()
    if content.is_relative_to(place) or place.is_relative_to(content):
        raise click.UsageError(f"{folder} would replace the content of the project. Name a folder of its own.")
    swap = replacing(folder, lambda: _wait(folder), start_with_old)
    with show_disk_errors(f"{folder} has not changed."), ending_in_order(), swap as new:
        yield new


def _wait(folder: Path) -> None:
    echo(f"Waiting for another build of {folder} to finish …", err=True)
