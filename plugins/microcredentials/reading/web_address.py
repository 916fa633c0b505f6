"""Read the host of a web address, which comes from an untrusted file and may be malformed."""

import re
from urllib.parse import urlsplit

_SHOWN_ADDRESS = re.compile(
    r"\s*(?:(?:https?://|www\.)\S+|[\w.-]+\.(?:com|edu|example|gov|info|mil|net|org|us)(?:[/?#:]\S*)?)\s*", re.I
)
"""Words that readers take for an address. Many names look like one (“Node.js”), so only some domains are known here."""


def find_host(address: str) -> str:
    """Return the host of *address* in lowercase, or an empty text if the address has none or is malformed.

    An address is malformed if it has brackets without an IP address in them, or a port that is not a number up to 65535
    (RFC 3986).
    """
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").rstrip(".") if parts.port != 0 else ""
    except ValueError:
        return ""


def leads_elsewhere(words: str, address: str) -> bool:
    """Return whether *words*, the text of a link to *address*, show the address of a different site."""
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
    """Return the server in *address*, even if malformed; *address* begins with ``http://`` or ``https://``."""
    return address.split("/")[2]
