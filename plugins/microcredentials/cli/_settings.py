"""The settings of the project in which a command is run."""

from pathlib import Path

import click

from ..catalog.settings import Settings, SettingsError, settings


def find_settings(start: Path | None = None, site_url: str = "") -> Settings:
    """Return the settings of the project at or above *start* (default: the working directory).

    Raises:
        click.UsageError: there is no such project, or its settings are wrong.
    """
    try:
        return settings((start or Path.cwd()).resolve(), site_url)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
