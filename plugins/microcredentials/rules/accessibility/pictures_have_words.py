"""Every picture has a description that says what it shows.

People who listen to a page, or read it on a slow connection, get the description and not the picture. A file name tells
them nothing, and a whole paragraph is too long to listen to. Guides may contain pictures from this site. Specs may not
contain any, and a badge needs no description because its title is beside it.

Fails:

    # guides/scoring.md
    ---
    title: How scoring works
    description: How two assessors reach one result.
    ---

    ![](/assets/images/scoring.png)

Passes:

    # guides/scoring.md
    ---
    title: How scoring works
    description: How two assessors reach one result.
    ---

    ![Two assessors score alone; a third decides where they differ](/assets/images/scoring.png)
"""

import re
from collections.abc import Iterator

from ...catalog.nodes import Guide
from ...checking.rule import Context, rule
from ...reading.problem import Problem

_FILE_NAME = re.compile(r"(?i)[\w./-]+\.(?:png|jpe?g|gif|svg|webp)|(?:img|image|dsc|screenshot)[\s_-]*\d*")


@rule(
    "AX-01", "warning error error", derived_from=("WCAG",),
    settings={"alt_min_chars": 5, "alt_max_chars": 150}, reads=("body",),
)  # fmt: skip
def check(_: Guide, context: Context) -> Iterator[Problem]:
    for piece in context.prose.body:
        for each in piece.links:
            if each.link.picture and (message := _find_text_problem(each.link.words.strip(), context)):
                advice = "Say in the square brackets, in a few words, what the picture shows."
                yield piece.problem(each.words, message, advice)


def _find_text_problem(text: str, context: Context) -> str:
    low, high = context.settings["alt_min_chars"], context.settings["alt_max_chars"]
    if not text:
        return "This picture has no description."
    if _FILE_NAME.fullmatch(text):
        return f"“{text[:40]}” is a file name and does not say what the picture shows."
    if not low <= len(text) <= high:
        return f"The description of this picture has {len(text)} characters; {low} to {high} are expected."
    return ""
