"""A spec as data: the micro-credential and the stack, in the terms of the field.

Only what every spec needs is required here. Whether something is missing *for its status* is a matter of the rules,
which give a reason and advice.
"""

from typing import Annotated, ClassVar

from .evidence import Component, Evidence, Research, Resource, Rubric
from .fields import (
    Amount,
    Between,
    Count,
    CurrencyCode,
    Duration,
    Language,
    Many,
    Model,
    Slug,
    Term,
    Text,
    Uid,
    Version,
)
from .policy import Assessment, Integrity, Privacy, Submission, Supports
from .record import Attestation, ChangelogEntry, Currency, Dates, Person, Pilot, Portability, Review, Waiver


class StackMembership(Model):
    """A place in a stack."""

    stack: Slug
    role: Annotated[str, Term("member_roles")]
    order: Count = 0


class Effort(Model):
    """The hours and weeks that an educator needs, and the best time of the year."""

    hours: Between | None = None
    weeks: Between | None = None
    best_window: Annotated[str, Term("windows")] | None = None


class Cost(Model):
    """The cost of earning the micro-credential, in ``currency``, and who pays."""

    amount: Amount
    currency: CurrencyCode = "USD"
    who_pays: Annotated[str, Term("payers")] | None = None
    note: Text | None = None


class Alignment(Model):
    """A standard that the competency serves, from a framework in ``program/frameworks/``."""

    framework: Slug
    code: Text


class Spec(Model):
    """The fields that micro-credentials and stacks have in common."""

    kind: ClassVar[str]

    uid: Uid | None = None
    title: Text
    summary: Text | None = None
    status: Annotated[str, Term("statuses")]
    version: Version | None = None
    aliases: Many[Slug] = ()
    tags: Many[Text] = ()
    language: Language | None = None
    license: Annotated[str, Term("licenses")] | None = None
    issuer: Slug | None = None
    authors: Many[Person] = ()
    reviews: Many[Review] = ()
    dates: Dates = Dates()
    replaced_by: Slug | None = None
    replaces: Many[Slug] = ()
    currency: Many[Currency] = ()
    portability: Many[Portability] | None = None
    validity: Duration | None = None
    waivers: Many[Waiver] = ()
    attestations: Many[Attestation] = ()
    changelog: Many[ChangelogEntry] = ()


class MicroCredential(Spec):
    """One observable competency, and how educators demonstrate it."""

    kind = "credential"

    submission: Submission = Submission()
    subjects: Many[str] = ()
    grade_bands: Many[str] = ()
    educator_roles: Many[str] = ()
    level: str | None = None
    effort: Effort = Effort()
    cost: Cost | None = None
    requires_students: bool | None = None
    requires_video: bool | None = None
    prerequisites: Many[Slug] = ()
    stacks: Many[StackMembership] = ()
    competency: Text
    key_method: Text | None = None
    method_components: Many[Component] = ()
    alignment: Many[Alignment] = ()
    research: Many[Research] = ()
    resources: Many[Resource] = ()
    evidence: Evidence = Evidence()
    rubric: Rubric = Rubric()
    assessment: Assessment = Assessment()
    supports: Supports = Supports()
    integrity: Integrity = Integrity()
    privacy: Privacy = Privacy()
    pilot: Pilot | None = None


class Capstone(Model):
    """A final task of a stack that is not a micro-credential of its own."""

    title: Text
    description: Text


class Stack(Spec):
    """A set of micro-credentials with an outcome of its own. Members name their stacks, not the other way around."""

    kind = "stack"

    outcome: Text
    rationale: Text | None = None
    electives_min: Count = 0
    capstone: Capstone | None = None
