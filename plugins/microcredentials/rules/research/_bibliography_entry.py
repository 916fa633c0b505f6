"""Find the facts that a bibliography entry lacks, without which readers cannot find the work."""

import re
from typing import Any

from ...model.bibliography import ReferenceEntry
from ...reading.web_address import find_host

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_IDENTIFIERS = ("ISBN", "PMCID", "PMID", "archive_location")
"""The CSL fields for numbers that always identify one work; ``archive_location`` contains those of ERIC."""

_LEGAL_TYPES = ("bill", "legal_case", "legislation", "regulation", "treaty")
"""The CSL types for works that have no author; they may be cited without a date, in their current text."""

_PART_TYPES = ("article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "entry")
"""The CSL types for works that appear in a larger one."""


def missing_facts(work: ReferenceEntry) -> list[str]:
    """Return the facts that *work* lacks, as the objects of a sentence: ``["authors", "a year"]``."""
    csl, is_law = work.csl, work.type in _LEGAL_TYPES
    has = {
        "authors": is_law or bool(_people(csl)),
        "a year": is_law or work.year is not None,
        "a title": bool(work.title.strip()),
        "the journal or book it appeared in": work.type not in _PART_TYPES or bool(csl.get("container-title")),
        "a publisher or another source": work.type in _PART_TYPES or _has_source(csl),
        "something to find it by, such as a DOI, an https address or an ISBN": _can_be_found(csl),
    }
    return [fact for fact, is_present in has.items() if not is_present]


def malformed_doi(work: ReferenceEntry) -> str | None:
    """Return the DOI of *work* if it does not have the form of a DOI."""
    doi = work.csl.get("DOI")
    return str(doi) if doi is not None and not _DOI.fullmatch(str(doi)) else None


def malformed_url(work: ReferenceEntry) -> str | None:
    """Return the URL of *work* if it has the beginning of a web address but is not one."""
    url = str(work.csl.get("URL", ""))
    return url if url.startswith(("http://", "https://")) and not find_host(url) else None


def _people(csl: dict[str, Any]) -> list[str]:
    """Return the names of the authors and editors; an organization has a literal name."""
    return [name for each in _names(csl, "author", "editor") if (name := each.get("family") or each.get("literal"))]


def _names(csl: dict[str, Any], *roles: str) -> list[dict[str, Any]]:
    """Return the people listed under *roles*, without values that are not mappings."""
    listed = [each for role in roles if isinstance(csl.get(role), list) for each in csl[role]]
    return [each for each in listed if isinstance(each, dict)]


def _has_source(csl: dict[str, Any]) -> bool:
    """Return whether a publisher, a larger work, a site or the organization that wrote it is named."""
    organization = any("literal" in each for each in _names(csl, "author"))
    return organization or any(csl.get(key) for key in ("publisher", "container-title", "authority", "URL"))


def _can_be_found(csl: dict[str, Any]) -> bool:
    report_number = bool(csl.get("number")) and csl["type"] not in _PART_TYPES
    number = report_number or any(csl.get(key) for key in _IDENTIFIERS)
    return number or "DOI" in csl or str(csl.get("URL", "")).startswith("https://")
