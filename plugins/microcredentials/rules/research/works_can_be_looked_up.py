"""Enough works are cited, and readers can look up each of them.

Research is a reason to trust a method only if others can read it. Educators who doubt a claim, or want to know whom a
study was about, need the authors, the year, the title, the source and an address. A key that is not in the shared
bibliography leads nowhere, and a work without a sentence on its relevance leaves educators guessing.

Fails:

    research:
      - {reference: Rowe1968, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}

Passes:

    research:
      - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of the two pauses.}
      - {reference: BlackWiliam1998, supports: [plan-questions], relevance: Reviews studies of questions in classrooms.}
      - {reference: Wisniewski2020, supports: [pause-after], relevance: Shows how much feedback can change learning.}
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import Context, rule, whole_catalog
from ...model.bibliography import ReferenceEntry
from ...model.spec import MicroCredential
from ...model.wording import join_items, plural
from ...reading.problem import Problem, Related
from ...reading.suggest import suggest
from ._bibliography_entry import malformed_doi, malformed_url, missing_facts
from ._works import find_cited_works, locate_entry


@rule(
    "RR-01", "warning error error", derived_from=("DP",), needs=("references",),
    settings={"min_draft": 1, "min_pilot": 2, "min_published": 3}, reads=("research",), looks_at=whole_catalog,
)  # fmt: skip
def check(credential: MicroCredential, context: Context, catalog: Catalog) -> Iterator[Problem]:
    count = len({research.reference for research in credential.research})
    least = context.settings[f"min_{context.status}"]
    if count < least:
        works = plural(count, "work") if count else "no work"
        message = f"The research cites {works}; at least {least} {'is' if least == 1 else 'are'} expected."
        yield Problem(("research",), message, "Choose the works that the method is based on from program/references.")
    yield from _citations(credential, context)
    for each in find_cited_works(credential, context):
        for message, advice in _incomplete(each.work):
            yield Problem(each.at, message, advice, related=locate_entry(each.work.id, catalog))


def _citations(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    known, first = context.program.references or {}, dict[str, int]()
    for i, research in enumerate(credential.research):
        at, name = ("research", i, "reference"), research.reference
        if name not in known:
            advice = suggest(name, known) if known else "Add it to program/references first."
            yield Problem(at, f"The work “{name}” is not in the bibliography.", advice)
        elif first.setdefault(name, i) != i:
            related = (Related("first here", ("research", first[name], "reference")),)
            yield Problem(at, f"The work “{name}” is cited twice.", "Combine the two entries.", related=related)
        if research.relevance is None:
            advice = "Say in a sentence which of its findings or arguments this method uses."
            yield Problem(("research", i, "relevance"), f"The spec does not say why “{name}” is relevant.", advice)


def _incomplete(work: ReferenceEntry) -> Iterator[tuple[str, str]]:
    """Yield each problem of a bibliography entry, and what to do."""
    if missing := missing_facts(work):
        message = f"The bibliography entry “{work.id}” lacks {join_items(missing)}."
        yield message, "Complete the entry from the work itself."
    if doi := malformed_doi(work):
        message = f"The DOI of “{work.id}” is not valid: “{doi[:60]}”."
        yield message, "Write only the DOI, as in 10.3102/003465430298487."
    if url := malformed_url(work):
        message = f"The URL of “{work.id}” is not valid: “{url[:60]}”."
        yield message, "Copy it again from the address bar of a browser."
