"""The title names the practice, fits into a list, differs from other active titles, and does not promise too much.

Educators see the title first, often in a long list, in search results or on a badge. A very short title could mean
anything, and a very long one is cut off. When two active micro-credentials share a title, a record of what was earned
does not show which of them was meant. A retired spec may leave its title to the spec that replaces it. Words such as
diploma or certification promise something that a micro-credential is not. The name of a state, an issuer or a product
does not help an educator who moves elsewhere.

Fails:

    title: Master teacher certification in wait time

Passes:

    title: Questioning and wait time
"""

from collections.abc import Iterator
from functools import cache

from ...catalog.entry import Entry
from ...checking.rule import HEURISTIC, Context, rule
from ...model.program import Program
from ...model.spec import Spec
from ...reading.phrases import PhraseMatch, Phrases
from ...reading.problem import Problem, Related
from ._duplicates import Owners, find_duplicates, index_owners
from ._title_words import TITLE_WORDS


@rule(
    "ID-02", "warning error error", derived_from=("NZ", "CRED"),
    settings={"title_min_chars": 10, "title_max_chars": 80}, word_lists={"title_words": TITLE_WORDS}, reads=("title",),
    looks_at=index_owners,
)  # fmt: skip
def check(spec: Spec, context: Context, owners: Owners) -> Iterator[Problem]:
    yield from _length(spec, context)
    if spec.status != "retired":
        yield from _words(spec, context)
        yield from _shared(spec, context.entry, owners)


def _length(spec: Spec, context: Context) -> Iterator[Problem]:
    count = len(spec.title.strip())
    low, high = context.settings["title_min_chars"], context.settings["title_max_chars"]
    if not low <= count <= high:
        short = "Name the practice, so that readers can tell it apart in a list."
        advice = short if count < low else "Keep the name of the practice, and move the rest to the summary."
        yield Problem(("title",), f"The title has {count} characters; {low} to {high} are expected.", advice)


def _words(spec: Spec, context: Context) -> Iterator[Problem]:
    people = [person.name for person in (*spec.authors, *spec.reviews) if person.name]
    names = [*_names(context.program).find(spec.title), *Phrases(dict.fromkeys(people, "")).find(spec.title)]
    reported = [range(*found.span) for found in names]
    for found in names:
        advice = "Leave it out: the page already says who is behind it."
        yield _problem(found, f"The title names “{found.words}”.", advice)
    for found in context.words("title_words").find(spec.title):
        if not any(found.span[0] in span for span in reported):
            advice = f"Name {found.prefer or 'only the practice, as in “Questioning and wait time”'}."
            yield _problem(found, f"“{found.words}” does not belong in a title.", advice)


def _problem(found: PhraseMatch, message: str, advice: str) -> Problem:
    return Problem(("title",), message, advice, words=found.span, rule_class=HEURISTIC)


def _names(program: Program) -> Phrases:
    file = program.file
    return _phrases((file.state.name, *(each.name for each in file.issuers)) if file else ())


@cache
def _phrases(names: tuple[str, ...]) -> Phrases:
    return Phrases(dict.fromkeys(names, ""))


def _shared(spec: Spec, entry: Entry[Spec], owners: Owners) -> Iterator[Problem]:
    others = find_duplicates(owners, entry, "title", spec.title)
    if others.first:
        message = f"This title is also the title of {others.text}."
        related = tuple(Related("the same title", ("title",), path=each.slug) for each in others.first)
        yield Problem(("title",), message, "Say in each title what is different.", related=related)
