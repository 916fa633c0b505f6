"""Text is free of what tools leave in it: merge markers, markup in plain fields, entities, and words of machines.

These marks come from another program and appear on the public page as they are. Each of them has a plain form: a
list has hyphens, an ampersand is “&”, and an unfinished merge has to be finished.

Fails:

    summary: Ask questions that make students reason &amp; wait for their answers before and **after** they speak.

Passes:

    summary: Ask questions that make students reason, and wait for their answers before and after they speak.
"""

import re
from collections.abc import Iterator

from ...checking.prose import Piece
from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Problem
from ...reading.text import Span
from .._listed_words import find_listed, find_listed_in_body
from .._scored_texts import FieldText

LEFTOVERS = dict.fromkeys(
    (
        "as an AI language model", "as a large language model", "sure! here is/are", "certainly! here is/are",
        "here is a revised/rewritten version", "I hope this helps", "citation needed", "insert … here",
        "ADDIN ZOTERO_ITEM", "ADDIN EN.CITE", "zotero_item", "reference source not found", "bookmark not defined",
        "click or tap here to enter text", "lorem ipsum",
    ),
    "",
)  # fmt: skip
"""What word processors, reference managers and writing machines leave in a text."""
_READ = "Delete it, and read the text around it."
_ANYWHERE = re.compile(
    r"(?P<entity>&(?:amp|nbsp|lt|gt|quot|apos|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|#\d{2,5}|#x[\da-fA-F]{2,4});)"
    r"|(?P<bullet>(?:(?<=\s)|^)[•‣▪◦●]\s)"
    r"|(?P<escape>(?<=\w)\\[nrt](?=[a-z]))"
)
_IN_FIELDS = re.compile(
    r"(?P<emphasis>\*\*[^*\s][^*]*\*\*|(?<![\w*])\*[^*\s][^*]*\*(?![\w*])|(?<!\w)_[^_\s][^_]*_(?!\w))"
    r"|(?P<heading>^#{1,6} )"
    r"|(?P<item>^(?:[-*] |1[.)] ))"
)
_MERGE = re.compile(r"(?m)^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?)$")
_FORMS = {
    "entity": ("is the code of a character, not the character.", "Type the character itself."),
    "bullet": (
        "is the bullet of a word processor.",
        "In the text, begin each item with “- ”; in a field, use sentences.",
    ),
    "escape": ("is the code of a line break.", "Replace it by a space."),
    "emphasis": ("is emphasis, which a plain field shows as signs.", "Delete the signs around the words."),
    "heading": ("is the sign of a heading in a plain field.", "Delete it."),
    "item": ("is the sign of a list in a plain field.", "Delete it."),
}
_SIGNS = (*"&•‣▪◦●\\*_#", "\0\n- ")
"""What a text with any of these forms contains; most texts are searched just for this."""


@rule(
    "LA-06", "warning warning warning warning", rule_class=HEURISTIC, word_lists={"leftovers": LEFTOVERS},
    any_language=True,
    reads=("summary", "key_method", "body"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from _in_body(context)
    for piece, match in find_listed_in_body("leftovers", context):
        yield piece.problem(match.span, f"“{match.words}” was left by a tool.", _READ)
    for at, _, found in find_listed(_texts(spec), context.words("leftovers")):
        yield Problem(at, f"“{found.words}” was left by a tool.", _READ, words=found.span)
    if any(sign in context.prose.joined.whole for sign in _SIGNS):
        for piece in context.prose.pieces:
            yield from _signs(piece)


def _texts(spec: Spec) -> Iterator[FieldText]:
    yield ("summary",), spec.summary or ""
    if isinstance(spec, MicroCredential):
        yield ("cost", "note"), (spec.cost.note if spec.cost else "") or ""
        yield ("competency",), spec.competency
        yield ("key_method",), spec.key_method or ""


def _in_body(context: Context) -> Iterator[Problem]:
    source = context.entry.source
    if "<<<<<<<" in source.body and (merge := _MERGE.search(source.body)):
        message = "An unfinished merge was left here."
        advice = "Keep one of the two versions, and delete the lines of “<”, “=” and “>” signs."
        start = source.body_start + merge.start()
        yield Problem((), message, advice, span=Span(start, source.body_start + merge.end()))


def _signs(piece: Piece) -> Iterator[Problem]:
    patterns = (_ANYWHERE, _IN_FIELDS) if piece.kind == "field" else (_ANYWHERE,)
    for pattern in patterns:
        for found in pattern.finditer(piece.text):
            form, advice = _FORMS[found.lastgroup or "entity"]
            yield piece.problem(found.span(), f"“{found[0].strip()}” {form}", advice)
