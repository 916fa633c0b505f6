"""The record of a spec: people, reviews, dates, recognition, pilot, waivers, attestations and changelog."""

from typing import Annotated

from .fields import Amount, Count, Day, Model, Share, Term, Text, Url, Version
from .policy import Link


class Person(Model):
    """A person by role and organization; two people are the same if all parts are equal."""

    role: Annotated[str, Term("person_roles")]
    organization: Text
    office: Text | None = None
    name: Text | None = None

    @property
    def identity(self) -> tuple[str | None, ...]:
        """The parts that identify a person."""
        return self.role, self.organization, self.office, self.name


class Review(Person):
    """One person's reading of the spec."""

    date: Day
    verdict: Annotated[str, Term("verdicts")]
    note: Text | None = None


class Dates(Model):
    """The days in the life of a spec."""

    created: Day | None = None
    published: Day | None = None
    last_reviewed: Day | None = None
    next_review: Day | None = None
    retired_on: Day | None = None
    retired_reason: Text | None = None


class Currency(Model):
    """One thing that the micro-credential counts for: its type, amount, place and authority."""

    type: Annotated[str, Term("currency_types")]
    amount: Amount | None = None
    unit: Annotated[str, Term("currency_units")] | None = None
    jurisdiction: Annotated[str, Term("jurisdictions")] | None = None
    authority: Link | None = None
    effective: Day | None = None
    expires: Day | None = None
    note: Text | None = None


class Portability(Model):
    """The decision of another jurisdiction on accepting the micro-credential."""

    jurisdiction: Annotated[str, Term("jurisdictions")]
    status: Annotated[str, Term("portability_statuses")]
    url: Url | None = None


class Pilot(Model):
    """The results of the pilot; ``pass_rate`` and ``agreement`` are from 0 to 1."""

    start: Day
    end: Day | None = None
    earners: Count | None = None
    submissions: Count | None = None
    pass_rate: Share | None = None
    double_scored: Count | None = None
    agreement: Share | None = None
    findings: Text | None = None
    changes: Text | None = None
    illustrative: bool = False


class Waiver(Model):
    """A permission not to meet a rule, with its reason, its approver and its last day."""

    rule: Text
    reason: Text
    approved_by: Person
    date: Day
    expires: Day


class Attestation(Model):
    """The judgment of a person on one clause, which is named ``file/clause``."""

    standard: Text
    by: Person
    date: Day
    note: Text


class ChangelogEntry(Model):
    """One line of the changelog of a spec."""

    version: Version
    date: Day
    change: Text
