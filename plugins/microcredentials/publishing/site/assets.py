"""Prepare the theme's scripts and style sheets for publication."""

from collections.abc import Mapping

from ...reports.assets import join_sheets, remove_comments

PARTS = tuple(f"assets/stylesheets/{part}" for part in ("site/", "catalog/", "spec/", "tokens.css"))
"""The sheets that are published only as parts of others: ``site.css``, ``catalog.css``, ``credential.css``."""


def publish_assets(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the scripts and sheets of a theme as they are published, by path; *sources* has the text of each."""
    return {path: _published(path, sources) for path in sources if not path.startswith(PARTS)}


def _published(path: str, sources: Mapping[str, str]) -> str:
    return join_sheets(path, sources) if path.endswith(".css") else remove_comments(sources[path])
