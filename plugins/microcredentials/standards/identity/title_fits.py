"""A title has a length that fits a list, and no other active spec has the same one.

An educator meets the title first, often in a long list, a search result or a badge. A very short one could mean
anything, and a very long one is cut off. When two open micro-credentials share a title, nobody can tell from a
record of earned ones which of them was meant. A retired one may leave its title to the one that follows it.

Fails:

    title: Wait time

Passes:

    title: Questioning and wait time
"""

from collections.abc import Iterator

from ...check import Context, rule
from ...model import Spec
from ...problem import Problem, Related


@rule(
    "ID-02", "warning error error", derived_from=("NZ", "CRED"),
    settings={"title_min_chars": 10, "title_max_chars": 80},
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from _length(spec, context)
    if spec.status != "retired":
        yield from _shared(spec, context)


def _length(spec: Spec, context: Context) -> Iterator[Problem]:
    count = len(spec.title.strip())
    low, high = context.settings["title_min_chars"], context.settings["title_max_chars"]
    if not low <= count <= high:
        short = "Name the practice so that it can be told from others in a list."
        advice = short if count < low else "Keep the name of the practice, and move the rest to the summary."
        yield Problem(("title",), f"The title has {count} characters; {low} to {high} are expected.", advice)


def _shared(spec: Spec, context: Context) -> Iterator[Problem]:
    for other in context.catalog.rivals(context.entry, "title", spec.title):
        if other.spec.status != "retired":
            message = f"The title is also that of {other.source.path}."
            same = Related("the same title", ("title",), path=other.slug)
            yield Problem(("title",), message, "Say in one of the two what sets it apart.", related=(same,))
