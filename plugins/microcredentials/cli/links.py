"""``links``: check whether the pages and works that a catalog refers to can still be found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ..catalog.folder import write_atomically
from ..catalog.loading import load
from ..checking.run import Options, check
from ..links.answer import Outcome
from ..links.external import find_external_links
from ..links.findings import with_link_problems
from ..links.network import PUBLIC, probe_all
from ..links.record import LinkResult, Record, RecordError, dump_record, find_due, read_record, update_result
from ..model.wording import plural
from ..rules.registry import all_checks
from ._project import current_project
from ._reporting import deliver, reporting

RECORD = "links.json"
POLICY = PUBLIC
_MANY = 3
"""If more pages than this become unreachable on the same day, this machine is probably offline."""


@click.command()
@reporting
@click.option("--record", "path", type=click.Path(dir_okay=False, path_type=Path),
              help=f"File with the last result for each link [default: {RECORD} beside the content].")  # fmt: skip
@click.option("--again-after", "days", type=click.IntRange(1), default=30, show_default=True,
              help="Check working links again after this many days.")  # fmt: skip
@click.option("--at-most", "most", type=click.IntRange(0), default=300, show_default=True,
              help="Check at most this many links; 0 reports the stored results.")  # fmt: skip
def links(
    format_: str, outputs: list[tuple[str, Path]], fail_on: str, today: date, path: Path | None, days: int, most: int
) -> None:
    """Check whether the pages and works that the catalog refers to can still be found.

    This needs the network, which no check and no build uses. Run it once a week; a proposal should not wait for it.
    """
    content = current_project().content
    catalog, path = load(content), path or content.parent / RECORD
    addresses = {link.address for entry in catalog.all_entries for link in find_external_links(entry)}
    record = _read(path)
    due = find_due(sorted(addresses), record, today, days)
    results = _check(due[:most], record, today)
    current = {address: each for address, each in {**record, **results}.items() if address in addresses}
    if results:
        write_atomically(path, dump_record(current).encode())
    options = Options(today, chosen=lambda rule: rule.startswith("LK-"))
    report = check(with_link_problems(catalog, current), all_checks(), options)
    counts = f"{len(results)} checked now, {len(due[most:])} still to check"
    note = f"{plural(len(addresses), 'external link')}: {counts}."
    deliver(replace(report, notes=(*report.notes, note)), format_, outputs, fail_on)


def _read(path: Path) -> Record:
    try:
        return read_record(path.read_text("utf-8")) if path.exists() else {}
    except (OSError, UnicodeDecodeError, RecordError) as error:
        message = f"{path} cannot be read as a record of links: {error}."
        raise click.UsageError(f"{message} Delete it, or name a different file with --record.") from error


def _check(addresses: Sequence[str], record: Record, today: date) -> dict[str, LinkResult]:
    """Request *addresses* now, and return their results.

    Raises:
        click.UsageError: this machine seems to be offline.
    """
    answers = probe_all(addresses, POLICY)
    found = {address: update_result(record.get(address), answer, today) for address, answer in answers}
    unreachable = [each for each in found.values() if each.answer.outcome is Outcome.UNREACHABLE]
    recent = sum(each.since == today for each in unreachable)
    if len(unreachable) == len(found) and recent > _MANY:
        message = f"None of {len(found)} pages answered, so this machine is probably not connected."
        raise click.UsageError(f"{message} Nothing was recorded.")
    return found
