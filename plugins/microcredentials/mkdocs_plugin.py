"""The one module that knows MkDocs: it lays the files of a build into the host's hands and decides nothing else."""

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
from .publishing.publish import ContentError, Preview, epoch, publish
from .publishing.site.frame import policed
from .publishing.site.minify import without_notes
from .publishing.site.offline_bundle import STICK, stick

PACKAGE = Path(__file__).parent
THEME = PACKAGE / "theme"
"""The frame, styles and scripts of the site; a file of the same name in the site's ``overrides/`` replaces one."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what can be set stands in ``content/program/``."""


class MicroCredentialsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Checks the content, stops on errors before the old site is touched, and adds every page and data file."""

    def __init__(self) -> None:
        self.preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Begin a preview when asked to serve; MkDocs keeps the plugin alive over its rebuilds."""
        self.preview = Preview() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check everything and build it in memory; nothing of the old site is gone yet if this fails."""
        edit = find_edit_url(config.repo_url, config.edit_uri)
        project = Project(Path(config.docs_dir), config.site_url or "", edit)
        try:
            self.site = (self.preview.publish if self.preview else publish)(project, date.today())
        except ProjectError as error:
            raise PluginError(f"Nothing was built. {error}") from error
        except ContentError as error:
            sys.stderr.write(str(error))
            raise PluginError("Nothing was built, because the content has errors (above).") from error
        self.pages = self.site.pages
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch(self.site.newest)))
        config.extra["catalog"] = self.site.frame
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the build in place of the content folder: specs and program files are never published as files."""
        for file in [file for file in files if _unwanted(file, config)]:
            files.remove(file)
        for output in self.site.outputs:
            content: str | bytes = "" if isinstance(output, Page) else output.content
            files.append(File.generated(config, output.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        own = [f for f in files if f.src_dir in _own(config) and f.src_uri.endswith((".js", ".css"))]
        for file in own:
            file.content_string = without_notes(file.content_string)
        scripts = {file.src_uri: file.content_string for file in own if file.src_uri.endswith(".js")}
        data = ((each.path, each.content) for each in self.site.outputs if isinstance(each, DataFile))
        files.append(File.generated(config, STICK, content=stick(scripts, data)))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Attach pages outside the navigation to the page above them: breadcrumbs and the active tab follow."""
        for path, page in self.pages.items():
            file, parent = files.get_file_from_path(path), files.get_file_from_path(page.parent)
            if file and file.page and file.page.parent is None and parent and parent.page:
                file.page.parent = parent.page  # type: ignore[assignment]  # Material's blog attaches pages like this
        return nav

    def on_pre_page(self, page: HostPage, *, config: MkDocsConfig, files: Files) -> HostPage:  # noqa: ARG002
        """Give the host its HTML ready made, so that Python-Markdown never sees an author's text."""
        made = self.pages[page.file.src_uri]
        page.read_source = lambda config: _read(page, made)  # type: ignore[method-assign]  # noqa: ARG005
        page.render = lambda config, files: _render(page, made)  # type: ignore[method-assign]  # noqa: ARG005
        page.update_date = (made.updated or self.site.newest).isoformat()
        return page

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Write the page's content policy; a preview has none, because MkDocs adds a script that reloads the page."""
        return output if self.preview else policed(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Write the content policy of the error page."""
        return policed(output) if template_name.endswith(".html") else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Say what was checked and published, or in a preview what was found."""
        sys.stdout.write(self.site.said)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild the preview when a template changes, too."""
        for folder in (PACKAGE / "templates", THEME, *config.theme.dirs[:1]):
            server.watch(str(folder))
        return server


def _unwanted(file: File, config: MkDocsConfig) -> bool:
    """Say whether *file* is content, or an asset of the theme that our own frame makes no use of."""
    return file.src_dir == config.docs_dir or (file.src_dir not in _own(config) and file.src_uri.startswith("assets/"))


def _own(config: MkDocsConfig) -> tuple[str | None, ...]:
    """Return the folders of our own theme: what a state changes, and what it does not."""
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
