"""The decisions of a state on quality: its changes to our rules, and its reading of published standards."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from ..reading.phrases import phrase_key
from .fields import Many, Model, Slug, Term, Text, Url
from .record import Waiver

SeverityOrNone = Literal["error", "warning", "info", "none"]
"""A severity, or ``none`` for a rule that is not checked."""


class WordPair(Model):
    """Words to avoid, and the words to use instead."""

    avoid: Text
    prefer: Text


class WordList(Model):
    """A change to the word list of a rule, or a list in its place."""

    enabled: bool = True
    add: Many[Text] = ()
    remove: Many[Text] = ()
    words: Many[Text] | None = None
    pairs: Many[WordPair] | None = None

    def apply_to(self, own: Mapping[str, str]) -> dict[str, str]:
        """Return the phrases to look for, each with what to write instead; *own* is the list of the rule."""
        base, gone = self.base_phrases(own), {phrase_key(phrase) for phrase in self.remove}
        return {p: base.get(p, "") for p in (*base, *self.add) if phrase_key(p) not in gone} if self.enabled else {}

    def base_phrases(self, own: Mapping[str, str]) -> Mapping[str, str]:
        """Return the list before additions and removals: that of the state if it has one, or else the rule's *own*."""
        if self.words is None and self.pairs is None:
            return own
        return {**dict.fromkeys(self.words or (), ""), **{pair.avoid: pair.prefer for pair in self.pairs or ()}}


class ProgramWaiver(Waiver):
    """A waiver for all specs, or for those that it names."""

    specs: Many[Slug] = ()


class Quality(Model):
    """``quality.yml``: the changes of this state to our rules."""

    severities: dict[str, dict[Annotated[str, Term("statuses")], SeverityOrNone]] = Field(default_factory=dict)
    settings: dict[str, dict[str, Any]] = Field(default_factory=dict)
    word_lists: dict[str, WordList] = Field(default_factory=dict)
    waivers: Many[ProgramWaiver] = ()


class Area(Model):
    """A part of a published standard."""

    id: Slug
    title: Text


class AttestationQuestion(Model):
    """A question that only a person can answer, and the roles that may answer it."""

    question: Text
    roles: Many[Annotated[str, Term("person_roles")]]


class Clause(Model):
    """One clause of a published standard, our rules for it, and the judgment that it needs."""

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
        """Whether any clause asks people for their judgment."""
        return any(clause.attestation for clause in self.clauses)

    @property
    def ordered_clauses(self) -> tuple[Clause, ...]:
        """The clauses in the order of their areas."""
        order = {area.id: n for n, area in enumerate(self.areas)}
        return tuple(sorted(self.clauses, key=lambda clause: order.get(clause.area, len(order))))

    def area_title(self, id: str) -> str:
        """Return the title of the area *id*, or the id itself if the file has no such area."""
        return next((area.title for area in self.areas if area.id == id), id)
