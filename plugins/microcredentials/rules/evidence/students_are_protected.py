"""Where students are involved, consent is required, a release form is at hand, and names are removed.

Student work and recordings belong to children and their families, and an educator who hands them in answers for
that. With the form and the instruction on the page, she need not guess what the law and her district expect, and
no name leaves the school by accident. These rules hold from the first draft.

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
    "release_form": ("names no release form", "Give the title and the address of the form that families sign."),
    "remove_names": ("does not say how names are removed", "Say what to remove or cover before a file is handed in."),
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
            message = f"It is not said whether the artifact “{artifact.name}” involves students."
            advice = "Write true if students, their voices or their work can be found in it, and false if not."
            yield Problem(at, message, advice, severity=Severity.WARNING if context.status == "draft" else None)
        elif artifact.involves_students:
            involving = (*involving, Related(f"“{artifact.name}” involves students", at))
    if involving:
        yield from _unprotected(credential.privacy, involving)


def _unprotected(privacy: Privacy, involving: tuple[Related, ...]) -> Iterator[Problem]:
    if privacy == Privacy():
        message = "Students are involved, and nothing is said about their privacy."
        advice = "Add privacy with consent_required, release_form and remove_names, best of all in program.yml."
        yield Problem(("privacy",), message, advice, related=involving)
        return
    for field, (lack, advice) in NEEDED.items():
        if not getattr(privacy, field):
            message = f"Students are involved, and the privacy part {lack}."
            yield Problem(("privacy", field), message, advice, related=involving)
