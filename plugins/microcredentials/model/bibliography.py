"""The shared bibliography (``references/``): CSL entries, with notes for which CSL has no field."""

import re
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from .fields import Day, Model, Term, Text


class Verified(Model):
    """When and how a reference was verified."""

    date: Day
    how: Text


class ReferenceNotes(Model):
    """The notes on a reference for which CSL has no field, under ``custom``."""

    verified: Verified | None = None
    kind: Annotated[str, Term("reference_kinds")] | None = None
    evidence_tier: Annotated[str, Term("evidence_tiers")] | None = None
    open_access: bool | None = None
    seminal: bool = False
    authors_complete: bool = True


class ReferenceEntry(Model):
    """An entry of the bibliography: the fields of CSL, as Zotero and Pandoc write them, and ``custom``."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    id: Text
    type: Text
    title: str = Field(default="", max_length=1000)
    custom: ReferenceNotes = ReferenceNotes()

    @property
    def year(self) -> int | None:
        """The year of publication, if it is given; programs write it in several forms."""
        found = re.search(r"(?<!\d)\d{4}(?!\d)", str((self.__pydantic_extra__ or {}).get("issued", "")))
        return int(found[0]) if found else None

    @property
    def csl(self) -> dict[str, Any]:
        """The entry as CSL data."""
        return {**(self.__pydantic_extra__ or {}), "id": self.id, "type": self.type, "title": self.title,
                "custom": {"authors_complete": self.custom.authors_complete}}  # fmt: skip
