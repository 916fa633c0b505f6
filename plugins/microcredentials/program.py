"""What a state edits once: program, vocabularies, frameworks, bibliography, quality settings, crosswalks."""

from datetime import date
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from .fields import Contact, Day, Language, Many, Model, Slug, Term, Text, Url
from .policy import Assessment, Integrity, Privacy, Submission, Supports
from .problem import Severity
from .record import Waiver


class State(Model):
    """The state that runs the program, with its postal code (the sample's is no real one)."""

    name: Text
    code: Text


class Terms(Model):
    """The words this program uses throughout."""

    earner: Text = "educator"


class Issuer(Model):
    """Who awards the credential."""

    id: Slug
    name: Text
    url: Url
    contact: Contact
    description: Text


class ProgramFile(Model):
    """``program.yml``."""

    name: Text
    tagline: Text = ""
    state: State
    illustrative: bool = False
    notice: Text | None = None
    language: Language
    license: Annotated[str, Term("licenses")]
    terms: Terms = Terms()
    issuer: Slug
    issuers: Many[Issuer]
    submission: Submission
    assessment: Assessment = Assessment()
    supports: Supports = Supports()
    integrity: Integrity = Integrity()
    privacy: Privacy = Privacy()


class VocabularyTerm(Model):
    """An allowed value: its id in specs, addresses and exports, and the label people read.

    The flags are described in ``vocabulary.yml`` beside the lists that use them.
    """

    id: Text
    label: Text
    url: Url | None = None
    length_unit: Text | None = None
    stands_for_all: bool = False
    practice: bool = False
    is_recording: bool = False
    timed: bool = False
    synthesis: bool = False
    needs_amount: bool = False
    needs_authority: bool = False
    seat_time: bool = False


class Vocabulary(Model):
    """``vocabulary.yml``: every list of allowed values; the last fifteen have a meaning to the checker."""

    subjects: Many[VocabularyTerm]
    grade_bands: Many[VocabularyTerm]
    educator_roles: Many[VocabularyTerm]
    levels: Many[VocabularyTerm]
    artifact_types: Many[VocabularyTerm]
    formats: Many[VocabularyTerm]
    length_units: Many[VocabularyTerm]
    resource_types: Many[VocabularyTerm]
    resource_access: Many[VocabularyTerm]
    reference_kinds: Many[VocabularyTerm]
    currency_types: Many[VocabularyTerm]
    currency_units: Many[VocabularyTerm]
    jurisdictions: Many[VocabularyTerm]
    payers: Many[VocabularyTerm]
    windows: Many[VocabularyTerm]
    person_roles: Many[VocabularyTerm]
    licenses: Many[VocabularyTerm]
    acronyms: Many[VocabularyTerm] = ()
    statuses: Many[VocabularyTerm]
    member_roles: Many[VocabularyTerm]
    perspectives: Many[VocabularyTerm]
    collaboration: Many[VocabularyTerm]
    decision_rules: Many[VocabularyTerm]
    verdicts: Many[VocabularyTerm]
    blinding: Many[VocabularyTerm]
    statistics: Many[VocabularyTerm]
    anchor_access: Many[VocabularyTerm]
    feedback: Many[VocabularyTerm]
    coaching: Many[VocabularyTerm]
    portability_statuses: Many[VocabularyTerm]
    captions: Many[VocabularyTerm]
    evidence_tiers: Many[VocabularyTerm]

    def terms(self, name: str) -> tuple[VocabularyTerm, ...]:
        """Return the list *name*; an unknown name gives an empty one."""
        return getattr(self, name, ()) if name in type(self).model_fields else ()

    def term(self, name: str, id: str | None) -> VocabularyTerm | None:  # noqa: A002  the field's own word
        """Return the entry *id* of the list *name*, if there is one."""
        return next((term for term in self.terms(name) if term.id == id), None)


class FrameworkItem(Model):
    """One standard: its code, its short name, and its own address where it has one."""

    code: Text
    name: Text
    url: Url | None = None


class Framework(Model):
    """``frameworks/<id>.yml``: a published framework that specs align to."""

    title: Text
    publisher: Text
    version: Text | None = None
    url: Url
    checked: Day
    items: Many[FrameworkItem]


class Verified(Model):
    """When and how a reference was looked up."""

    date: Day
    how: Text


class ReferenceNotes(Model):
    """What CSL has no field for, under ``custom``."""

    verified: Verified | None = None
    kind: Annotated[str, Term("reference_kinds")] | None = None
    evidence_tier: Annotated[str, Term("evidence_tiers")] | None = None
    open_access: bool | None = None
    seminal: bool = False
    authors_complete: bool = True


class ReferenceEntry(Model):
    """An entry of the bibliography: CSL's own fields as Zotero or Pandoc write them, and ``custom``."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    id: Text
    type: Text
    title: str = Field(default="", max_length=1000)
    custom: ReferenceNotes = ReferenceNotes()

    @property
    def year(self) -> int | None:
        """The year of publication, where one is given."""
        parts = (self.__pydantic_extra__ or {}).get("issued", {}).get("date-parts")
        return int(parts[0][0]) if parts else None

    @property
    def csl(self) -> dict[str, Any]:
        """The entry as CSL data."""
        return {**(self.__pydantic_extra__ or {}), "id": self.id, "type": self.type, "title": self.title,
                "custom": {"authors_complete": self.custom.authors_complete}}  # fmt: skip


class WordPair(Model):
    """Words to avoid and words to prefer."""

    avoid: Text
    prefer: Text


class WordList(Model):
    """A change to a word list that a rule brings, or a list in place of it."""

    enabled: bool = True
    add: Many[Text] = ()
    remove: Many[Text] = ()
    words: Many[Text] | None = None
    pairs: Many[WordPair] | None = None


class ProgramWaiver(Waiver):
    """A waiver for the whole program, or for the specs it names."""

    specs: Many[Slug] = ()


class Quality(Model):
    """``quality.yml``: what this state changes in the quality standards."""

    severities: dict[str, dict[Annotated[str, Term("statuses")], Severity | str]] = {}
    settings: dict[str, dict[str, Any]] = {}
    word_lists: dict[str, WordList] = {}
    waivers: Many[ProgramWaiver] = ()


class Area(Model):
    """A part of a published standard."""

    id: Slug
    title: Text


class AttestationAsked(Model):
    """What only a person can answer, and who may answer it."""

    question: Text
    roles: Many[Annotated[str, Term("person_roles")]]


class Clause(Model):
    """One clause of a published standard, our rules for it, and the judgement it needs."""

    id: Slug
    area: Slug
    text: Text
    official: Text | None = None
    rules: Many[Text] = ()
    attestation: AttestationAsked | None = None


class Crosswalk(Model):
    """``standards/<id>.yml``: a published quality standard mapped to our rules."""

    title: Text
    publisher: Text
    publication: Text | None = None
    year: int | None = None
    url: Url | None = None
    reading: str
    note: Text | None = None
    areas: Many[Area] = ()
    clauses: Many[Clause] = ()


class Program(Model):
    """All program files together. A part that is None could not be read; its findings say why."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    file: ProgramFile | None = None
    vocabulary: Vocabulary | None = None
    frameworks: dict[str, Framework] | None = None
    references: dict[str, ReferenceEntry] | None = None
    quality: Quality | None = None
    crosswalks: dict[str, Crosswalk] | None = None

    def label(self, vocabulary: str, id: str | None) -> str:  # noqa: A002
        """Return what people read for *id*; the id itself where no label is known."""
        term = self.vocabulary.term(vocabulary, id) if self.vocabulary else None
        return term.label if term else (id or "")

    def newest_reference(self) -> date | None:
        """Return the latest day on which a reference was verified."""
        days = [r.custom.verified.date for r in (self.references or {}).values() if r.custom.verified]
        return max(days, default=None)
