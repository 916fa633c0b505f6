"""The spec says what qualifies assessors and how they are trained.

Educators submit their work to strangers. What prepares these strangers to judge it is their own practice and training
with this kind of rubric. Without both, every assessor reads even a good rubric differently. A few words such as
“experienced and trained” do not say what they have practiced or what they were trained in.

Fails:

    assessment:
      assessor:
        qualifications: Experienced teachers.
        training: One online session.

Passes:

    assessment:
      assessor:
        qualifications: >-
          Assessors have taught for three years or more, hold a current license, and have earned the
          micro-credential that they score or one close to it.
        training: >-
          Assessors score ten submissions whose results are known, compare their scores with them, and repeat the
          parts in which they differ before they score alone.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Assessment
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem
from .._tokens import split_words

_NEEDED = {
    "qualifications": ("The qualifications of assessors", "Say what experience or license they have."),
    "training": ("The training of assessors", "Say how long it takes, what assessors practice, and how it ends."),
}


@rule(
    "AS-02", "warning error error", derived_from=("AR", "CCSSO"), needs=("file",), settings={"min_words": 20},
    reads=("assessment.assessor.qualifications", "assessment.assessor.training"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if credential.assessment == Assessment():
        return  # AS-01 reports that all of it is missing
    assessor, least = credential.assessment.assessor, context.settings["min_words"]
    for field, (what, advice) in _NEEDED.items():
        at, text = ("assessment", "assessor", field), getattr(assessor, field)
        verb = "are" if field.endswith("s") else "is"
        if text is None:
            yield Problem(at, f"{what} {verb} not described.", advice)
        elif (count := len(split_words(text))) < least and "https://" not in text:
            message = (
                f"{what} {verb} described in {plural(count, 'word')}; at least {least} words or a link are expected."
            )
            yield Problem(at, message, advice)
