"""The summary says in a sentence or two, and in its own words, what educators do and show.

The summary appears below the title in the catalog, in search results and in the badge. Educators decide from it whether
to open the page at all. A summary that is too short, or repeats the title or the competency, adds nothing to what they
have just read, and one that is too long is cut off. Without a verb, a summary names a topic but does not say what
educators would do.

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
from .._main_verbs import has_verb
from .._tokens import split_words


@rule(
    "ID-03", "warning error error", derived_from=("OB3", "CRED"),
    settings={"summary_min_chars": 60, "summary_max_chars": 500}, reads=("summary",),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if spec.summary is None:
        advice = "Say in two sentences what educators do and what they show."
        yield Problem(("summary",), "The summary is missing.", advice)
        return
    yield from _length(len(spec.summary.strip()), context)
    yield from _repeated(spec, spec.summary)
    if spec.status != "retired" and not has_verb(spec.summary):
        advice = "Begin with an action, as in “Ask questions that …, and wait for …”."
        message = "The summary has no verb: it names a topic, not an action."
        yield Problem(("summary",), message, advice, rule_class=HEURISTIC)


def _length(count: int, context: Context) -> Iterator[Problem]:
    low, high = context.settings["summary_min_chars"], context.settings["summary_max_chars"]
    if not low <= count <= high:
        short = "Say what educators do and what they show."
        advice = short if count < low else "Keep what helps readers choose; the page itself says the rest."
        yield Problem(("summary",), f"The summary has {count} characters; {low} to {high} are expected.", advice)


def _repeated(spec: Spec, summary: str) -> Iterator[Problem]:
    for field, text in _other_texts(spec).items():
        if split_words(text) == split_words(summary):
            related = Related(f"the same words as the {field}", (field,))
            advice = "Write for readers who have not seen the page: say what educators do and what they show."
            yield Problem(("summary",), f"The summary repeats the {field} word for word.", advice, related=(related,))


def _other_texts(spec: Spec) -> dict[str, str]:
    if isinstance(spec, MicroCredential):
        return {"title": spec.title, "competency": spec.competency}
    return {"title": spec.title, "outcome": spec.outcome} if isinstance(spec, Stack) else {}
