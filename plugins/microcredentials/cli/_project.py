"""The project that a command runs in."""

from pathlib import Path

import click

from ..catalog.project import Project, ProjectError, find_project


def current_project(start: Path | None = None, site_url: str = "") -> Project:
    """Return the project at or above *start*, else the working directory."""
    try:
        return find_project((start or Path.cwd()).resolve(), site_url)
    except FileNotFoundError as error:
        raise click.UsageError("The working directory was deleted. Change to a folder that exists.") from error
    except ProjectError as error:
        raise click.UsageError(str(error)) from error
