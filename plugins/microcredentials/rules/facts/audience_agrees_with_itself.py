"""Grades, subjects and roles are chosen, named once, and agree with the title and the summary.

Readers search by grade and subject. A spec that claims all of them appears in every search and helps in none; “all
grades” beside “grades 3–5” leaves open whether a kindergarten teacher may begin.

Fails:

    grade_bands: [all, 6-8]

Passes:

    grade_bands: [all]
"""

import re
from collections import Counter
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.problem import Problem, Related

_FIELDS = {"subjects": "subjects", "grade_bands": "grade_bands", "educator_roles": "educator_roles"}
_SCHOOL = re.compile(r"(?i)school|kinder|grades|grader")
"""In the words that the state lists for its grade bands, those that can only mean a school."""
_NEXT_TO_OTHERS = re.compile(r"(?i)\b(?:and|or|to|through|from|than|before|after|until)\b")


@rule(
    "FA-04", "info warning warning", rule_class=HEURISTIC, needs=("vocabulary",), settings={"max_subjects": 8},
    any_language=True,
    reads=("title", "summary", "subjects", "grade_bands", "educator_roles"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    for field, vocabulary in _FIELDS.items():
        yield from _chosen(field, getattr(credential, field), vocabulary, context)
    count, most = len(credential.subjects), context.settings["max_subjects"]
    if count > most:
        message = f"It is listed under {count} subjects; {most} or fewer are expected."
        yield Problem(("subjects",), message, "Keep those from which most of its examples come.")
    yield from _named_school(credential, context)


def _chosen(field: str, ids: tuple[str, ...], vocabulary: str, context: Context) -> Iterator[Problem]:
    twice = [id for id, count in Counter(ids).items() if count > 1]
    if twice:
        yield Problem((field,), f"“{twice[0]}” is listed twice.", "Delete one of the two.")
    terms = [context.program.term(vocabulary, id) for id in ids]
    all_of_them = [term.label for term in terms if term and term.stands_for_all]
    if all_of_them and len(set(ids)) > 1:
        message = f"“{all_of_them[0]}” includes the others that are listed beside it."
        yield Problem((field,), message, "Keep “all”, or list just those that are meant.")


def _named_school(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    bands, terms = set(credential.grade_bands), context.program.terms("grade_bands")
    if not bands or any(term.stands_for_all for term in terms if term.id in bands):
        return
    for field, text in {"title": credential.title, "summary": credential.summary or ""}.items():
        if not _SCHOOL.search(text):
            continue
        if found := _word_of_others(text, bands, context):
            chosen = join_items([context.program.label("grade_bands", id) for id in credential.grade_bands])
            message = f"The {field} says “{found[0]}”, but this is for {chosen}."
            related = (Related("the grade bands", ("grade_bands",)),)
            advice = f"Correct the grade bands or the {field}."
            yield Problem((field,), message, advice, words=found.span(), related=related)
            return


def _word_of_others(text: str, bands: set[str], context: Context) -> re.Match[str] | None:
    """Return the first word in *text* for a school that has none of the grades in *bands*."""
    meant: dict[str, set[str]] = {}
    for term in context.program.terms("grade_bands"):
        for word in filter(_SCHOOL.search, (term.label, *term.words)):
            meant.setdefault(word, set()).add(term.id)
    for word, ids in meant.items():
        is_near = not ids & bands and word.lower() in text.lower()
        found = re.search(rf"(?i)\b{re.escape(word)}\b", text) if is_near else None
        if found and not _NEXT_TO_OTHERS.search(text[max(0, found.start() - 12) : found.start()]):
            return found
    return None
