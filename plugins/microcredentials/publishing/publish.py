"""From a content folder to a site ready to be laid down, or to the reasons why there is none."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from ..catalog.catalog import Catalog
from ..catalog.layout import TEMPLATE
from ..catalog.loading import load
from ..catalog.project import Project
from ..checking.finding import Finding
from ..checking.report import Report
from ..checking.run import Options, check
from ..model.wording import plural
from ..reading.problem import Severity
from ..reports.rendering import renderer
from ..rules.registry import all_checks
from ._exporting import ExportError
from .build import build
from .output import OutputFile, Page
from .site.frame import frame
from .site.proposal_links import proposing
from .site.render import Facts


def epoch(day: date) -> int:
    """Return *day* in seconds since 1970, as SOURCE_DATE_EPOCH counts: builds are dated by their content."""
    return int(datetime.combine(day, time(), UTC).timestamp())


def summary(catalog: Catalog, pages: int) -> str:
    """Return in a few lines what was checked and what was published."""
    counts = Counter(entry.node.status for entry in catalog.entries if entry.node)
    said = [f"{counts[status]} {words}" for status, words in _STATUS_WORDS.items() if counts[status]]
    lines = [f"{plural(len(catalog.entries), 'spec')} checked{': ' if said else ''}{', '.join(said)}.",
             f"{plural(pages, 'page')} published."]  # fmt: skip
    if not catalog.entries:
        lines.append("There is no micro-credential yet. Begin one with: microcredentials new credential")
    return "\n".join(lines) + "\n"


_STATUS_WORDS = {
    "published": "published", "pilot": "in pilot", "retired": "retired", "draft": "in draft and kept back",
}  # fmt: skip


def blocks_publication(catalog: Catalog, report: Report) -> tuple[Finding, ...]:
    """Return the errors that stop a build: a draft's quality is nobody's obstacle, as long as it can be read."""
    drafts = {entry.slug for entry in catalog.entries if entry.node and entry.node.status == "draft"}
    errors = (finding for finding in report.open if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if finding.spec not in drafts or not finding.rule.waivable)


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


def publish(project: Project, today: date, preview: bool = False) -> Site:
    """Read, check and build; a preview shows drafts and a spec's errors instead of stopping at them.

    What is published is judged by the day the content is from, so that no page depends on the day it is built.

    Raises:
        ContentError: something that would be published has errors, or contradicts itself as data.
        ProjectError: the site has no whole address.
    """
    if not preview:
        project.require_site_url()
    catalog = load(project.content)
    report = check(catalog, all_checks(), Options(today if preview else min(today, catalog.newest_day)))
    blocking = tuple(found for found in blocks_publication(catalog, report) if not (preview and found.spec))
    if blocking:
        raise ContentError(renderer("text")(replace(report, findings=blocking)))
    facts = _facts(project, preview)
    try:
        outputs = tuple(build(catalog, report, all_checks(), facts))
    except ExportError as error:
        raise ContentError(str(error)) from error
    pages = sum(isinstance(output, Page) for output in outputs)
    said = renderer("concise")(report) if preview else summary(catalog, pages)
    return Site(outputs, frame(catalog, facts), catalog.newest_day, said)


def _facts(project: Project, preview: bool) -> Facts:
    """Return what pages may know of the site."""
    template = project.content / "credentials" / TEMPLATE
    text = template.read_text("utf-8") if project.edit_url and template.is_file() else ""
    return Facts(project.site_url, project.edit_url, preview, project.templates, proposing(project.edit_url, text))


class Preview:
    """Publishes again and again while a writer edits, and never loses the last good page.

    A spec that cannot be read any more shows its findings above its last good page. Where nothing can be built at
    all (a broken program file or template), the last good site stays, with the trouble shown on every page.
    """

    def __init__(self) -> None:
        self._good: dict[str, str] = {}
        self._site: Site | None = None

    def publish(self, project: Project, today: date) -> Site:
        """Return the site as it is now, or the last good one with its trouble.

        Raises:
            ContentError: there is no good site yet.
        """
        try:
            self._site = self._remembering(publish(project, today, preview=True))
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
