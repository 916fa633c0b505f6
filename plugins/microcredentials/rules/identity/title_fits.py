"""A title names the practice: at a length that fits a list, unlike any other active spec's, and promising no more.

An educator meets the title first, often in a long list, a search result or a badge. A very short one could mean
anything, and a very long one is cut off. When two open micro-credentials share a title, nobody can tell from a
record of earned ones which of them was meant. A retired one may leave its title to the one that follows it. Words
such as diploma or certification promise what a micro-credential is not, and the name of a state, an issuer or a
product does not travel with the educator who earned it.

Fails:

    title: Master teacher certification in wait time

Passes:

    title: Questioning and wait time
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Spec
from ...reading.phrases import PhraseMatch, Phrases
from ...reading.problem import Problem, Related, limit_problems
from ._title_words import TITLE_WORDS


@rule(
    "ID-02", "warning error error", derived_from=("NZ", "CRED"),
    settings={"title_min_chars": 10, "title_max_chars": 80}, word_lists={"title_words": TITLE_WORDS}, reads=("title",),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from _length(spec, context)
    if spec.status != "retired":
        yield from limit_problems(_words(spec, context))
        yield from _shared(spec, context)


def _length(spec: Spec, context: Context) -> Iterator[Problem]:
    count = len(spec.title.strip())
    low, high = context.settings["title_min_chars"], context.settings["title_max_chars"]
    if not low <= count <= high:
        short = "Name the practice so that it can be told from others in a list."
        advice = short if count < low else "Keep the name of the practice, and move the rest to the summary."
        yield Problem(("title",), f"The title has {count} characters; {low} to {high} are expected.", advice)


def _words(spec: Spec, context: Context) -> Iterator[Problem]:
    people = [person.name for person in (*spec.authors, *spec.reviews) if person.name]
    names = [*context.once(_names).find(spec.title), *Phrases(dict.fromkeys(people, "")).find(spec.title)]
    taken = [range(*found.span) for found in names]
    for found in names:
        yield _problem(found, f"The title names “{found.words}”.", "Leave it out: the page says who stands behind it.")
    for found in context.words("title_words").find(spec.title):
        if not any(found.span[0] in span for span in taken):
            advice = f"Name {found.prefer or 'the practice alone, as in “Questioning and wait time”'}."
            yield _problem(found, f"“{found.words}” does not belong in a title.", advice)


def _problem(found: PhraseMatch, message: str, advice: str) -> Problem:
    return Problem(("title",), message, advice, words=found.span, rule_class=HEURISTIC)


def _names(catalog: Catalog) -> Phrases:
    file = catalog.program.file
    return Phrases(dict.fromkeys((file.state.name, *(each.name for each in file.issuers)), "") if file else {})


def _shared(spec: Spec, context: Context) -> Iterator[Problem]:
    for other in context.catalog.find_duplicates(context.entry, "title", spec.title):
        if other.spec.status != "retired":
            message = f"The title is also that of {other.source.path}."
            same = Related("the same title", ("title",), path=other.slug)
            yield Problem(("title",), message, "Say in one of the two what sets it apart.", related=(same,))
