"""The page of one micro-credential."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.evidence import Research, Rubric
from ...model.program import Framework, FrameworkItem
from ...model.sections import CREDENTIAL_LAYERS
from ...model.spec import MicroCredential, Stack, StackMembership
from ...reading.problem import Pointer
from .._selection import address, find_specs
from ..citations.apa import Reference, entries as apa_entries
from ..output import Page
from ..search.card import describe_cost, describe_grades
from ._notes import CURRENCY, HISTORY, expand
from ._passing_rule import PassingRule, passing_rule
from ._spec_page import SpecView, spec_page
from ._start import Start, start_of
from ._steps import Step, steps_of
from .kept_versions import FormerVersion
from .render import Renderer

PLACES = (
    "title", "status", "version", "competency", "effort.hours", "effort.weeks", "effort", "cost", "educator_roles",
    "grade_bands", "subjects", "level", "requires_students", "requires_video", "dates.last_reviewed", "submission",
    "summary", "tags", "key_method", "method_components.*", "method_components", "alignment", "prerequisites",
    "evidence.overview.*", "evidence.overview", "evidence.artifacts.*.description", "evidence.artifacts.*.type",
    "evidence.artifacts.*.quantity", "evidence.artifacts.*.formats", "evidence.artifacts.*.max_length",
    "evidence.artifacts.*.collaboration", "evidence.artifacts.*.involves_students", "evidence.artifacts.*",
    "evidence.artifacts", "evidence.reflection.*", "evidence",
    "rubric.levels", "rubric.passing_level", "rubric.criteria.*.evidence", "rubric.criteria.*.components",
    "rubric.criteria.*", "rubric.criteria", "rubric", "research", "resources.*", "resources",
    "assessment.assessors_per_submission", "assessment.approver", "assessment.assessor.qualifications",
    "assessment.assessor", "assessment.blinding", "assessment.blinding_reason", "assessment.adjudication",
    "assessment.calibration.anchors", "assessment.calibration", "assessment.turnaround_business_days",
    "assessment.feedback", "assessment.resubmission", "assessment", "supports.coaching", "supports.coaching_note",
    "supports.community", "supports", "integrity", "privacy.consent_required", "privacy.release_form",
    "privacy.remove_names", "privacy", "stacks", *CURRENCY, *HISTORY,
)  # fmt: skip
"""The places of ``credential.html`` for findings; the others come from ``_rubric_places`` and the works it cites."""


@dataclass(frozen=True)
class StackPlace:
    """A stack that the credential belongs to, its membership there, and all members."""

    membership: StackMembership
    title: str
    address: str
    members: tuple[Entry[MicroCredential], ...]


@dataclass(frozen=True)
class Cited:
    """A reference in APA form with what this credential takes from it; ``number`` counts its research from 0."""

    number: int
    reference: Reference
    research: Research
    supports: tuple[str, ...]


@dataclass(frozen=True)
class AlignedItem:
    """A standard that the competency is aligned with, and its framework."""

    framework: Framework
    item: FrameworkItem


@dataclass(frozen=True)
class CredentialView:
    """The values that the template shows besides the spec's own fields."""

    stacks: tuple[StackPlace, ...]
    cited: tuple[Cited, ...]
    aligned: tuple[AlignedItem, ...]
    prerequisites: tuple[Entry[MicroCredential], ...]
    component_titles: dict[str, str]
    evidence_names: dict[str, str]
    steps: tuple[Step, ...]
    rule: PassingRule
    start: Start | None
    grades: str
    cost: str


def credential_page(
    entry: Entry[MicroCredential], renderer: Renderer, former: FormerVersion[MicroCredential] | None = None
) -> Page:
    """Return the page of *entry*; with *former*, the entry is that former version."""
    credential, view = entry.spec, _view(entry, renderer)
    page = SpecView(
        entry=entry,
        former=former,
        view=view,
        places=_places(credential, view),
        layers=CREDENTIAL_LAYERS,
        description=credential.summary or credential.competency,
        parent="catalog/index.md",
    )
    return spec_page(page, renderer)


def _places(credential: MicroCredential, view: CredentialView) -> Iterator[Pointer]:
    """Yield every place that the page of *credential* has for findings."""
    yield from expand(credential, PLACES)
    yield from _rubric_places(credential.rubric)
    yield from (("research", cited.number) for cited in view.cited)


def _rubric_places(rubric: Rubric) -> Iterator[Pointer]:
    """Yield a place for each cell of the rubric, and those on the decision if anything about it is stated."""
    for criterion, level in product(range(len(rubric.criteria)), rubric.levels):
        yield "rubric", "criteria", criterion, "descriptors", level
    if rubric.decision_rule or rubric.overview_passing or rubric.reflection_passing:
        yield from (("rubric", name) for name in ("decision_rule", "points", "overview_passing", "reflection_passing"))


def _view(entry: Entry[MicroCredential], renderer: Renderer) -> CredentialView:
    credential, catalog = entry.spec, renderer.catalog
    components = {component.id: component.title for component in credential.method_components}
    return CredentialView(
        stacks=tuple(_stacks(credential, catalog)),
        cited=tuple(_cited(credential, catalog, components)),
        aligned=tuple(_aligned(credential, catalog)),
        prerequisites=find_specs(catalog, MicroCredential, credential.prerequisites),
        component_titles=components,
        evidence_names=evidence_names(credential),
        steps=steps_of(credential),
        rule=passing_rule(credential.rubric, catalog.program.label),
        start=start_of(entry, f"{renderer.site.site_url}{address(entry).lstrip('/')}"),
        grades=describe_grades(credential.grade_bands, catalog),
        cost=describe_cost(credential.cost, catalog.program.label) if credential.cost else "",
    )


def _stacks(credential: MicroCredential, catalog: Catalog) -> Iterator[StackPlace]:
    for membership in credential.stacks:
        for stack in find_specs(catalog, Stack, [membership.stack]):
            members = catalog.earnable_members(stack.slug)
            yield StackPlace(membership, stack.spec.title, address(stack), tuple(members))


def _cited(credential: MicroCredential, catalog: Catalog, components: dict[str, str]) -> Iterator[Cited]:
    known = catalog.program.references or {}
    research = {each.reference: each for each in credential.research}
    for reference in apa_entries([known[key].csl for key in research if key in known]):
        supports = tuple(components[each] for each in research[reference.key].supports if each in components)
        own = research[reference.key]
        yield Cited(credential.research.index(own), reference, own, supports)


def _aligned(credential: MicroCredential, catalog: Catalog) -> Iterator[AlignedItem]:
    frameworks = catalog.program.frameworks or {}
    for alignment in credential.alignment:
        framework = frameworks.get(alignment.framework)
        for item in framework.items if framework else ():
            if framework and item.code == alignment.code:
                yield AlignedItem(framework, item)


def evidence_names(credential: MicroCredential) -> dict[str, str]:
    """Return the names of the evidence by id: an artifact's own name, or the part and number of a question."""
    evidence = credential.evidence
    names = {artifact.id: artifact.name for artifact in evidence.artifacts}
    for part, prompts in (("Overview", evidence.overview), ("Reflection", evidence.reflection)):
        names |= {prompt.id: f"{part}, question {n}" for n, prompt in enumerate(prompts, 1)}
    return names
