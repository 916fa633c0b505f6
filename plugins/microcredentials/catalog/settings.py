"""What the operator sets: where the content is, what the site's address is, where the sources are."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..model.fields import URL
from .folder import find_content

CONFIG = "mkdocs.yml"


class SettingsError(Exception):
    """Something is wrong with the set-up, not with the content; the message says what to do."""


@dataclass(frozen=True)
class Settings:
    """The set-up of one run.

    ``site_url`` ends with a slash or is empty; ``edit`` is the address prefix for “suggest a change”.
    """

    content: Path
    site_url: str = ""
    edit: str = ""

    @property
    def templates(self) -> tuple[Path, ...]:
        """Folders whose templates replace the package's own of the same name."""
        folder = self.content.parent / "overrides"
        return (folder,) if folder.is_dir() else ()

    def checked(self) -> "Settings":
        """Return these settings, fit for publication.

        Raises:
            SettingsError: the site's address is missing or no whole address; every export names its files by it.
        """
        whole = re.fullmatch(URL, self.site_url) and self.site_url.startswith("https://")
        if whole and not re.search(r"[?#]|/\.{1,2}/", self.site_url):  # files stand below it, each at its own address
            return self
        said = f"“{self.site_url}” is no whole address" if self.site_url else "The site's address is not set"
        raise SettingsError(
            f"{said}. Write where the site will be published, as in site_url: https://catalog.example.gov/ "
            f"in {CONFIG}, or give it with --site-url."
        )


def settings(start: Path, site_url: str = "") -> Settings:
    """Return the settings for the project at or above *start*.

    Raises:
        SettingsError: there is no content folder, or the configuration of the site cannot be read.
    """
    content = find_content(start)
    if content is None:
        raise SettingsError(
            f"There is no folder “content” with “program” in it at or above {start}. "
            "Run the command in a clone of the catalog, or name the folder."
        )
    config = _scalars(content.parent / CONFIG)
    url = site_url or config.get("site_url", "")
    return Settings(
        content, f"{url.rstrip('/')}/" if url else "", edit_prefix(config.get("repo_url"), config.get("edit_uri"))
    )


def _scalars(path: Path) -> dict[str, str]:
    """Return the plain top-level values of a YAML file; values with the host's own tags are left alone."""
    if not path.is_file():
        return {}
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name} cannot be read: {error}") from error
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}


def edit_prefix(repo_url: str | None, edit_uri: str | None) -> str:
    """Return the address under which content files are edited, or an empty string where no repository is set."""
    if not repo_url:
        return ""
    return f"{repo_url.rstrip('/')}/{(edit_uri or 'edit/main/content/').strip('/')}/"
