"""Recognize addresses that may soon lead nowhere, or that only one person can open, and addresses of the same page."""

from urllib.parse import urlsplit

SHORTENERS = (
    "bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly",
    "tiny.cc", "tinyurl.com",
)  # fmt: skip
"""Services that replace an address with a shorter one."""

DRIVES = (
    "1drv.ms", "box.com", "docs.google.com", "drive.google.com", "dropbox.com", "icloud.com", "mediafire.com",
    "mega.nz", "onedrive.live.com", "sharepoint.com", "we.tl", "wetransfer.com",
)  # fmt: skip
"""Services in which a file belongs to one account and disappears with it."""


def find_address_problem(url: str) -> tuple[str, str] | None:
    """Return why *url* is not reliable and what to do, or None if it is."""
    host = urlsplit(url).hostname or ""
    if _belongs_to(host, SHORTENERS):
        return "hides where it leads", "Write the full address that it leads to."
    if _belongs_to(host, DRIVES):
        return "leads to a personal drive", "Link to a page on the publisher's site."
    return None


def page_key(url: str) -> tuple[str, str, str]:
    """Return the host, path and query that all addresses of one page share."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def _belongs_to(host: str, hosts: tuple[str, ...]) -> bool:
    return host.endswith(hosts) and any(host == each or host.endswith(f".{each}") for each in hosts)
