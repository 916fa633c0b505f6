"""A table with one row for each micro-credential, as a spreadsheet saves it (CSV, UTF-8).

The columns of our own ``catalog.csv`` are known, and the usual other names for them; any other column is left out.
Lists are separated by semicolons.
"""

import csv as csv_module
import io
import re
from collections.abc import Iterator

from ...model.program import Program
from ..draft import MOST_BYTES, Draft, Facts, UnreadableError, text_of

_NAMES = {
    "url": ("url",),
    "title": ("title", "name", "micro-credential", "microcredential"),
    "summary": ("summary", "description"),
    "competency": ("competency", "competency statement", "outcome"),
    "uid": ("uid", "ctid", "id"),
    "kind": ("kind", "type"),
    "version": ("version",),
    "level": ("level", "career level"),
    "subjects": ("subjects", "subject", "content area"),
    "grade_bands": ("grade_bands", "grade bands", "grades", "grade level", "grade levels"),
    "educator_roles": ("educator_roles", "roles", "role", "audience"),
    "hours_min": ("hours_min", "hours", "minimum hours"),
    "hours_max": ("hours_max", "maximum hours"),
    "needs_students": ("needs_students", "requires students"),
    "needs_video": ("needs_video", "requires video"),
    "tags": ("tags", "keywords"),
    "stacks": ("stacks", "stack"),
}
_FIELD = {name: field for field, names in _NAMES.items() for name in names}


def read(data: bytes, program: Program) -> Iterator[Draft]:
    """Yield a draft for each row.

    Raises:
        UnreadableError: it is no table in UTF-8, or it has no column for the title.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError("The table is larger than a catalog can be. Take a part of it.")
    try:
        text = data.decode("utf-8-sig")
        table = list(csv_module.reader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv_module.Error) as error:
        raise UnreadableError(f"The table cannot be read: {error}. Save it again as “CSV UTF-8”.") from error
    head = [_FIELD.get(" ".join(name.split()).casefold(), "") for name in table[0]] if table else []
    if "title" not in head:
        raise UnreadableError("No column is called “title” or “name”. Name the columns in the first row.")
    strange = [
        f"column “{text_of(name)[:40]}”" for name, field in zip(table[0], head, strict=True) if name and not field
    ]
    for row in table[1:]:
        cells = {field: text_of(cell.removeprefix("'")) for field, cell in zip(head, row, strict=False) if field}
        if cells.get("title"):
            yield _draft(cells, strange, program)


def _draft(cells: dict[str, str], strange: list[str], program: Program) -> Draft:
    facts = Facts(program, left_out=list(strange))
    is_stack = cells.get("kind") == "stack"
    facts.uid(cells.get("uid"))
    facts.address(cells.get("url"))
    for field in ("title", "summary"):
        facts.take(field, cells.get(field))
    facts.version(cells.get("version"))
    facts.take("tags", _items(cells, "tags"))
    facts.take("outcome" if is_stack else "competency", cells.get("competency"))
    if is_stack:
        return facts.done("stacks")
    for field, vocabulary in (
        ("subjects", "subjects"),
        ("grade_bands", "grade_bands"),
        ("educator_roles", "educator_roles"),
    ):
        facts.ids(field, vocabulary, _items(cells, field))
    levels = {word.casefold(): term.id for term in program.terms("levels") for word in (term.id, term.label)}
    facts.take("level", levels.get(cells.get("level", "").casefold()))
    facts.take("effort", _effort(cells))
    for field, cell in (("requires_students", "needs_students"), ("requires_video", "needs_video")):
        facts.take(field, {"yes": True, "no": False, "true": True, "false": False}.get(cells.get(cell, "").casefold()))
    stacks = [
        {"stack": slug, "role": "elective"} for slug in _items(cells, "stacks") if re.fullmatch(r"[a-z0-9-]+", slug)
    ]
    facts.take("stacks", stacks, "whether it is required or elective is not said")
    return facts.done("credentials")


def _items(cells: dict[str, str], field: str) -> list[str]:
    return [item.strip() for item in cells.get(field, "").split(";") if item.strip()]


def _effort(cells: dict[str, str]) -> dict[str, dict[str, float]]:
    numbers = [float(cells[name]) for name in ("hours_min", "hours_max")
               if re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,2})?", cells.get(name, ""))]  # fmt: skip
    if not numbers:
        return {}
    least, most = min(numbers), max(numbers)
    return {
        "hours": {"min": int(least) if least.is_integer() else least, "max": int(most) if most.is_integer() else most}
    }
