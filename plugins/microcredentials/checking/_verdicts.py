"""Verdicts: the problems that rules found in one file, and the digest of everything that they depend on.

A verdict is valid for the same file in any revision. Only rules that look at just their file and the program have
verdicts (``Check.looks_at``).
"""

from collections.abc import Mapping
from hashlib import sha256

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..reading.problem import Problem

ProblemsByRule = Mapping[str, tuple[Problem, ...]]
"""The problems of one file by the id of the rule that looked for them; most rules find none."""

Verdicts = Mapping[str, ProblemsByRule]
"""The problems of files by the digest of each file."""


def digest_program(catalog: Catalog) -> bytes:
    """Return 32 bytes that identify the text of all program files, because a rule may read any of them."""
    sources = (entry.source for entry in catalog.other_entries if entry.source.path.parts[0] == "program")
    return sha256("\0".join(f"{source.path}\0{source.text.value}" for source in sources).encode()).digest()


def digest(entry: Entry[Node], program: bytes) -> str:
    """Return the digest of the path and text of *entry* and of the *program*; empty where no fields were read.

    It does not cover the day of the run, the status to judge by, or the code of the rules.
    """
    source = entry.source
    if source.yaml is None:
        return ""
    return sha256(b"\0".join((program, source.path.as_posix().encode(), source.text.value.encode()))).hexdigest()
