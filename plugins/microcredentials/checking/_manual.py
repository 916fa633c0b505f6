"""Read a rule's manual from the docstring of its file, so that every reader gets the same text.

The form::

    One sentence that says what the rule requires.

    Paragraphs that say why it matters to an earner.

    Fails:

        fields as a writer types them

    Passes:

        fields as a writer types them

An example with several files names each file on its own line, such as ``# stacks/early-reading.md``. An example with
a line ``---`` is a whole file. ``⟨U+200B⟩`` represents an invisible character, ``⟨0xE9⟩`` a single byte.
"""

import re
import textwrap
from dataclasses import dataclass

from .finding import Example

_BLOCK = re.compile(r"(?m)^(?P<kind>Fails|Passes):[ \t]*\n\n(?P<text>(?:(?: {4}.*)?(?:\n|\Z))+)")


@dataclass(frozen=True, slots=True)
class Manual:
    """The parts of a rule's docstring: its first sentence, the paragraphs after it, and the examples."""

    title: str
    why: str
    examples: tuple[Example, ...]


def read_manual(docstring: str) -> Manual:
    """Return the parts of *docstring*, with the lines of each paragraph joined."""
    title, _, rest = docstring.strip().partition("\n\n")
    examples = tuple(
        Example(textwrap.dedent(block["text"]).strip("\n") + "\n", passes=block["kind"] == "Passes")
        for block in _BLOCK.finditer(rest + "\n")
    )
    why = _BLOCK.sub("", rest + "\n").strip()
    return Manual(" ".join(title.split()), "\n\n".join(" ".join(p.split()) for p in why.split("\n\n")), examples)
