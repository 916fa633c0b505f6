"""A state's logo as part of every page, where nothing in it may run, load or restyle anything."""

import re
import xml.etree.ElementTree as Xml
from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title", "desc",
    "linearGradient", "radialGradient", "stop", "clipPath", "use",
}  # fmt: skip


def mark(text: str) -> str:
    """Return the SVG *text* fit to stand in the band of every page.

    Raises:
        ValueError: it is no SVG, or holds more than a drawing; the message says what, and what to do.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        text = re.sub(r"<!DOCTYPE[^>\[]*>", "", text)
    if "<!ENTITY" in text or "<!DOCTYPE" in text or "{{" in text or "{%" in text:
        raise ValueError("it declares something of its own. Save it as a plain SVG.")
    try:
        root = Xml.fromstring(text)
    except Xml.ParseError as error:
        raise ValueError(f"it is no SVG: {error}") from error
    for fault in _faults(root):
        raise ValueError(f"{fault}. Save it as a plain SVG, with its shapes as paths.")
    Xml.register_namespace("", _SVG[1:-1])
    return Xml.tostring(root, encoding="unicode") + "\n"


def _faults(root: Xml.Element) -> Iterator[str]:
    if root.tag != f"{_SVG}svg" or "viewBox" not in root.attrib:
        yield "it is no SVG with a viewBox, which lets it take any size"
    for element in root.iter():
        if element.tag.removeprefix(_SVG) not in _DRAWING:
            yield f"it holds <{element.tag.rpartition('}')[2]}>, which is no drawing"
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            if plain.startswith("on") or plain == "style" or (plain == "href" and not value.startswith("#")):
                yield f"it holds the attribute “{plain}”, which pages do not allow"
