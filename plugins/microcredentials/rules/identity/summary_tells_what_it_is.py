"""A summary tells in a sentence or two what is done and shown, in words of its own.

The summary stands under the title in the catalog, in search results and in the badge. From it an educator decides
whether to open the page at all. Too short, or a repeat of the title or the competency, it adds nothing to what she
has just read; too long, it is cut off before its end; without a verb, it says what it is about and not what she
would do.

Fails:

    summary: About asking better questions.

Passes:

    summary: >-
      Ask questions that make students reason, and wait for their answers. You show it with a plan, a recording of
      one discussion and a log of your pauses.
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential, Spec, Stack
from ...reading.problem import Problem, Related
from .._verbs import has_verb
from .._words import words


@rule(
    "ID-03", "warning error error", derived_from=("OB3", "CRED"),
    settings={"summary_min_chars": 60, "summary_max_chars": 500}, reads=("summary",),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if spec.summary is None:
        yield Problem(("summary",), "The summary is missing.", "Say in two sentences what is done and what is shown.")
        return
    yield from _length(len(spec.summary.strip()), context)
    yield from _repeated(spec, spec.summary)
    if spec.status != "retired" and not has_verb(spec.summary):
        advice = "Begin with what is done, as in “Ask questions that …, and wait for …”."
        yield Problem(
            ("summary",),
            "The summary has no verb: it names a topic, and nothing is done.",
            advice,
            rule_class=HEURISTIC,
        )


def _length(count: int, context: Context) -> Iterator[Problem]:
    low, high = context.settings["summary_min_chars"], context.settings["summary_max_chars"]
    if not low <= count <= high:
        short = "Say what is done and what is shown."
        advice = short if count < low else "Keep what helps a reader choose; the page itself tells the rest."
        yield Problem(("summary",), f"The summary has {count} characters; {low} to {high} are expected.", advice)


def _repeated(spec: Spec, summary: str) -> Iterator[Problem]:
    for field, text in _neighbors(spec).items():
        if words(text) == words(summary):
            related = Related(f"the same words as the {field}", (field,))
            advice = "Write for a reader who has not seen the page: what is done, and what is shown."
            yield Problem(("summary",), f"The summary repeats the {field} word for word.", advice, related=(related,))


def _neighbors(spec: Spec) -> dict[str, str]:
    if isinstance(spec, MicroCredential):
        return {"title": spec.title, "competency": spec.competency}
    return {"title": spec.title, "outcome": spec.outcome} if isinstance(spec, Stack) else {}
