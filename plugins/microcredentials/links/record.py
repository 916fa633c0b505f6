"""What was heard of each address and when, so that nobody is asked again too soon: a file of JSON, sorted.

Whatever somebody may have put in its place is fitted into these types or refused; nothing of it is ever run.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import chain, zip_longest
from typing import Literal
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from .answer import Answer, Outcome

SCHEMA = 1


class RecordError(Exception):
    """A file is no record of links; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Known:
    """The latest answer of an address, the day it was given, and the first day of this outcome without another."""

    answer: Answer
    asked: date
    since: date


@dataclass(frozen=True, slots=True)
class _File:
    schema: Literal[1]
    links: dict[str, Known]


Record = Mapping[str, Known]


def read_record(text: str) -> Record:
    """Return what the record *text* holds.

    Raises:
        RecordError: it is no record.
    """
    try:
        return TypeAdapter(_File).validate_json(text).links
    except ValidationError as error:
        first = error.errors()[0]
        raise RecordError(f"{'/'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")) from error


def put_down(record: Record) -> str:
    """Return *record* as text; in a comparison of two, each address that changed is a change of its own."""
    data = {"schema": SCHEMA, "links": {address: asdict(record[address]) for address in sorted(record)}}
    return json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n"


def noted(known: Known | None, answer: Answer, today: date) -> Known:
    """Return what is known of an address after *answer*, where *known* was known before."""
    same = known is not None and known.answer.outcome is answer.outcome
    return Known(answer, today, known.since if known and same else today)


def due(addresses: Iterable[str], record: Record, today: date, days: int) -> tuple[str, ...]:
    """Return which of *addresses* to ask, those that were never asked first, then by the day.

    What was there is asked again after *days*, and what was not on the next day. Hosts take turns.
    """
    asked = [address for address in dict.fromkeys(addresses) if _is_due(record.get(address), today, days)]
    asked.sort(key=lambda address: (record[address].asked if address in record else date.min, address))
    by_host: dict[str, list[str]] = {}
    for address in asked:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    return tuple(each for each in chain.from_iterable(zip_longest(*by_host.values())) if each)


def _is_due(known: Known | None, today: date, days: int) -> bool:
    if known is None:
        return True
    wait = days if known.answer.outcome in (Outcome.THERE, Outcome.MOVED) else 1
    return today - known.asked >= timedelta(wait)
