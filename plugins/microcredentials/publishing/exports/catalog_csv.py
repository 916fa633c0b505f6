"""``catalog.csv``: the approved list as a table, for spreadsheets and for systems that read nothing else.

Each row is a credential or stack; ``COLUMNS`` lists the columns, and new ones are only ever added at the end. Lists are
joined by “; ”. A cell that a spreadsheet would take for a formula gets an apostrophe in front
(https://owasp.org/www-community/attacks/CSV_Injection). The file is UTF-8 with a byte-order mark, because Excel guesses
the encoding without one.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.program import Program
from ...model.spec import MicroCredential, Spec
from ..output import DataFile
from ._addresses import page_address
from ._narrative import statement
from ._public import public_entries

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""The beginnings of cells that a spreadsheet computes; the apostrophe too, so that removing one restores the text."""

Cell = Callable[[Spec, Program], str]


def _join(names: Iterable[str]) -> str:
    return "; ".join(names)


def _labels(vocabulary: str) -> Cell:
    """Return a function that makes the cell for the field *vocabulary*: the labels of its terms."""
    return lambda spec, program: _join(program.label(vocabulary, each) for each in getattr(spec, vocabulary, ()))


def _hours(bound: str) -> Cell:
    def cell(spec: Spec, _: Program) -> str:
        hours = spec.effort.hours if isinstance(spec, MicroCredential) else None
        return f"{getattr(hours, bound):g}" if hours else ""

    return cell


def _flag(field: str) -> Cell:
    def cell(spec: Spec, _: Program) -> str:
        value = getattr(spec, field, None)
        return "" if value is None else "yes" if value else "no"

    return cell


COLUMNS: Mapping[str, Cell] = {
    "uid": lambda spec, _: spec.uid or "",
    "kind": lambda spec, _: spec.kind,
    "title": lambda spec, _: spec.title,
    "competency": lambda spec, _: statement(spec),
    "status": lambda spec, _: spec.status,
    "version": lambda spec, _: spec.version or "",
    "level": lambda spec, program: program.label("levels", getattr(spec, "level", None)),
    "subjects": _labels("subjects"),
    "grade_bands": _labels("grade_bands"),
    "educator_roles": _labels("educator_roles"),
    "hours_min": _hours("min"),
    "hours_max": _hours("max"),
    "needs_students": _flag("requires_students"),
    "needs_video": _flag("requires_video"),
    "counts_for": lambda spec, program: _join(program.label("currency_types", each.type) for each in spec.currency),
    "stacks": lambda spec, _: _join(each.stack for each in getattr(spec, "stacks", ())),
    "published": lambda spec, _: str(spec.dates.published or ""),
    "retired_on": lambda spec, _: str(spec.dates.retired_on or ""),
}
"""The columns after the first, which is the address."""


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield ``catalog.csv``."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(["url", *COLUMNS])
    for entry in public_entries(catalog):
        writer.writerow(_cells(entry, catalog.program, site_url))
    yield DataFile("catalog.csv", table.getvalue().encode("utf-8-sig"))


def _cells(entry: Entry[Spec], program: Program, site_url: str) -> list[str]:
    cells = (cell(entry.spec, program) for cell in COLUMNS.values())
    return [f"{site_url}{page_address(entry)}", *map(_defuse, cells)]


def _defuse(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it for a formula; some of them skip spaces before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
