"""What a state says of itself when it takes the project over."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class State:
    """The answers, each fit to stand in YAML and Markdown as it is.

    ``code`` is the postal code, ``site`` and ``repository`` are addresses (the latter without a slash at the end),
    ``color`` and ``accent`` are ``#rrggbb``. ``uids`` has a fresh identifier for each spec that stays, by path, and
    ``uid`` is that of the issuer. ``today`` reads 2026-09-01.
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
    models: bool = False
    uids: Mapping[str, str] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        """Who owns the repository, as the code host names teams: ``https://host/owner/name`` → ``owner``."""
        return self.repository.split("/")[3]
