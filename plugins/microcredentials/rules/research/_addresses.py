"""Addresses that tomorrow may lead nowhere, or that only one person can open."""

from urllib.parse import urlsplit

SHORTENERS = (
    "bit.ly", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly",
    "tiny.cc", "tinyurl.com",
)  # fmt: skip
"""Services that put a short address in place of the real one."""

DRIVES = (
    "1drv.ms", "box.com", "docs.google.com", "drive.google.com", "dropbox.com", "icloud.com", "mediafire.com",
    "mega.nz", "onedrive.live.com", "sharepoint.com", "we.tl", "wetransfer.com",
)  # fmt: skip
"""Services in which a file belongs to one account, and vanishes or closes with it."""


def trouble(url: str) -> tuple[str, str] | None:
    """Return what speaks against *url* and what to do, or None."""
    host = urlsplit(url).hostname or ""
    if _among(host, SHORTENERS):
        return "hides where it leads", "Write the full address that it leads to."
    if _among(host, DRIVES):
        return "leads to a personal drive", "Link to a page on the publisher's site."
    return None


def same_place(url: str) -> tuple[str, str, str]:
    """Return what two addresses of one page have in common."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def _among(host: str, hosts: tuple[str, ...]) -> bool:
    return host.endswith(hosts) and any(host == each or host.endswith(f".{each}") for each in hosts)
