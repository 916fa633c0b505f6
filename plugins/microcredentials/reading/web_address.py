"""Read the host of a web address that a stranger wrote, which may be malformed."""

import re
from urllib.parse import urlsplit

_SHOWN_ADDRESS = re.compile(
    r"\s*(?:(?:https?://|www\.)\S+|[\w.-]+\.(?:com|edu|example|gov|info|mil|net|org|us)(?:[/?#:]\S*)?)\s*", re.I
)
"""Words that readers take for an address. Many names look like one (“Node.js”), so only some domains are known here."""


def find_host(address: str) -> str:
    """Return the host of *address* in lowercase, or an empty text if the address has none or is malformed.

    Malformed are brackets without an IP address in them, and a port that is not a number up to 65535 (RFC 3986).
    """
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").rstrip(".") if parts.port != 0 else ""
    except ValueError:
        return ""


def leads_elsewhere(words: str, address: str) -> bool:
    """Return whether *words* show a web address, and a link with these words leads to a different site: *address*."""
    if not _SHOWN_ADDRESS.fullmatch(words):
        return False
    shown = _site(find_host(words.strip() if "://" in words else f"https://{words.strip()}"))
    real = _site(find_host(address))
    return bool(shown and real) and not f".{real}".endswith(f".{shown}") and not f".{shown}".endswith(f".{real}")


def _site(host: str) -> str:
    """Return *host* as networks write it: letters beyond ASCII are encoded. A leading “www.” is left out."""
    try:
        return host.encode("idna").decode().removeprefix("www.")
    except UnicodeError:
        return host.removeprefix("www.")


def find_server(address: str) -> str:
    """Return what *address*, which begins with ``http://`` or ``https://``, names as its server, even if malformed."""
    return address.split("/")[2]
