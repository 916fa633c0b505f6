"""Read a rule's manual from the docstring of its file, so that one text serves every reader.

The form::

    One sentence that says what holds.

    Paragraphs that say why it matters to an earner.

    Fails:

        fields as a writer types them

    Passes:

        fields as a writer types them

An example about several files names each on a line of its own, as in ``# stacks/early-reading.md``. An example with a
line ``---`` is a whole file. ``⟨U+200B⟩`` stands for a character that no reader could see, ``⟨0xE9⟩`` for one byte.
"""

import re
import textwrap
from dataclasses import dataclass

from .finding import Example

_BLOCK = re.compile(r"(?m)^(?P<kind>Fails|Passes):[ \t]*\n\n(?P<text>(?:(?: {4}.*)?(?:\n|\Z))+)")


@dataclass(frozen=True, slots=True)
class Manual:
    """The parts of a rule's docstring."""

    title: str
    why: str
    examples: tuple[Example, ...]


def read_manual(docstring: str) -> Manual:
    """Return the parts of *docstring*."""
    title, _, rest = docstring.strip().partition("\n\n")
    examples = tuple(
        Example(textwrap.dedent(block["text"]).strip("\n") + "\n", passes=block["kind"] == "Passes")
        for block in _BLOCK.finditer(rest + "\n")
    )
    why = _BLOCK.sub("", rest + "\n").strip()
    return Manual(" ".join(title.split()), "\n\n".join(" ".join(p.split()) for p in why.split("\n\n")), examples)
