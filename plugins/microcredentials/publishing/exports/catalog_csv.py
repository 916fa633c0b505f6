"""``catalog.csv``: the approved list as a table, for spreadsheets and for systems that read nothing else.

Each row is a credential or stack; the columns stand in ``COLUMNS``, and new ones are only ever added at the end.
Lists are joined by “; ”. A cell that a spreadsheet would take for a formula begins with an apostrophe
(https://owasp.org/www-community/attacks/CSV_Injection). UTF-8 with a byte-order mark, without which Excel guesses.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from ...catalog.catalog import Catalog, Entry
from ...model.program import Program
from ...model.spec import MicroCredential, Spec
from ..output import DataFile
from ._narrative import statement

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""How a cell may begin that a spreadsheet computes; an apostrophe, too, so that taking one off gives the text again."""

Facts = tuple[Spec, Program]
"""What a cell is made of."""


def _listed(names: Iterator[str]) -> str:
    return "; ".join(names)


def _labels(vocabulary: str, field: str) -> Callable[[Facts], str]:
    def cell(facts: Facts) -> str:
        spec, program = facts
        return _listed(program.label(vocabulary, each) for each in getattr(spec, field, ()))

    return cell


def _hours(bound: str) -> Callable[[Facts], str]:
    def cell(facts: Facts) -> str:
        hours = facts[0].effort.hours if isinstance(facts[0], MicroCredential) else None
        return f"{getattr(hours, bound):g}" if hours else ""

    return cell


def _flag(field: str) -> Callable[[Facts], str]:
    def cell(facts: Facts) -> str:
        value = getattr(facts[0], field, None)
        return "" if value is None else "yes" if value else "no"

    return cell


def _counts_for(facts: Facts) -> str:
    spec, program = facts
    return _listed(program.label("currency_types", each.type) for each in spec.currency)


COLUMNS: Mapping[str, Callable[[Facts], str]] = {
    "uid": lambda facts: facts[0].uid or "",
    "kind": lambda facts: facts[0].kind,
    "title": lambda facts: facts[0].title,
    "competency": lambda facts: statement(facts[0]),
    "status": lambda facts: facts[0].status,
    "version": lambda facts: facts[0].version or "",
    "level": lambda facts: facts[1].label("levels", getattr(facts[0], "level", None)),
    "subjects": _labels("subjects", "subjects"),
    "grade_bands": _labels("grade_bands", "grade_bands"),
    "educator_roles": _labels("educator_roles", "educator_roles"),
    "hours_min": _hours("min"),
    "hours_max": _hours("max"),
    "needs_students": _flag("requires_students"),
    "needs_video": _flag("requires_video"),
    "counts_for": _counts_for,
    "stacks": lambda facts: _listed(each.stack for each in getattr(facts[0], "stacks", ())),
    "published": lambda facts: str(facts[0].dates.published or ""),
    "retired_on": lambda facts: str(facts[0].dates.retired_on or ""),
}
"""The columns between the address, which comes first, and whatever later versions add."""


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield ``catalog.csv``."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(["url", *COLUMNS])
    for entry in (*catalog.credentials, *catalog.stacks):
        if entry.spec.status != "draft":
            writer.writerow(_row(entry, catalog.program, site_url))
    yield DataFile("catalog.csv", table.getvalue().encode("utf-8-sig"))


def _row(entry: Entry[Spec], program: Program, site_url: str) -> list[str]:
    cells = (make((entry.spec, program)) for make in COLUMNS.values())
    return [f"{site_url}{entry.folder}/{entry.slug}/", *map(_harmless, cells)]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
