"""The record of links: the last result for each address, kept in a JSON file so that no page is requested too often.

The file may have been edited. Its content is fitted into these types or refused, and never executed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, zip_longest
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from ..reading.web_address import find_server
from .answer import Answer, Outcome


class RecordError(Exception):
    """A file is not a record of links; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class LinkResult:
    """The latest answer for an address, and the day of the request; ``since`` is the first day of this outcome."""

    answer: Answer
    asked: date
    since: date


Record = Mapping[str, LinkResult]
"""The last results, by address."""


@dataclass(frozen=True, slots=True)
class _File:
    schema: Literal[1]
    links: dict[str, LinkResult]


_FILE = TypeAdapter(_File)


def read_record(text: str) -> Record:
    """Return the record in *text*.

    Raises:
        RecordError: it is not a record.
    """
    try:
        return _FILE.validate_json(text).links
    except ValidationError as error:
        first = error.errors()[0]
        raise RecordError(f"{'/'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")) from error


def dump_record(record: Record) -> str:
    """Return *record* as text, sorted by address, so that a diff shows each changed address separately."""
    file = _File(1, {address: record[address] for address in sorted(record)})
    return _FILE.dump_json(file, indent=1, by_alias=True).decode() + "\n"


def update_result(last: LinkResult | None, answer: Answer, today: date) -> LinkResult:
    """Return the result for an address after *answer*, where *last* was the result before."""
    is_same = last is not None and last.answer.outcome is answer.outcome
    return LinkResult(answer, today, last.since if last and is_same else today)


def find_due(addresses: Iterable[str], record: Record, today: date, days: int) -> tuple[str, ...]:
    """Return which of *addresses* to request today: new ones first, then by the day of their last request.

    A page that was found is due after *days*, and any other page on the next day. Hosts take turns.
    """
    due = [address for address in dict.fromkeys(addresses) if _is_due(record.get(address), today, days)]
    due.sort(key=lambda address: (record[address].asked if address in record else date.min, address))
    by_host: dict[str, list[str]] = {}
    for address in due:
        by_host.setdefault(find_server(address), []).append(address)
    return tuple(each for each in chain.from_iterable(zip_longest(*by_host.values())) if each)


def _is_due(last: LinkResult | None, today: date, days: int) -> bool:
    if last is None:
        return True
    wait = days if last.answer.outcome in (Outcome.FOUND, Outcome.MOVED) else 1
    return today - last.asked >= timedelta(wait)
