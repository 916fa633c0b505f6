"""The text contains every section that the status of the spec requires.

A draft says what the micro-credential is about. Before educators are asked to earn it, the text also shows the method
in use and gives the reasons for it. The fields tell educators only what to submit; these sections tell them what it is
like in a classroom and why it is worth their time.

Fails:

    ---
    title: Questioning and wait time
    status: draft
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

Passes:

    ---
    title: Questioning and wait time
    status: draft
    competency: The educator gives every student three seconds of silence to think before an answer.
    ---

    ## About this micro-credential

    Most classroom questions get an answer almost at once, and the same few students give it.
"""

from collections.abc import Iterator

from ...catalog.entry import Entry
from ...checking.rule import Context, rule
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Problem, Severity
from ...reading.text import Span

_ALWAYS = "About this micro-credential"
_LATER = ("Key method in practice", "Supporting rationale")  # recommended in a pilot, required when published


@rule("SC-13", "warning error error", reads=("body",))
def check(_: MicroCredential, context: Context) -> Iterator[Problem]:
    written = {section.title for section in context.entry.sections if section.markdown}
    for title in (_ALWAYS, *(() if context.status == "draft" else _LATER)):
        if title not in written:
            severity = Severity.WARNING if context.status == "pilot" and title in _LATER else None
            message = f"The section “{title}” is missing or empty."
            advice = f"Write it in the text, under the heading “## {title}”."
            yield Problem((), message, advice, span=_place(context.entry, title), severity=severity)


def _place(entry: Entry[Spec], title: str) -> Span:
    """Return the line of the empty section, or the last line of the file."""
    start = next((section.start for section in entry.sections if section.title == title), None)
    if start is None:
        start = len(entry.source.text.value.rstrip()) - 1
    line = entry.source.text.position(start).line
    begin = entry.source.text.line_start(line)
    return Span(begin, begin + max(1, len(entry.source.text.line(line))))
