"""Educators with disabilities are told what can be changed for them, and whom to ask.

An educator who cannot type for an hour, hear a recording or read a form should not have to find out by trial whether
she can take part. Saying what can be changed, and naming an address that the assessors do not read, lets her ask
without having to explain herself to those who judge her work.

Fails:

    # program/program.yml
    supports: {coaching: offered, coaching_note: Coaches answer questions by e-mail.}
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
        "It is not said what educators with disabilities can ask for.", "Name other formats, more time or other help."),
    "contact": ("It is not said whom educators can ask for help.", "Give an e-mail address or a page."),
}  # fmt: skip


@rule(
    "SU-02", "warning error error", derived_from=("MPOS", "EU"), needs=("file",),
    reads=("supports.accommodations", "supports.contact"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    if credential.supports == Supports():
        advice = "Add the block “supports”, best of all in program.yml, where it holds for all."
        yield Problem(("supports",), "Nothing is said about help for educators.", advice)
        return
    for field, (message, advice) in NEEDED.items():
        if getattr(credential.supports, field) is None:
            yield Problem(("supports", field), message, advice)
