"""Read text, people, dates and addresses from a CSL entry without trusting any of it.

An entry is a mapping of CSL variables (CSL 1.0.2), as Zotero exports it or Pandoc reads it. A variable that is missing
or has no usable value is read as empty; no function raises an error. How values are printed is decided elsewhere.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from ..reading.web_address import find_host

Item = Mapping[str, object]

# Control characters and marks of writing direction could hide or reorder text; half a surrogate pair cannot be encoded.
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_DATE = re.compile(r"(?<!\d)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s/?#<>\"\\]++[^\s<>\"]*", re.IGNORECASE)
_PMCID = re.compile(r"(?:PMC)?(\d{3,9})", re.IGNORECASE)
_ERIC = re.compile(r"E[DJ]\d{6,7}")
_OTHERS = frozenset({"et al", "et al.", "others", "and others"})


@dataclass(frozen=True)
class Name:
    """The name of a person, or of an organization: then ``family`` is the whole name and the rest is empty."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class People:
    """The people in one role, in order; ``complete`` is false if the data say that there are others."""

    names: tuple[Name, ...] = ()
    complete: bool = True

    def families(self) -> tuple[str, ...]:
        """Return each family name, or the whole name of an organization."""
        return tuple(name.family for name in self.names)


@dataclass(frozen=True)
class Date:
    """A date: ``year`` is four digits, a range, words such as "in press", or empty; unknown month and day are 0."""

    year: str = ""
    month: int = 0
    day: int = 0


def read_text(item: object, *variables: str) -> str:
    """Return the first of *variables* that has text: on one line, composed (NFC), without control characters."""
    values: Item = item if isinstance(item, Mapping) else {}
    for variable in variables:
        value = values.get(variable)
        if isinstance(value, str | int | float) and (line := _line(str(value))):
            return line
    return ""


@lru_cache(maxsize=8192)  # the same texts are read many times, on the page of every spec that cites the work
def _line(words: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub(" ", words).strip())


def read_people(item: Item, variable: str) -> People:
    """Return the people in *variable*.

    ``custom.authors_complete: false``, or a name such as "et al.", says that others are missing.
    """
    value, custom = item.get(variable), item.get("custom")
    given = [name for name in map(_name, value if isinstance(value, list | tuple) else ()) if name.family]
    names = tuple(name for name in given if name.family.casefold() not in _OTHERS)
    partial = variable == "author" and isinstance(custom, Mapping) and custom.get("authors_complete") is False
    return People(names, complete=len(names) == len(given) and not partial)


def _name(value: object) -> Name:
    family = " ".join(filter(None, (read_text(value, "non-dropping-particle"), read_text(value, "family"))))
    if not family:
        return Name(read_text(value, "literal", "given"))
    return Name(family, read_text(value, "given"), read_text(value, "dropping-particle"), read_text(value, "suffix"))


def read_date(item: Item, variable: str) -> Date:
    """Return the date in *variable*: its parts, or the first year in a raw or literal date, or else its words."""
    value = item.get(variable)
    parts = value if isinstance(value, Mapping) else {"raw": "" if value is None else str(value)}
    spans = _spans(parts.get("date-parts"))
    if len(spans) > 1:
        return Date("–".join(dict.fromkeys(span.partition("-")[0] for span in spans)))
    words = spans[0] if spans else read_text(parts, "raw", "literal")
    found = _DATE.search(words)
    return Date(found[1], int(found[2] or 0), int(found[3] or 0)) if found else Date(words)


def _spans(parts: object) -> list[str]:
    spans = parts if isinstance(parts, list | tuple) else ()
    kept = (span for span in spans if isinstance(span, list | tuple) and span)
    return ["-".join(read_text({"number": number}, "number") for number in span) for span in kept]


def find_eric_number(item: Item) -> str:
    """Return the accession number in ERIC, which Zotero stores as the location in the archive."""
    numbers = (read_text(item, variable) for variable in ("archive_location", "archive-location", "number"))
    return next(filter(_ERIC.fullmatch, numbers), "")


def find_address(item: Item) -> str:
    """Return the address of the work: its DOI, or else its URL, PubMed Central or ERIC page. Only http and https.

    Characters that a DOI may have and an address may not, such as < and > in older ones, are percent-encoded
    (RFC 3986).
    """
    for variable in ("DOI", "URL"):
        if doi := _DOI.fullmatch(read_text(item, variable)):
            return "https://doi.org/" + quote(doi[1], safe="/:;()[]@!$&'*+,=")
    if _URL.fullmatch(read_text(item, "URL")) and find_host(read_text(item, "URL")):
        return read_text(item, "URL")
    if number := _PMCID.fullmatch(read_text(item, "PMCID")):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{number[1]}/"
    return f"https://eric.ed.gov/?id={find_eric_number(item)}" if find_eric_number(item) else ""
