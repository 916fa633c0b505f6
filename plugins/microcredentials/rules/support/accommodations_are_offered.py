"""The spec tells educators with disabilities what can be changed for them, and whom to ask.

Educators who cannot type for an hour, hear a recording or read a form should not have to find out by trial whether they
can take part. When the page says what can be changed, and gives an address whose mail the assessors do not read,
educators can ask without explaining themselves to the people who judge their work.

Fails:

    # program/program.yml
    supports: {coaching: offered, coaching_note: Coaches answer questions by email.}
    # credentials/wait-time.md
    supports:
      contact: support@catalog.example

Passes:

    supports:
      accommodations: Educators with disabilities can ask for another format, for more time or for help with uploading.
      contact: support@catalog.example
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Supports
from ...model.spec import MicroCredential
from ...reading.problem import Problem

NEEDED = {
    "accommodations": (
        "The spec does not say what educators with disabilities can ask for.",
        "Name other formats, more time or other help.",
    ),
    "contact": ("The spec does not say whom educators can ask for help.", "Give an email address or a page."),
}


@rule(
    "SU-02", "warning error error", derived_from=("MPOS", "EU"), needs=("file",),
    reads=("supports.accommodations", "supports.contact"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    if credential.supports == Supports():
        advice = "Add the block “supports”, preferably in program.yml, where it applies to all micro-credentials."
        yield Problem(("supports",), "The spec says nothing about help for educators.", advice)
        return
    for field, (message, advice) in NEEDED.items():
        if getattr(credential.supports, field) is None:
            yield Problem(("supports", field), message, advice)
