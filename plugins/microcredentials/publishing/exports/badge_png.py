"""The image of each badge as PNG, for mail, documents and platforms that do not show SVG.

It is the drawing of the SVG, and contains the title of the badge as text (``Title``).
"""

import struct
import zlib
from collections.abc import Iterator
from functools import cache

import resvg_py

from ...catalog.catalog import Catalog
from ...model.program import Badge
from .._badge import badge_title, draw_badge, look_of
from ..output import DataFile
from ._addresses import beside_page
from ._public import public_entries

FILE = "badge.png"
SIZE = 600
"""The width and the height in pixels."""
_HEADER = 8 + 25
"""The bytes of a PNG's signature and first chunk, after which texts may follow (https://www.w3.org/TR/png-3/)."""


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is not a draft, at each of its addresses."""
    colors = catalog.program.file.badge if catalog.program.file else Badge()
    for entry in public_entries(catalog):
        image = _picture(draw_badge(look_of(entry, catalog), colors, ""))
        yield from beside_page(entry, FILE, _with_title(image, badge_title(entry.spec)))


@cache
def _picture(svg: str) -> bytes:
    """Return *svg* as a PNG; many badges look alike, and drawing takes most of the time. No font is needed."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=SIZE, height=SIZE, skip_system_fonts=True))


def _with_title(image: bytes, title: str) -> bytes:
    chunk = b"iTXt" + b"Title\0\0\0\0\0" + title.encode()
    length, check = struct.pack(">I", len(chunk) - 4), struct.pack(">I", zlib.crc32(chunk))
    return image[:_HEADER] + length + chunk + check + image[_HEADER:]
