"""The blocks of policy in ``program.yml``, which a spec may override key by key."""

from typing import Annotated

from .fields import Contact, Count, Many, Model, Share, Term, Text, Url


class Submission(Model):
    """The place to submit evidence, and the contact for questions."""

    label: Text | None = None
    url: Url | None = None
    contact: Contact | None = None


class Link(Model):
    """A title and its address."""

    title: Text
    url: Url


class Assessor(Model):
    """The qualifications and the training of assessors."""

    qualifications: Text | None = None
    training: Text | None = None


class Anchor(Model):
    """A scored example with which assessors practice."""

    level: Text
    access: Annotated[str, Term("anchor_access")]
    note: Text | None = None
    url: Url | None = None


class Calibration(Model):
    """The measure of agreement between assessors, and how it is maintained; ``target`` is from 0 to 1."""

    statistic: Annotated[str, Term("statistics")] | None = None
    target: Share | None = None
    cadence_months: Count | None = None
    retraining: Text | None = None
    anchors: Many[Anchor] = ()


class Resubmission(Model):
    """Whether and how often evidence may be submitted again; ``limit`` is a number or ``unlimited``."""

    allowed: bool | None = None
    limit: Count | Annotated[str, Term("unlimited")] | None = None
    coach_after: Count | None = None


class Assessment(Model):
    """The scoring of submissions."""

    assessors_per_submission: Count | None = None
    approver: bool | None = None
    blinding: Annotated[str, Term("blinding")] | None = None
    blinding_reason: Text | None = None
    adjudication: Text | None = None
    assessor: Assessor = Assessor()
    calibration: Calibration = Calibration()
    feedback: Annotated[str, Term("feedback")] | None = None
    turnaround_business_days: Count | None = None
    resubmission: Resubmission = Resubmission()


class Supports(Model):
    """Support for educators."""

    coaching: Annotated[str, Term("coaching")] | None = None
    coaching_note: Text | None = None
    community: Text | None = None
    accommodations: Text | None = None
    contact: Contact | None = None


class Integrity(Model):
    """Rules on whose work the evidence must be, and on the use of AI."""

    statement: Text | None = None
    ai_use: Text | None = None


class Privacy(Model):
    """The protection of the privacy of students and others."""

    consent_required: bool | None = None
    release_form: Link | None = None
    remove_names: Text | None = None
    note: Text | None = None
