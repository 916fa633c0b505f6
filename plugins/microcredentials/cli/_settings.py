"""The settings of the project that a command is run in."""

from pathlib import Path

import click

from ..catalog.settings import Settings, SettingsError, settings


def settings_here(start: Path | None = None, site_url: str = "") -> Settings:
    """Return the settings for the project at or above *start*, else the working directory."""
    try:
        return settings((start or Path.cwd()).resolve(), site_url)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
