"""The theme's scripts and style sheets as they are published."""

from collections.abc import Mapping

from ...reports.assets import join, without_comments

PARTS = ("assets/stylesheets/site/", "assets/stylesheets/tokens.css")
"""Where the sheets are that are published only as parts of ``site.css``."""


def published(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the scripts and sheets of a theme as they are published, by path; *sources* are all of them as written."""
    return {path: _published(path, sources) for path in sources if not path.startswith(PARTS)}


def _published(path: str, sources: Mapping[str, str]) -> str:
    return join(path, sources) if path.endswith(".css") else without_comments(sources[path])
