"""The project that a catalog is part of: its content folder, the address of its site, and where files are edited."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..model.fields import URL
from .folder import find_content
from .opening import decode, read_file

CONFIG = "mkdocs.yml"
_MOST_CONFIG = 1_000_000  # bytes


class ProjectError(Exception):
    """Something is wrong with the project, not with its content; the message says what to do."""


@dataclass(frozen=True)
class Project:
    """One project.

    ``site_url`` ends with a slash or is empty. ``edit_url`` is the address on the code host below which content files
    are edited; it is empty if there is none. ``site_dir`` is the path of the built site, from the project's folder.
    """

    content: Path
    site_url: str = ""
    edit_url: str = ""
    site_dir: str = "site"

    @property
    def root(self) -> Path:
        """The folder of the project, which contains the configuration of the site."""
        return self.content.parent

    @property
    def site(self) -> Path:
        """The folder that the site is built into."""
        return self.root / self.site_dir

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders whose templates replace the package's own of the same name."""
        folder = self.root / "overrides"
        return (folder,) if folder.is_dir() else ()

    def require_site_url(self) -> None:
        """Check that the site has a complete address, because every export identifies things by it.

        Raises:
            ProjectError: the address of the site is missing or incomplete.
        """
        whole = re.fullmatch(URL, self.site_url) and self.site_url.startswith("https://")
        if whole and not re.search(r"[?#]|/\.{1,2}/", self.site_url):  # each file has its own address below it
            return
        problem = (
            f"“{self.site_url}” is not a complete address" if self.site_url else "The address of the site is not set"
        )
        raise ProjectError(
            f"{problem}. Write where the site will be published, as in site_url: https://catalog.example.gov/ "
            f"in {CONFIG}, or use --site-url."
        )


def find_project(start: Path, site_url: str = "") -> Project:
    """Return the project at or above *start*; *site_url* replaces the address in its configuration.

    Raises:
        ProjectError: there is no content folder, or the configuration of the site cannot be read.
    """
    content = find_content(start)
    if content is None:
        raise ProjectError(
            f"No folder called “content” with a folder “program” in it was found in {start} or above. "
            "Run the command in a clone of the catalog, or name the folder."
        )
    config = _read_scalars(content.parent / CONFIG)
    url = site_url or config.get("site_url", "")
    edit_url = find_edit_url(config.get("repo_url"), config.get("edit_uri"))
    return Project(content, f"{url.rstrip('/')}/" if url else "", edit_url, config.get("site_dir", "site"))


def _read_scalars(path: Path) -> dict[str, str]:
    """Return the plain top-level values of a YAML file. Values with MkDocs's own tags are left out."""
    if not os.path.lexists(path):
        return {}
    try:
        text = decode(read_file(path, path.parent, _MOST_CONFIG), path)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, OSError, RecursionError) as error:
        raise ProjectError(f"{path.name} cannot be read: {error}") from error
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return {key.value: value.value for key, value in pairs if _is_plain(value)}


def _is_plain(value: yaml.Node) -> bool:
    return isinstance(value, yaml.ScalarNode) and value.tag.startswith("tag:yaml.org,2002:")


def find_edit_url(repo_url: str | None, edit_uri: str | None) -> str:
    """Return the address below which content files are edited, or an empty string if there is no repository."""
    if not repo_url:
        return ""
    return f"{repo_url.rstrip('/')}/{(edit_uri or 'edit/main/content/').strip('/')}/"
