"""The facts about a site that its pages need."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .proposal_links import ProposalLinks


@dataclass(frozen=True)
class SiteInfo:
    """The facts about a site that its pages need.

    ``site_url`` ends with a slash or is empty. ``edit`` is the address prefix of the content's sources; without it,
    pages have no “Suggest a change”. A ``preview`` shows drafts and findings. ``newest_day`` dates the pages about the
    whole catalog. Files in the folders ``templates`` replace the package's templates of the same name. ``proposal``
    says where readers propose a micro-credential, if the host of the sources lets them.
    """

    newest_day: date
    site_url: str = ""
    edit: str = ""
    preview: bool = False
    templates: tuple[Path, ...] = ()
    proposal: ProposalLinks | None = None
