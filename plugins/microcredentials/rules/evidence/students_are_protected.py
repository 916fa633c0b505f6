"""When students are involved, the spec requires consent, offers a release form, and says how to remove names.

Student work and recordings belong to children and their families, and educators who submit them are responsible for
them. With the form and the instructions on the page, educators do not have to guess what the law and their district
expect, and no name leaves the school by accident. This rule applies from the first draft on.

Fails:

    evidence:
      artifacts:
        - {id: student-work, name: Student work, description: Work of four students., involves_students: true}
    privacy:
      consent_required: false

Passes:

    evidence:
      artifacts:
        - {id: student-work, name: Student work, description: Work of four students., involves_students: true}
    privacy:
      consent_required: true
      release_form: {title: Consent form, url: /about/privacy/#consent-form}
      remove_names: Cover the names of students, families and schools in every file, and in its file name.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Privacy
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Related, Severity

NEEDED = {
    "consent_required": ("does not require consent", "Write consent_required: true."),
    "release_form": ("does not name a release form", "Give the title and the address of the form that families sign."),
    "remove_names": ("does not say how names are removed", "Say what to remove or cover before a file is submitted."),
}


@rule(
    "EV-07", "error error error", derived_from=("NEA",), needs=("file",),
    reads=("privacy.consent_required", "privacy.release_form", "privacy.remove_names", "evidence.artifacts"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    involving: tuple[Related, ...] = ()
    for i, artifact in enumerate(credential.evidence.artifacts):
        at = ("evidence", "artifacts", i, "involves_students")
        if artifact.involves_students is None:
            message = f"The artifact “{artifact.name}” does not say whether it involves students."
            advice = "Write true if it contains students, their voices or their work, and false if it does not."
            yield Problem(at, message, advice, severity=Severity.WARNING if context.status == "draft" else None)
        elif artifact.involves_students:
            involving = (*involving, Related(f"“{artifact.name}” involves students", at))
    if involving:
        yield from _unprotected(credential.privacy, involving)


def _unprotected(privacy: Privacy, involving: tuple[Related, ...]) -> Iterator[Problem]:
    if privacy == Privacy():
        message = "Students are involved, but the spec says nothing about their privacy."
        advice = (
            "Add the block “privacy” with consent_required, release_form and remove_names, preferably in program.yml."
        )
        yield Problem(("privacy",), message, advice, related=involving)
        return
    for field, (lack, advice) in NEEDED.items():
        if not getattr(privacy, field):
            message = f"Students are involved, but the block “privacy” {lack}."
            yield Problem(("privacy", field), message, advice, related=involving)
