"""The answers of a state that makes the project its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class AdoptingState:
    """The answers. ``name``, ``agency`` and ``program`` may contain anything that one line of text can contain.

    ``code`` is the postal code. ``site`` and ``repository`` are addresses, the latter without a slash at the end.
    ``color`` and ``accent`` have the form ``#rrggbb``, and ``today`` the form 2026-09-01. ``uid`` is the new identifier
    of the issuer, and ``uids`` has one for each spec, by path. ``keep_models`` says whether to keep these specs.
    """

    name: str
    code: str
    agency: str
    agency_id: str
    website: str
    contact: str
    program: str
    site: str
    repository: str
    uid: str
    today: str
    color: str
    accent: str
    keep_models: bool = False
    uids: Mapping[str, str] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        """The owner of the repository on its code host: ``owner`` in ``https://host/owner/name``."""
        return self.repository.split("/")[3]
