"""No placeholder is left, the educator has one name throughout, and every tag occurs in the text.

A draft may say TODO; it tells its writer what is missing. Educators who find one on a published page cannot know
whether they are missing an instruction. In the same way, readers who find “educator” here and “candidate” there wonder
whether both mean the same person, and a tag that the text never uses leads people to the wrong page. The field
terms.earner in program.yml sets the one name for the educator.

Fails:

    key_method: TODO

Fails:

    key_method: >-
      The candidate writes a small set of open questions before the lesson, asks each one once, and keeps
      silent for three seconds or more before calling on anyone.

Passes:

    key_method: >-
      The educator writes a small set of open questions before the lesson, asks each one once, and keeps
      silent for three seconds or more before calling on anyone.
"""

import re
from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.prose import Piece, find_prose_fields, find_text_fields
from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Spec
from ...model.wording import field_label, plural
from ...reading.problem import Pointer, Problem
from ...reading.todo import TODO, UnwrittenBlock
from .._negation import is_quoted
from ._tags import find_unused_tags

UNWRITTEN = re.compile(r"\bTODO\b|\[(?:…|\.\.\.)\]")  # a state cannot turn this off, because other modules depend on it
PLACEHOLDERS = ("TBD", "TBA", "FIXME", "XXX", "lorem ipsum", "coming soon")
EARNER_TERMS = ("candidate*", "applicant*", "participant*", "test taker*", "examinee*")


@rule(
    "LA-04", "warning error error", any_language=True,
    word_lists={"placeholders": dict.fromkeys(PLACEHOLDERS, ""), "earner_terms": dict.fromkeys(EARNER_TERMS, "")},
    reads=("body",),
)  # fmt: skip
def check(_: Spec | Guide, context: Context) -> Iterator[Problem]:
    source = context.entry.source
    whole = source.text.value  # search the whole file first, because most files have no placeholder
    if any(sign in whole for sign in ("TODO", "[…]", "[...]")) or any(context.words("placeholders").find(whole)):
        yield from (_unwritten_block(block, context) for block in source.unwritten_blocks)
        blocks = {block.at for block in source.unwritten_blocks}
        for piece in (*find_text_fields(source.data), *context.prose.body):
            if not any(piece.at[:depth] in blocks for depth in range(len(piece.at))):
                yield from _placeholders(piece, context)
    if any(context.prose.find(context.words("earner_terms"))):
        for piece in (*find_prose_fields(source.data), *context.prose.body):
            yield from _other_terms(piece, context)
    yield from find_unused_tags(source.data.get("tags"), context.prose.joined.whole)


def _unwritten_block(block: UnwrittenBlock, context: Context) -> Problem:
    message = f"{field_label(block.at)} is not written yet: it says “{TODO}” in {plural(block.places, 'place')}."
    return Problem(block.at, message, _advice(block.at, context, "all of it"))


def _placeholders(piece: Piece, context: Context) -> Iterator[Problem]:
    listed = [found.span for found in context.words("placeholders").find(piece.text)]
    for span in sorted({*listed, *(found.span() for found in UNWRITTEN.finditer(piece.text))}):
        words = piece.text[slice(*span)]
        if piece.kind == "field":
            message = f"{field_label(piece.at)} is not written yet: it says “{words}”."
            yield piece.problem(span, message, _advice(piece.at, context))
        else:
            advice = "Write the missing text, or delete the section."
            yield piece.problem(span, f"The text still says “{words}”.", advice)


def _advice(at: Pointer, context: Context, piece: str = "the line") -> str:
    """Return the advice for the field *at*; *piece* describes its text in the file.

    A draft needs almost none of its fields. Later, deleting one would only cause the next finding. One line of an item
    must not be deleted alone, because the item could then not be read.
    """
    if at[0] == "uid":
        return "Delete the line. A uid is needed once the pilot begins, and the check will then suggest one."
    if isinstance(at[-1], int):
        return "Write it. Until then, you may delete the whole item."
    if any(isinstance(step, int) for step in at[:-1]):
        return "Write it. Until then, you may delete the whole item that it belongs to, but not just this line."
    return f"Write it, or delete {piece}." if context.status == "draft" else "Write it."


def _other_terms(piece: Piece, context: Context) -> Iterator[Problem]:
    earner = context.program.file.terms.earner if context.program.file else "educator"
    for found in context.words("earner_terms").find(piece.text):
        if not found.words.casefold().startswith(earner.casefold()) and not is_quoted(piece.text, found.span[0]):
            message = f"This says “{found.words}”; the catalog calls the person who earns it “{earner}”."
            advice = f"Write “{earner}”, unless you mean someone else."
            yield piece.problem(found.span, message, advice, rule_class=HEURISTIC)
