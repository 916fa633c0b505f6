"""``links``: check whether the external links of the catalog still work."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..catalog.loading import load
from ..catalog.opening import decode, read_file, read_named
from ..catalog.writing import write_file, write_named
from ..checking.options import Options, Selection
from ..checking.run import check_catalog
from ..links.answer import Outcome
from ..links.external import find_external_links
from ..links.findings import with_link_problems
from ..links.network import PUBLIC, probe_all
from ..links.record import LinkResult, Record, RecordError, dump_record, find_due, read_record, update_result
from ..model.wording import plural
from ..rules.registry import find_checks
from ._deliver import deliver
from ._disk import show_disk_errors
from ._ending import ending_in_order
from ._options import ReportOptions, report_options
from ._project import current_project

RECORD = "links.json"
POLICY = PUBLIC
_MOST = 20_000_000  # bytes of a record
_SOME = 3
"""If more pages than this stop responding on the same day, this machine is offline."""


@dataclass(frozen=True)
class LinksOptions(ReportOptions):
    """The options of ``links``, under the names that click gives them."""

    record: Path | None
    again_after: int
    at_most: int


@click.command()
@report_options
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"File that stores the last result for each link [default: {RECORD} beside the content].",
)
@click.option(
    "--again-after",
    type=click.IntRange(1),
    default=30,
    show_default=True,
    help="Recheck working links after this many days.",
)
@click.option(
    "--at-most",
    type=click.IntRange(0),
    default=300,
    show_default=True,
    help="Maximum number of links to check in this run; 0 reports the stored results.",
)
def links(**given: Any) -> None:
    """Check whether the external links in the catalog still work.

    This needs the network, so it is not part of a check or a build. Run it once a week; proposals need not wait for it.
    """
    options, content = LinksOptions(**given), current_project().content
    catalog, path = load(content), options.record or content.parent / RECORD
    addresses = {each.address for entry in catalog.all_entries for each in find_external_links(entry)}
    record = _read(path, options.record is not None)
    waiting = find_due(sorted(addresses), record, options.today, options.again_after)
    answers = dict[str, LinkResult]()
    try:
        with ending_in_order():
            for address, answer in probe_all(waiting[: options.at_most], POLICY):
                answers[address] = update_result(record.get(address), answer, options.today)
    finally:  # what an interrupted run has found is kept, too
        _require_network(answers, options.today)
        known = {address: each for address, each in {**record, **answers}.items() if address in addresses}
        if answers:
            _write(dump_record(known).encode(), options.record, content.parent)
    report = check_catalog(
        with_link_problems(catalog, known), find_checks(), Options(options.today, selection=Selection(("LK",)))
    )
    left = len(waiting) - len(answers)
    note = f"{plural(len(addresses), 'external link')}: {len(answers)} checked now, {left} still to check."
    deliver(replace(report, notes=(*report.notes, note)), options)


def _read(path: Path, named: bool) -> Record:
    """Return the record at *path*; *named* says whether the operator named that file, so that it may be a link."""
    if not os.path.lexists(path):
        return {}
    try:
        data = read_named(path, _MOST) if named else read_file(path, path.parent, _MOST)
        return read_record(decode(data, path))
    except (OSError, RecordError) as error:
        reason = str(error).rstrip(".")
        message = (
            f"{path} cannot be read as a record of links: {reason}. Delete it, or name another file with --record."
        )
        raise click.UsageError(message) from error


def _write(text: bytes, named: Path | None, root: Path) -> None:
    """Write the record to the file that the operator *named*, or else to its usual place in the project at *root*."""
    with show_disk_errors():
        if named:
            write_named(named, text)
        else:
            write_file(root / RECORD, text, root)


def _require_network(found: Mapping[str, LinkResult], today: date) -> None:
    """Stop if so many pages stopped responding on the day *today* that this machine must be offline.

    Raises:
        click.UsageError: the machine must be offline, so the results mean nothing.
    """
    silent = {address for address, each in found.items() if each.answer.outcome is Outcome.UNREACHABLE}
    lately = {address for address in silent if found[address].since == today}
    if len(silent) == len(found) and len(lately) > _SOME:
        message = (
            f"None of the {len(found)} pages responded, so nothing was recorded. Check the network, and run this again."
        )
        raise click.UsageError(message)
