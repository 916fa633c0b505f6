"""The page of one micro-credential."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...catalog.catalog import Catalog, Entry
from ...model.evidence import Research
from ...model.program import Framework, FrameworkItem
from ...model.sections import CREDENTIAL_SECTIONS as SECTIONS
from ...model.spec import MicroCredential, StackMembership
from .._selection import address, pick, shown
from ..citations.apa import Reference, entries as apa_entries
from ..output import ContentsItem, Page
from ._attested import Attested, attested
from .kept_versions import SINCE, Past, kept_addresses
from .render import Renderer


@dataclass(frozen=True)
class StackPlace:
    """A stack that the credential belongs to, and its place there."""

    entry: Entry[MicroCredential]
    membership: StackMembership
    title: str
    address: str
    members: int


@dataclass(frozen=True)
class Cited:
    """A reference in APA form with what this credential takes from it."""

    reference: Reference
    research: Research
    supports: tuple[str, ...]


@dataclass(frozen=True)
class AlignedItem:
    """A standard that the competency serves, with the framework it stands in."""

    framework: Framework
    item: FrameworkItem


@dataclass(frozen=True)
class CredentialView:
    """What the template shows besides the spec's own fields."""

    stacks: tuple[StackPlace, ...]
    cited: tuple[Cited, ...]
    aligned: tuple[AlignedItem, ...]
    prerequisites: tuple[Entry[MicroCredential], ...]
    successor: Entry[MicroCredential] | None
    predecessors: tuple[Entry[MicroCredential], ...]
    attested: tuple[Attested, ...]
    component_titles: dict[str, str]
    evidence_names: dict[str, str]


def credential_page(
    entry: Entry[MicroCredential], catalog: Catalog, renderer: Renderer, past: Past[MicroCredential] | None = None
) -> Page:
    """Return the page of *entry*, which is a superseded version where *past* tells of one."""
    credential, path = entry.spec, past.path if past else f"credentials/{entry.slug}/index.md"
    sections = (SINCE, *SECTIONS) if past else SECTIONS
    html = renderer.body(
        "credential.html", path, spec="" if past else entry.slug, entry=entry, credential=credential,
        view=_view(entry, catalog, renderer), sections=sections, address=address, past=past,
        kept=kept_addresses(past.current if past else entry, catalog),
    )  # fmt: skip
    page = Page(
        path=path,
        title=credential.title,
        description=credential.summary or credential.competency,
        html=html,
        kind="credential",
        contents=tuple(ContentsItem(title, anchor) for anchor, title in sections if Markup(f'id="{anchor}"') in html),
        parent="catalog/index.md",
        source=entry.source.path.as_posix(),
        updated=max((change.date for change in credential.changelog), default=credential.dates.created),
    )
    return past.page(page) if past else page


def _view(entry: Entry[MicroCredential], catalog: Catalog, renderer: Renderer) -> CredentialView:
    credential = entry.spec
    components = {component.id: component.title for component in credential.method_components}
    preview = renderer.facts.preview
    return CredentialView(
        stacks=tuple(_stacks(entry, catalog, renderer)),
        cited=tuple(_cited(credential, catalog, components)),
        aligned=tuple(_aligned(credential, catalog)),
        prerequisites=pick(catalog, MicroCredential, credential.prerequisites, preview),
        successor=next(iter(pick(catalog, MicroCredential, [credential.replaced_by], preview)), None),
        predecessors=pick(catalog, MicroCredential, credential.replaces, preview),
        attested=attested(credential, catalog),
        component_titles=components,
        evidence_names=evidence_names(credential),
    )


def _stacks(entry: Entry[MicroCredential], catalog: Catalog, renderer: Renderer) -> Iterator[StackPlace]:
    stacks = {stack.slug: stack for stack in catalog.stacks if shown(stack, renderer.facts.preview)}
    for membership in entry.spec.stacks:
        if stack := stacks.get(membership.stack):
            members = catalog.earnable_members(stack.slug)
            yield StackPlace(entry, membership, stack.spec.title, address(stack), len(members))


def _cited(credential: MicroCredential, catalog: Catalog, components: dict[str, str]) -> Iterator[Cited]:
    known = catalog.program.references or {}
    research = {each.reference: each for each in credential.research}
    for reference in apa_entries([known[key].csl for key in research if key in known]):
        supports = tuple(components[each] for each in research[reference.key].supports if each in components)
        yield Cited(reference, research[reference.key], supports)


def _aligned(credential: MicroCredential, catalog: Catalog) -> Iterator[AlignedItem]:
    frameworks = catalog.program.frameworks or {}
    for alignment in credential.alignment:
        framework = frameworks.get(alignment.framework)
        for item in framework.items if framework else ():
            if framework and item.code == alignment.code:
                yield AlignedItem(framework, item)


def evidence_names(credential: MicroCredential) -> dict[str, str]:
    """Return what a rubric row calls each piece of evidence: its name, or its part and number."""
    evidence = credential.evidence
    names = {artifact.id: artifact.name for artifact in evidence.artifacts}
    for part, prompts in (("Overview", evidence.overview), ("Reflection", evidence.reflection)):
        names |= {prompt.id: f"{part}, question {n}" for n, prompt in enumerate(prompts, 1)}
    return names
