"""A state's logo, which becomes part of every page: nothing in it may run, load or restyle anything."""

import re
import xml.etree.ElementTree as Xml
from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title", "desc",
    "linearGradient", "radialGradient", "stop", "clipPath", "use",
}  # fmt: skip


def clean_logo(text: str) -> str:
    """Return the SVG *text* in a form that can be part of every page.

    Raises:
        ValueError: it is not an SVG, or contains more than a drawing; the message says what, and what to do.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        text = re.sub(r"<!DOCTYPE[^<>\[]*>", "", text)
    if "<!ENTITY" in text or "<!DOCTYPE" in text or "{{" in text or "{%" in text:
        raise ValueError("it contains declarations or template code. Save it as a plain SVG.")
    try:
        root = Xml.fromstring(text)
    except Xml.ParseError as error:
        raise ValueError(f"it is not an SVG: {error}. Save it as a plain SVG.") from error
    if reason := next(_find_reasons(root), None):
        raise ValueError(f"{reason}. Save it as a plain SVG, with its shapes as paths.")
    Xml.register_namespace("", _SVG[1:-1])
    return Xml.tostring(root, encoding="unicode") + "\n"


def _find_reasons(root: Xml.Element) -> Iterator[str]:
    """Yield the reasons why the drawing cannot be used."""
    if root.tag != f"{_SVG}svg" or "viewBox" not in root.attrib:
        yield "it is not an SVG with a viewBox, so it cannot be resized"
    for element in root.iter():
        if element.tag.removeprefix(_SVG) not in _DRAWING:
            yield f"it contains <{element.tag.rpartition('}')[2]}>, which is not a shape"
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            if plain.startswith("on") or plain == "style" or (plain == "href" and not value.startswith("#")):
                yield f"it contains the attribute “{plain}”, which pages do not allow"
