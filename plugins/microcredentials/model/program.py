"""The files that a state edits once for all specs: ``program.yml``, the frameworks, and all of them together."""

from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import ConfigDict

from ._planning import Planning
from .bibliography import ReferenceEntry
from .fields import Contact, Day, Language, Many, Model, Slug, Term, Text, Uid, Url, one_of, pattern_check
from .policy import Assessment, Integrity, Privacy, Submission, Supports
from .quality import Clause, Crosswalk, Quality
from .vocabulary import Vocabulary, VocabularyTerm


class State(Model):
    """The state that runs the program, with its postal code."""

    name: Text
    code: Text


class ProgramTerms(Model):
    """The words that this program uses on every page."""

    earner: Text = "educator"


class Issuer(Model):
    """Who awards the credential.

    ``organization_type`` and ``sector`` are concepts of CTDL, the vocabulary of the Credential Registry
    (https://credreg.net/ctdl/terms/OrganizationType and AgentSector).
    """

    id: Slug
    uid: Uid | None = None
    name: Text
    url: Url
    contact: Contact
    description: Text
    organization_type: Annotated[
        str,
        one_of("Government", "Regulator", "CertificationBody", "Postsecondary", "FourYear", "TwoYear",
               "ProfessionalAssociation", "TrainingProvider", "Collaborative", "QualityAssurance", "LaborUnion"),
    ] = "Government"  # fmt: skip
    sector: Annotated[str, one_of("Public", "PrivateNonProfit", "PrivateForProfit")] = "Public"


HexColor = Annotated[
    str, pattern_check("#[0-9a-f]{6}", "a color", "Write # and six hexadecimal digits, as in #0c3b47.")
]


class Badge(Model):
    """The colors of the badges; ``text`` and ``accent`` are drawn on ``color``."""

    color: HexColor = "#0c3b47"
    accent: HexColor = "#f2b134"
    text: HexColor = "#ffffff"


class ProgramFile(Model):
    """``program.yml``."""

    name: Text
    tagline: Text = ""
    state: State
    illustrative: bool = False
    notice: Text | None = None
    language: Language
    license: Annotated[str, Term("licenses")]
    terms: ProgramTerms = ProgramTerms()
    issuer: Slug
    issuers: Many[Issuer]
    badge: Badge = Badge()
    presets: Many[Text] = ()
    planning: Planning = Planning()
    submission: Submission
    assessment: Assessment = Assessment()
    supports: Supports = Supports()
    integrity: Integrity = Integrity()
    privacy: Privacy = Privacy()


class FrameworkItem(Model):
    """One standard: its code, its short name, and its own address if it has one."""

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


PROGRAM_PARTS = {
    "file": "program.yml", "vocabulary": "vocabulary.yml", "quality": "quality.yml",
    "frameworks": "frameworks", "references": "references", "crosswalks": "standards",
}  # fmt: skip
"""The parts of a program, each with its file or folder."""


class Program(Model):
    """All program files together. A part is None if it could not be read; its findings say why."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    file: ProgramFile | None = None
    vocabulary: Vocabulary | None = None
    frameworks: dict[str, Framework] | None = None
    references: dict[str, ReferenceEntry] | None = None
    quality: Quality | None = None
    crosswalks: dict[str, Crosswalk] | None = None

    @cached_property
    def clauses(self) -> dict[str, tuple[Crosswalk, Clause]]:
        """The clauses of all standards with their crosswalks, by the names in attestations: ``file/clause``."""
        walks = (self.crosswalks or {}).items()
        return {f"{file}/{clause.id}": (walk, clause) for file, walk in walks for clause in walk.clauses}

    def terms(self, vocabulary: str) -> tuple[VocabularyTerm, ...]:
        """Return the terms of the list *vocabulary*, or none if the lists could not be read."""
        return self.vocabulary.terms(vocabulary) if self.vocabulary else ()

    def term(self, vocabulary: str, id: str | None) -> VocabularyTerm | None:
        """Return the term *id* of the list *vocabulary*, if it exists."""
        return self.vocabulary.term(vocabulary, id) if self.vocabulary else None

    def label(self, vocabulary: str, id: str | None) -> str:
        """Return the label of the term *id*, or the id itself if it has no label."""
        term = self.term(vocabulary, id)
        return term.label if term else (id or "")

    def newest_reference(self) -> date | None:
        """Return the latest day on which a reference was verified, if any was."""
        days = [r.custom.verified.date for r in (self.references or {}).values() if r.custom.verified]
        return max(days, default=None)
