"""The state's lists of allowed values (``vocabulary.yml``)."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from .badge_marks import COLORS, GLYPHS
from .fields import Many, Model, TermId, Text, Url, one_of


class VocabularyTerm(Model):
    """An allowed value: its id in specs, addresses and exports, and the label that people read.

    ``meaning`` explains the label in a sentence. ``words`` are other words that readers type for it. ``glyph`` and
    ``color`` mark the badges of a subject. The flags are described in ``vocabulary.yml`` beside the lists that use
    them.
    """

    id: TermId
    label: Text
    meaning: Text | None = None
    words: Many[Text] = ()
    glyph: Annotated[str, one_of(*GLYPHS)] | None = None
    color: Annotated[str, one_of(*COLORS)] | None = None
    url: Url | None = None
    length_unit: Text | None = None
    stands_for_all: bool = False
    school_is_out: bool = False
    practice: bool = False
    is_recording: bool = False
    timed: bool = False
    synthesis: bool = False
    needs_amount: bool = False
    needs_authority: bool = False
    seat_time: bool = False


class Vocabulary(Model):
    """``vocabulary.yml``: every list of allowed values. Rules depend on some ids in the lists after ``synonyms``."""

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
    synonyms: Many[Many[Text]] = ()
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
    requirements: Many[VocabularyTerm] = ()
    costs: Many[VocabularyTerm] = ()
    captions: Many[VocabularyTerm]
    evidence_tiers: Many[VocabularyTerm]

    def terms(self, name: str) -> tuple[VocabularyTerm, ...]:
        """Return the terms of the list *name*, or none if there is no such list."""
        return self._terms.get(name, ())

    @classmethod
    def lists(cls) -> tuple[str, ...]:
        """Return the names of all lists of allowed values. The synonyms, which help readers to search, are not one."""
        return tuple(name for name in cls.model_fields if name != "synonyms")

    def term(self, name: str, id: str | None) -> VocabularyTerm | None:
        """Return the term *id* of the list *name*, if there is one."""
        return self._by_id.get(name, {}).get(id or "")

    @cached_property
    def _terms(self) -> Mapping[str, tuple[VocabularyTerm, ...]]:
        return {name: getattr(self, name) for name in self.lists()}

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, VocabularyTerm]]:
        """The terms of each list by id; of two with the same id, the first."""
        return {name: {term.id: term for term in reversed(terms)} for name, terms in self._terms.items()}
