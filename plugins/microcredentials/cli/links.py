"""The command that asks whether the pages and works that a catalog refers to are still there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ..catalog.folder import write_atomically
from ..catalog.loading import load
from ..checking.run import Options, check
from ..links.answer import Outcome
from ..links.findings import told
from ..links.network import Reach, ask_all
from ..links.outgoing import outgoing
from ..links.record import Known, RecordError, due, noted, put_down, read_record
from ..model.wording import plural
from ..rules.registry import all_checks
from ._project import current_project
from ._reporting import deliver, reporting

RECORD = "links.json"
REACH = Reach()
_SOME = 3
"""More pages than that do not all fall silent on one day, unless it is we who are not connected."""


@click.command()
@reporting
@click.option("--record", "path", type=click.Path(dir_okay=False, path_type=Path),
              help=f"Where what was heard of each address is kept; else {RECORD} beside the content.")  # fmt: skip
@click.option("--again-after", "days", type=click.IntRange(1), default=30, show_default=True,
              help="Days after which what was there is asked for again.")  # fmt: skip
@click.option("--at-most", "most", type=click.IntRange(0), default=300, show_default=True,
              help="How many addresses to ask in one run; 0 reports what is known.")  # fmt: skip
def links(
    format_: str, outputs: list[tuple[str, Path]], fail_on: str, today: date, path: Path | None, days: int, most: int
) -> None:
    """Ask whether the pages and works that the catalog refers to are still there.

    This needs the network. No check and no build does it, and a proposal should not wait for it: run it once a week.
    """
    content = current_project().content
    catalog, path = load(content), path or content.parent / RECORD
    addresses = {each.address for entry in catalog.all_entries for each in outgoing(entry)}
    record = _read(path)
    waiting = due(sorted(addresses), record, today, days)
    heard = _heard(waiting[:most], record, today)
    known = {address: each for address, each in {**record, **heard}.items() if address in addresses}
    if heard:
        write_atomically(path, put_down(known).encode())
    report = check(told(catalog, known), all_checks(), Options(today, chosen=lambda rule: rule.startswith("LK-")))
    said = plural(len(addresses), "address", "addresses")
    note = f"{said} of others: {len(heard)} asked now, {len(waiting[most:])} still to be asked."
    deliver(replace(report, notes=(*report.notes, note)), format_, outputs, fail_on)


def _read(path: Path) -> Mapping[str, Known]:
    try:
        return read_record(path.read_text("utf-8")) if path.exists() else {}
    except (OSError, UnicodeDecodeError, RecordError) as error:
        said = f"{path} cannot be read as a record of links: {error}. Delete it, or name another one with --record."
        raise click.UsageError(said) from error


def _heard(addresses: Sequence[str], record: Mapping[str, Known], today: date) -> dict[str, Known]:
    """Ask *addresses*, and return what is known of them now."""
    found = {address: noted(record.get(address), answer, today) for address, answer in ask_all(addresses, REACH)}
    silent = {address for address, each in found.items() if each.answer.outcome is Outcome.UNREACHABLE}
    lately = {address for address in silent if found[address].since == today}
    if len(silent) == len(found) and len(lately) > _SOME:
        said = f"None of {len(found)} pages answered, so it is most likely this machine that is not connected."
        raise click.UsageError(f"{said} Nothing was recorded.")
    return found
