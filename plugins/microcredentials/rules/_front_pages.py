"""Recognize the front page of a site, on which readers would have to look for what is meant."""

import re
from urllib.parse import urlsplit

_NO_PAGE = re.compile(r"/?(?:(?:index|home|default)(?:\.\w{2,5})?/?)?", re.I)


def is_front_page(address: str) -> bool:
    """Return whether *address* leads to the front page of another site."""
    parts = urlsplit(address)
    return bool(parts.netloc) and not parts.query and not parts.fragment and bool(_NO_PAGE.fullmatch(parts.path))


def is_front_page_of_publisher(address: str) -> bool:
    """Return whether *address* leads to the front page of a whole domain.

    The front page of a subdomain, such as ``udlguidelines.cast.org``, is often the work itself.
    """
    return is_front_page(address) and urlsplit(address).netloc.removeprefix("www.").count(".") == 1
