"""From a content folder to a site in memory, or to the errors that keep it from being published."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

from ..catalog.catalog import Catalog
from ..catalog.folder import list_files, path_for_messages
from ..catalog.loading import load
from ..catalog.project import Project
from ..checking.finding import Finding
from ..checking.options import Options
from ..checking.report import Report
from ..checking.run import check_catalog
from ..model.wording import plural
from ..reading.problem import Severity
from ..reports.rendering import find_renderer
from ..reports.safe import plain
from ..rules.registry import find_checks
from ._build import build
from ._exporting import ExportError
from .output import OutputFile, Page
from .site.frame import frame_values
from .site.proposal_links import proposal_links
from .site.site_info import SiteInfo

_STATUSES = {"published": "published", "pilot": "in pilot", "retired": "retired", "draft": "in draft and kept back"}


class ContentError(Exception):
    """The content may not be published; the message is a report of the errors."""


@dataclass(frozen=True)
class Site:
    """Everything that a host needs.

    ``frame`` has the values that the theme shows around every page, ``newest_day`` is the day of the newest content,
    and ``message`` tells the operator what was checked and published. ``good_pages`` has, for a preview, the body of
    each page by its path, from the last time that its spec could be read.
    """

    outputs: tuple[OutputFile, ...]
    frame: dict[str, object]
    newest_day: date
    message: str
    good_pages: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by their path."""
        return {output.path: output for output in self.outputs if isinstance(output, Page)}

    @property
    def source_date_epoch(self) -> int:
        """The newest day in seconds since 1970, as SOURCE_DATE_EPOCH counts: builds are dated by their content."""
        return int(datetime.combine(self.newest_day, time(), UTC).timestamp())


def publish(project: Project, today: date) -> Site:
    """Read, check and build the site.

    The content is checked as of its own newest day, so that no page depends on the day of the build.

    Raises:
        ContentError: something that would be published has errors, or contradicts itself as data; or a template is a
            link or a special file.
        ProjectError: the site has no complete address.
    """
    project.require_site_url()
    require_plain_files(*project.templates)
    catalog = load(project.content)
    report = check_catalog(catalog, find_checks(), Options(min(today, catalog.newest_day)))
    _stop_at(blocking_errors(catalog, report), report)
    site = _site(catalog, report, _site_info(project, catalog))
    return replace(site, message=_summary(catalog, len(site.pages)))


def require_plain_files(*folders: Path) -> None:
    """Check that *folders* have no links and special files, even hidden ones, before a host or a template walks them.

    Raises:
        ContentError: there is a link, a special file, or a file that cannot be opened.
    """
    found = [(folder / file.path, file.problem) for folder in folders for file in list_files(folder) if file.problem]
    lines = [f"{plain(path_for_messages(path).as_posix())}: {why.message} {why.advice}\n" for path, why in found]
    if lines:
        raise ContentError("".join(lines))


def preview(project: Project, today: date, last: Site | None = None) -> Site:
    """Read, check and build the site with drafts and findings, and take from *last* what cannot be built now.

    A spec that cannot be read shows its findings above its last good page. If nothing can be built at all (a broken
    program file or template), the last site is returned, with a notice in its frame.

    Raises:
        ContentError: nothing can be built, and there is no last site.
    """
    try:
        return _with_good_pages(_preview(project, today), last.good_pages if last else {})
    except Exception as error:  # nothing that breaks while someone is typing may stop the preview
        if last is None:
            raise
        message = str(error) if isinstance(error, ContentError) else f"{type(error).__name__}: {error}\n"
        return replace(last, message=message, frame={**last.frame, "trouble": message.splitlines()})


def _preview(project: Project, today: date) -> Site:
    require_plain_files(*project.templates)
    catalog = load(project.content)
    report = check_catalog(catalog, find_checks(), Options(today))
    _stop_at([finding for finding in blocking_errors(catalog, report) if not finding.spec], report)
    site = _site(catalog, report, replace(_site_info(project, catalog), preview=True))
    return replace(site, message=find_renderer("concise")(report))


def blocking_errors(catalog: Catalog, report: Report) -> tuple[Finding, ...]:
    """Return the errors that stop a build: all except those in drafts, as long as a draft can be read."""
    drafts = {entry.slug for entry in catalog.entries if entry.node and entry.node.status == "draft"}
    errors = (finding for finding in report.open if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if finding.spec not in drafts)


def _stop_at(errors: Iterable[Finding], report: Report) -> None:
    """Raise ContentError with a report of *errors*, if there are any."""
    if findings := tuple(errors):
        raise ContentError(find_renderer("text")(replace(report, findings=findings)))


def _site_info(project: Project, catalog: Catalog) -> SiteInfo:
    template = catalog.templates.get("credentials")
    return SiteInfo(
        newest_day=catalog.newest_day,
        site_url=project.site_url,
        edit=project.edit_url,
        templates=project.templates,
        proposal=proposal_links(project.edit_url, template.text.value if template else ""),
    )


def _site(catalog: Catalog, report: Report, site: SiteInfo) -> Site:
    try:
        outputs = tuple(build(catalog, report, find_checks(), site))
    except ExportError as error:
        raise ContentError(str(error)) from error
    return Site(outputs, frame_values(catalog, site), site.newest_day, "")


def _with_good_pages(site: Site, good: Mapping[str, str]) -> Site:
    """Return *site* with the page in *good* below the findings of each spec that cannot be read."""
    kept = {**good, **{page.path: page.html for page in site.pages.values() if page.kind != "broken"}}
    return replace(site, outputs=tuple(_restored(site.outputs, kept)), good_pages=kept)


def _restored(outputs: Iterable[OutputFile], good: Mapping[str, str]) -> Iterator[OutputFile]:
    for output in outputs:
        if isinstance(output, Page) and output.kind == "broken":
            yield replace(output, html=output.html + good.get(output.path, ""))
        else:
            yield output


def _summary(catalog: Catalog, pages: int) -> str:
    """Return in a few lines what was checked and what was published."""
    counts = Counter(entry.node.status for entry in catalog.entries if entry.node)
    by_status = [f"{counts[status]} {words}" for status, words in _STATUSES.items() if counts[status]]
    lines = [f"{plural(len(catalog.entries), 'spec')} checked{': ' if by_status else ''}{', '.join(by_status)}.",
             f"{plural(pages, 'page')} published."]  # fmt: skip
    if not catalog.entries:
        lines.append("There are no micro-credentials yet. Start one with: microcredentials new credential")
    return "\n".join(lines) + "\n"
