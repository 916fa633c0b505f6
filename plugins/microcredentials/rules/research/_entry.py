"""What an entry of the bibliography needs before a reader can find the work."""

import re
from typing import Any

from ...model.bibliography import ReferenceEntry

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NUMBERS = ("ISBN", "PMCID", "PMID", "archive_location")
"""Where CSL keeps numbers that lead to one work for good; ERIC's stand in the last."""

_LAWS = ("bill", "legal_case", "legislation", "regulation", "treaty")
"""CSL's types for what has no author, and may be cited without a date as it stands today."""

_PARTS = ("article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "entry")
"""CSL's types for what appears in something larger."""


def lacking(work: ReferenceEntry) -> list[str]:
    """Return what *work* lacks, in the words of a sentence."""
    csl, law = work.csl, work.type in _LAWS
    has = {
        "authors": law or bool(_people(csl)),
        "a year": law or work.year is not None,
        "a title": bool(work.title.strip()),
        "the journal or book it appeared in": work.type not in _PARTS or bool(csl.get("container-title")),
        "a publisher or another source": work.type in _PARTS or bool(_source(csl)),
        "something to find it by, such as a DOI, an https address or an ISBN": _can_be_found(csl),
    }
    return [what for what, is_there in has.items() if not is_there]


def broken_doi(work: ReferenceEntry) -> str | None:
    """Return the DOI of *work* if it has not the form of one."""
    doi = work.csl.get("DOI")
    return str(doi) if doi is not None and not _DOI.fullmatch(str(doi)) else None


def _people(csl: dict[str, Any]) -> list[str]:
    """Return the names of those who made it; an organization has a literal name."""
    return [name for each in _names(csl, "author", "editor") if (name := each.get("family") or each.get("literal"))]


def _names(csl: dict[str, Any], *roles: str) -> list[dict[str, Any]]:
    """Return the entries of people under *roles*; what has not their form is left out."""
    listed = [each for role in roles if isinstance(csl.get(role), list) for each in csl[role]]
    return [each for each in listed if isinstance(each, dict)]


def _source(csl: dict[str, Any]) -> bool:
    """Say whether a publisher, a larger work, a site or the organization that wrote it answers for the work."""
    organization = any("literal" in each for each in _names(csl, "author"))
    return organization or any(csl.get(key) for key in ("publisher", "container-title", "authority", "URL"))


def _can_be_found(csl: dict[str, Any]) -> bool:
    report_number = bool(csl.get("number")) and csl["type"] not in _PARTS
    number = report_number or any(csl.get(key) for key in _NUMBERS)
    return number or "DOI" in csl or str(csl.get("URL", "")).startswith("https://")
