"""A table with one row for each micro-credential, as spreadsheets save it (CSV, UTF-8).

The columns of our own ``catalog.csv`` and common other names for them are recognized; any other column is left out.
Lists are separated by semicolons.
"""

import csv as csv_module
import io
import re
from collections.abc import Iterator

from ...model.program import Program
from ..draft import ROLE_UNKNOWN, Draft, DraftPart, make_draft, slug_in_url, take, take_ids, take_uid, take_version
from ..untrusted import UnreadableError, check_size, plain_text

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
_COLUMN = {name: column for column, names in _NAMES.items() for name in names}
_YES_OR_NO = {"yes": True, "no": False, "true": True, "false": False}
Cells = dict[str, str]
"""The cells of a row, by the name of their column."""


def read(data: bytes, program: Program) -> Iterator[Draft]:
    """Yield a draft for each row.

    Raises:
        UnreadableError: it is not a table in UTF-8, or it has no column for the title.
    """
    check_size(data)
    try:
        text = data.decode("utf-8-sig")
        table = list(csv_module.reader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv_module.Error) as error:
        raise UnreadableError(f"The table cannot be read: {error}. Save it again as “CSV UTF-8”.") from error
    head = [_COLUMN.get(" ".join(name.split()).casefold(), "") for name in table[0]] if table else []
    if "title" not in head:
        raise UnreadableError("No column is called “title” or “name”. Name the columns in the first row.")
    unknown = [name for name, column in zip(table[0], head, strict=True) if name and not column]
    left_out = DraftPart(left_out=tuple(f"column “{plain_text(name)[:40]}”" for name in unknown))
    for row in table[1:]:
        cells = {column: plain_text(cell.removeprefix("'")) for column, cell in zip(head, row, strict=False) if column}
        if cells.get("title"):
            folder = "stacks" if cells.get("kind") == "stack" else "credentials"
            yield make_draft(folder, (left_out, *_parts(cells, folder, program)), slug_in_url(cells.get("url")))


def _parts(cells: Cells, folder: str, program: Program) -> Iterator[DraftPart]:
    yield take_uid(cells.get("uid"))
    yield take("title", cells.get("title"))
    yield take("summary", cells.get("summary"))
    yield take_version(cells.get("version"))
    yield take("tags", _items(cells, "tags"))
    yield take("outcome" if folder == "stacks" else "competency", cells.get("competency"))
    if folder == "credentials":
        yield from _parts_of_credential(cells, program)


def _parts_of_credential(cells: Cells, program: Program) -> Iterator[DraftPart]:
    for field in ("subjects", "grade_bands", "educator_roles"):
        yield take_ids(field, _items(cells, field), program)
    levels = {word.casefold(): term.id for term in program.terms("levels") for word in (term.id, term.label)}
    yield take("level", levels.get(cells.get("level", "").casefold()))
    yield take("effort", _effort(cells))
    for field, column in (("requires_students", "needs_students"), ("requires_video", "needs_video")):
        yield take(field, _YES_OR_NO.get(cells.get(column, "").casefold()))
    slugs = (slug for slug in _items(cells, "stacks") if re.fullmatch(r"[a-z0-9-]+", slug))
    yield take("stacks", [{"stack": slug, "role": "elective"} for slug in slugs], ROLE_UNKNOWN)


def _items(cells: Cells, column: str) -> list[str]:
    return [item.strip() for item in cells.get(column, "").split(";") if item.strip()]


def _effort(cells: Cells) -> dict[str, dict[str, float]]:
    hours = [float(cells[name]) for name in ("hours_min", "hours_max")
             if re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,2})?", cells.get(name, ""))]  # fmt: skip
    return {"hours": {"min": _short(min(hours)), "max": _short(max(hours))}} if hours else {}


def _short(number: float) -> float:
    return int(number) if number.is_integer() else number
