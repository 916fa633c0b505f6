"""The adapter to MkDocs: it hands over the pages and files of a build, and decides nothing itself."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .catalog.project import Project, ProjectError, find_edit_url
from .publishing.output import ContentsItem, DataFile, Page
from .publishing.publish import ContentError, Site, preview, publish, require_plain_files
from .publishing.site.assets import publish_assets
from .publishing.site.frame import add_policy
from .publishing.site.offline_bundle import BUNDLE, offline_bundle

PACKAGE = Path(__file__).parent
THEME = PACKAGE / "theme"
"""The frame, styles and scripts of the site; a file of the same name in the site's ``overrides/`` replaces one."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: a state sets everything in ``content/program/``."""


class MicroCredentialsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Checks the content, stops on errors before the old site is touched, and adds every page and data file."""

    site: Site

    def __init__(self) -> None:
        self.serving = False
        self.last: Site | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Start a preview if MkDocs serves; it then uses this same instance for every rebuild."""
        self.serving, self.last = command == "serve", None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and build everything in memory, so that the old site is untouched if this fails."""
        edit = find_edit_url(config.repo_url, config.edit_uri)
        project, today = Project(Path(config.docs_dir), config.site_url or "", edit), date.today()
        try:
            self.site = preview(project, today, self.last) if self.serving else publish(project, today)
            require_plain_files(project.content)  # MkDocs walks the folder next, and follows every link
        except ProjectError as error:
            raise PluginError(f"Nothing was built. {error}") from error
        except ContentError as error:
            sys.stderr.write(str(error))
            raise PluginError("Nothing was built, because the content has errors (above).") from error
        self.last = self.site
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(self.site.source_date_epoch))
        config.extra["catalog"] = self.site.frame
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the files of the content folder, which are never published as they are, by those of the build."""
        for file in [file for file in files if _is_unwanted(file, config)]:
            files.remove(file)
        for output in self.site.outputs:
            content: str | bytes = "" if isinstance(output, Page) else output.content
            files.append(File.generated(config, output.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        scripts = _publish_assets(files, config)
        data = ((each.path, each.content) for each in self.site.outputs if isinstance(each, DataFile))
        files.append(File.generated(config, BUNDLE, content=offline_bundle(scripts, data)))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Attach pages outside the navigation to the page above them, which breadcrumbs and the active tab show."""
        for path, page in self.site.pages.items():
            file, parent = files.get_file_from_path(path), files.get_file_from_path(page.parent)
            if file and file.page and file.page.parent is None and parent and parent.page:
                file.page.parent = parent.page  # type: ignore[assignment]  # Material's blog attaches pages like this
        return nav

    def on_pre_page(self, page: HostPage, *, config: MkDocsConfig, files: Files) -> HostPage:  # noqa: ARG002
        """Give MkDocs finished HTML, so that Python-Markdown never sees an author's text."""
        made = self.site.pages[page.file.src_uri]
        page.read_source = lambda config: _read(page, made)  # type: ignore[method-assign]  # noqa: ARG005
        page.render = lambda config, files: _render(page, made)  # type: ignore[method-assign]  # noqa: ARG005
        page.update_date = (made.updated or self.site.newest_day).isoformat()
        return page

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Add the content policy; a preview has none, because MkDocs adds a script that reloads the page."""
        return output if self.serving else add_policy(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Add the content policy to the error page."""
        return add_policy(output) if template_name.endswith(".html") else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Print a summary of what was checked and published, or in a preview the findings."""
        sys.stdout.write(self.site.message)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild the preview also when a template changes."""
        for folder in (PACKAGE / "templates", THEME, *config.theme.dirs[:1]):
            server.watch(str(folder))
        return server


def _is_unwanted(file: File, config: MkDocsConfig) -> bool:
    """Return whether *file* is content, or an asset of the theme that our own frame does not use."""
    return file.src_dir == config.docs_dir or (
        file.src_dir not in _own_folders(config) and file.src_uri.startswith("assets/")
    )


def _publish_assets(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Give *files* our scripts and sheets as they are published, and return the scripts by their path."""
    own = [file for file in files if file.src_dir in _own_folders(config) and file.src_uri.endswith((".js", ".css"))]
    made = publish_assets({file.src_uri: file.content_string for file in own})
    for file in own:
        if file.src_uri in made:
            file.content_string = made[file.src_uri]
        else:
            files.remove(file)
    return {path: code for path, code in made.items() if path.endswith(".js")}


def _own_folders(config: MkDocsConfig) -> tuple[str | None, ...]:
    """Return the folders of our own theme: the state's changes, and the package's part."""
    return config.theme.custom_dir, str(THEME)


def _read(page: HostPage, made: Page) -> None:
    page.markdown = ""
    page.meta = {"title": made.title, "description": made.description, "kind": made.kind, "source": made.source,
                 "updated": made.updated, "linked_data": made.linked_data}  # fmt: skip


def _render(page: HostPage, made: Page) -> None:
    page.content = made.html
    page.toc = TableOfContents([_anchor(item, 2) for item in made.contents])
    page.present_anchor_ids = {item.anchor for item in made.contents}


def _anchor(item: ContentsItem, level: int) -> AnchorLink:
    link = AnchorLink(item.title, item.anchor, level)
    link.children = [_anchor(child, level + 1) for child in item.items]
    return link
