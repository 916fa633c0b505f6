"""The common part of the pages of micro-credentials and of stacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ...catalog.entry import Entry
from ...model.sections import Layers, sections_of
from ...model.spec import Spec
from ...reading.problem import Pointer
from .._selection import address, find_specs
from ..output import ContentsItem, Page
from ._attestations import attested_clauses
from ._notes import NO_NOTES
from .kept_versions import SINCE, FormerVersion, kept_addresses
from .render import Renderer

S = TypeVar("S", bound=Spec)


@dataclass(frozen=True)
class SpecView(Generic[S]):
    """The page of a spec, or of its ``former`` version.

    ``view`` has what the template shows besides the spec's own fields, ``places`` are the fields beside which a preview
    shows findings, and ``parent`` is the path of the page above.
    """

    entry: Entry[S]
    former: FormerVersion[S] | None
    view: object
    places: Iterable[Pointer]
    layers: Layers
    description: str
    parent: str


def spec_page(page: SpecView[S], renderer: Renderer) -> Page:
    """Return *page*, rendered with the template that is named after the kind of the spec."""
    entry, spec, former = page.entry, page.entry.spec, page.former
    path = former.path if former else f"{entry.folder}/{entry.slug}/index.md"
    layers = (("This version", (SINCE,)), *page.layers) if former else page.layers
    html = _html(page, path, layers, renderer)
    made = Page(
        path=path,
        title=spec.title,
        description=page.description,
        html=html,
        kind=spec.kind,
        contents=tuple(
            ContentsItem(title, anchor) for anchor, title in sections_of(layers) if f' id="{anchor}"' in html
        ),
        parent=page.parent,
        source=entry.source.path.as_posix(),
        updated=max((change.date for change in spec.changelog), default=spec.dates.created),
    )
    return former.page(made) if former else made


def _html(page: SpecView[S], path: str, layers: Layers, renderer: Renderer) -> str:
    entry, spec, former, catalog = page.entry, page.entry.spec, page.former, renderer.catalog
    return renderer.body(
        f"{spec.kind}.html", path, NO_NOTES if former else renderer.notes(entry.slug, page.places),
        entry=entry, spec=spec, view=page.view, layers=layers, sections=sections_of(layers), address=address,
        former=former,
        kept=kept_addresses(former.current if former else entry, catalog), attestations=attested_clauses(spec, catalog),
        successor=next(iter(find_specs(catalog, type(spec), [spec.replaced_by])), None),
        predecessors=find_specs(catalog, type(spec), spec.replaces),
    )  # fmt: skip
