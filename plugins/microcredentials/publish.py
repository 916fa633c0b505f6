"""From a content folder to a site ready to be laid down, or to the reasons why there is none."""

from dataclasses import dataclass, replace
from datetime import date

from .build import blocks_publication, build, summary
from .exports import ExportError
from .files import load
from .folder import TEMPLATE
from .output import OutputFile, Page
from .proposing import proposing
from .reports import renderer
from .run import Options, check
from .settings import Settings
from .site.frame import frame
from .site.render import Facts
from .standards import all_checks


class ContentError(Exception):
    """The content may not be published; the message is the report of what stands in the way."""


@dataclass(frozen=True)
class Site:
    """Everything a host needs: the files, what the frame shows, the day it is dated by, and words for the operator."""

    outputs: tuple[OutputFile, ...]
    frame: dict[str, object]
    newest: date
    said: str

    @property
    def pages(self) -> dict[str, Page]:
        """The pages by their path."""
        return {output.path: output for output in self.outputs if isinstance(output, Page)}


def publish(settings: Settings, today: date, preview: bool = False) -> Site:
    """Read, check and build; a preview shows drafts and a spec's errors instead of stopping at them.

    What is published is judged by the day the content is from, so that no page depends on the day it is built.

    Raises:
        ContentError: something that would be published has errors, or contradicts itself as data.
        SettingsError: the site has no whole address.
    """
    if not preview:
        settings.checked()
    catalog = load(settings.content)
    report = check(catalog, all_checks(), Options(today if preview else min(today, catalog.newest_day)))
    blocking = tuple(found for found in blocks_publication(catalog, report) if not (preview and found.spec))
    if blocking:
        raise ContentError(renderer("text")(replace(report, findings=blocking)))
    facts = _facts(settings, preview)
    try:
        outputs = tuple(build(catalog, report, all_checks(), facts))
    except ExportError as error:
        raise ContentError(str(error)) from error
    pages = sum(isinstance(output, Page) for output in outputs)
    said = renderer("concise")(report) if preview else summary(catalog, pages)
    return Site(outputs, frame(catalog, facts), catalog.newest_day, said)


def _facts(settings: Settings, preview: bool) -> Facts:
    """Return what pages may know of the site."""
    template = settings.content / "credentials" / TEMPLATE
    text = template.read_text("utf-8") if settings.edit and template.is_file() else ""
    return Facts(settings.site_url, settings.edit, preview, settings.templates, proposing(settings.edit, text))


class Preview:
    """Publishes again and again while a writer edits, and never loses the last good page.

    A spec that cannot be read any more shows its findings above its last good page. Where nothing can be built at
    all (a broken program file or template), the last good site stays, with the trouble shown on every page.
    """

    def __init__(self) -> None:
        self._good: dict[str, str] = {}
        self._site: Site | None = None

    def publish(self, settings: Settings, today: date) -> Site:
        """Return the site as it is now, or the last good one with its trouble.

        Raises:
            ContentError: there is no good site yet.
        """
        try:
            self._site = self._remembering(publish(settings, today, preview=True))
        except Exception as trouble:  # whatever breaks while somebody is typing must not take the preview down
            if self._site is None:
                raise
            said = str(trouble) if isinstance(trouble, ContentError) else f"{type(trouble).__name__}: {trouble}\n"
            return replace(self._site, said=said, frame={**self._site.frame, "trouble": said.splitlines()})
        return self._site

    def _remembering(self, site: Site) -> Site:
        outputs = []
        for output in site.outputs:
            if isinstance(output, Page) and output.kind == "broken":
                output = replace(output, html=output.html + self._good.get(output.path, ""))
            elif isinstance(output, Page):
                self._good[output.path] = output.html
            outputs.append(output)
        return replace(site, outputs=tuple(outputs))
