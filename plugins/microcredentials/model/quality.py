"""What a state says about quality: its changes to our rules, and its reading of published standards."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from ..reading.phrases import phrase_key
from .fields import Many, Model, Slug, Term, Text, Url
from .record import Waiver

SeverityOrNone = Literal["error", "warning", "info", "none"]
"""A severity, or ``none`` where a rule is not to be checked."""


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

    def apply_to(self, own: Mapping[str, str]) -> dict[str, str]:
        """Return the phrases that hold, each with what to write instead, where a rule brings its *own*."""
        base, gone = self.base_phrases(own), {phrase_key(phrase) for phrase in self.remove}
        return {p: base.get(p, "") for p in (*base, *self.add) if phrase_key(p) not in gone} if self.enabled else {}

    def base_phrases(self, own: Mapping[str, str]) -> Mapping[str, str]:
        """Return the list that is added to and removed from: the state's where it gives one, else the rule's *own*."""
        if self.words is None and self.pairs is None:
            return own
        return {**dict.fromkeys(self.words or (), ""), **{pair.avoid: pair.prefer for pair in self.pairs or ()}}


class ProgramWaiver(Waiver):
    """A waiver for the whole program, or for the specs it names."""

    specs: Many[Slug] = ()


class Quality(Model):
    """``quality.yml``: what this state changes in the quality standards."""

    severities: dict[str, dict[Annotated[str, Term("statuses")], SeverityOrNone]] = Field(default_factory=dict)
    settings: dict[str, dict[str, Any]] = Field(default_factory=dict)
    word_lists: dict[str, WordList] = Field(default_factory=dict)
    waivers: Many[ProgramWaiver] = ()


class Area(Model):
    """A part of a published standard."""

    id: Slug
    title: Text


class AttestationQuestion(Model):
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
    attestation: AttestationQuestion | None = None


class Crosswalk(Model):
    """``standards/<id>.yml``: a published quality standard mapped to our rules."""

    title: Text
    publisher: Text
    publication: Text | None = None
    year: int | None = None
    url: Url | None = None
    reading: Literal["ours", "official"]
    note: Text | None = None
    areas: Many[Area] = ()
    clauses: Many[Clause] = ()

    @property
    def asks_people(self) -> bool:
        """Whether it asks people; a state that works with a published standard lets it ask."""
        return any(clause.attestation for clause in self.clauses)

    @property
    def ordered_clauses(self) -> tuple[Clause, ...]:
        """The clauses in the order of their areas."""
        order = {area.id: n for n, area in enumerate(self.areas)}
        return tuple(sorted(self.clauses, key=lambda clause: order.get(clause.area, len(order))))

    def area_title(self, id: str) -> str:
        """Return the title of the area *id*; the id itself where the file names no such area."""
        return next((area.title for area in self.areas if area.id == id), id)
