"""Read the host of a web address that a stranger wrote, which may be malformed."""

from urllib.parse import urlsplit


def find_host(address: str) -> str:
    """Return the host of *address* in lowercase, or an empty text if the address has none or is malformed.

    Malformed are brackets without an IP address in them, and a port that is not a number up to 65535 (RFC 3986).
    """
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").rstrip(".") if parts.port != 0 else ""
    except ValueError:
        return ""


def find_server(address: str) -> str:
    """Return what *address*, which begins with ``http://`` or ``https://``, names as its server, even if malformed."""
    return address.split("/")[2]
