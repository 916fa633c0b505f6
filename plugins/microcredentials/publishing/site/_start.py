"""The way to start a credential: the platform of the program, or a message with the credential's name in it."""

from dataclasses import dataclass
from urllib.parse import quote

from ...catalog.entry import Entry
from ...model.policy import Submission
from ...model.spec import MicroCredential

_SLUG = "{slug}"
"""Stands for the credential in the address of a platform."""


@dataclass(frozen=True)
class Start:
    """Where the button leads: to a page or a platform, or, if ``is_message``, to a new message to ``contact``.

    ``guide`` is the page of this site that explains how to start, or empty.
    """

    url: str
    contact: str
    is_message: bool
    guide: str


def start_of(entry: Entry[MicroCredential], page: str) -> Start | None:
    """Return how to start *entry*, whose page is at the address *page*; None if the program does not say."""
    submission = entry.spec.submission
    contact, url = submission.contact or "", (submission.url or "").replace(_SLUG, entry.slug)
    guide = url if url.startswith("/") else ""
    if "@" in contact and (guide or not url):
        return Start(_message(submission, entry.spec.title, page), contact, True, guide)
    return Start(url, contact, False, "") if url else None


def _message(submission: Submission, title: str, page: str) -> str:
    body = f"I would like to start “{title}”.\n{page}\n\nMy name:\nMy school and district:\nWhat I teach or do:\n"
    return f"mailto:{submission.contact}?subject={quote(f'Start: {title}')}&body={quote(body)}"
