"""The reflection asks about results for learners, and includes a view other than the educator's.

A practice deserves a credential because of what it does for students. Educators who compare what students could do
before and after learn from their evidence; those who only describe how it felt do not. What students, a colleague or a
family say about it is often the part that educators did not expect. This rule does not apply if the micro-credential
does not require students.

Fails:

    requires_students: true
    evidence:
      reflection:
        - {id: feelings, prompt: How did you experience the lessons?, perspective: educator}

Passes:

    requires_students: true
    evidence:
      reflection:
        - {id: gain, prompt: What can students do now that they could not do before?, perspective: educator}
        - {id: voices, prompt: Ask three students what they did in the pauses., perspective: student}
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.problem import Problem
from ...reading.todo import TODO

AT = ("evidence", "reflection")
_LEARNERS = re.compile(
    r"(?i)\b(?:students?|learners?|child|children|pupils?|class|readers?|writers?|kids|group|youth|mentees?|novices?)\b"
)
_EFFECT = re.compile(
    r"(?i)\b(?:learn\w*|chang\w*|gain\w*|gr[eo]w\w*|growth|grasp\w*|improv\w*|differ\w*|help\w*|benefit\w*|progress\w*|"
    r"effects?|impacts?|outcomes?|results?|respon\w+|react\w*|understand\w*|understood|reasoning|achiev\w*|before|after|"
    r"afterwards?|can|could|d(?:o|id|oes|one) for|able|show\w*|reveal\w*|master\w*|remember\w*|"
    r"struggl\w*|succe\w+|move[ds]?|shift\w*|mov(?:e|ing)|notice\w*|thought|think)\b"
)


@rule("EV-06", "warning warning error", derived_from=("DP",), rule_class=HEURISTIC, reads=("evidence.reflection",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    reflection = credential.evidence.reflection
    if not reflection or credential.requires_students is False:
        return
    prompts = [each.prompt for each in reflection]
    if TODO not in prompts and not any(_LEARNERS.search(each) and _EFFECT.search(each) for each in prompts):
        message = "No reflection question asks about results for learners."
        yield Problem(AT, message, "Ask what students can do now, or did differently, and how the educator knows.")
    if all(each.perspective in (None, "educator") for each in reflection):
        others = [term.label.lower() for term in context.program.terms("perspectives") if term.id != "educator"]
        message = "Every reflection question takes the educator's own perspective."
        advice = (
            f"Add one that brings in a different view ({join_items(others, 'or')}), as in “Ask three students what …”."
        )
        yield Problem(AT, message, advice)
