"""The competency is aligned to at least one teaching standard, named by framework and code.

Licensing offices, districts and colleges all speak the language of standards. When a micro-credential names the
standards it serves, educators can use it in a growth plan or a license file without explaining it from the beginning. A
code that is not in any list leads readers nowhere.

Fails:

    alignment:
      - {framework: intasc, code: "16"}

Passes:

    alignment:
      - {framework: intasc, code: "6"}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import Alignment, MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem
from ...reading.suggest import suggest


@rule(
    "CO-05", "warning error error", derived_from=("OB3", "MPOS"), needs=("frameworks",), settings={"min_alignments": 1},
    reads=("alignment",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    count, least = len(credential.alignment), context.settings["min_alignments"]
    if count < least:
        named = plural(count, "standard") if count else "no standard"
        message = f"The competency names {named}; {least} or more are expected."
        yield Problem(("alignment",), message, 'Add one, as in - {framework: intasc, code: "6"}.')
    for i, alignment in enumerate(credential.alignment):
        yield from _unknown(i, alignment, context)


def _unknown(i: int, alignment: Alignment, context: Context) -> Iterator[Problem]:
    frameworks = context.program.frameworks or {}
    framework = frameworks.get(alignment.framework)
    if framework is None:
        advice = suggest(alignment.framework, frameworks) if frameworks else "Add its file to program/frameworks/."
        yield Problem(("alignment", i, "framework"), f"The framework “{alignment.framework}” does not exist.", advice)
        return
    codes = [item.code for item in framework.items]
    if alignment.code not in codes:
        message = f"“{framework.title}” has no standard “{alignment.code}”."
        yield Problem(("alignment", i, "code"), message, suggest(alignment.code, codes))
