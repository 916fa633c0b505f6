"""The table of which field of a spec becomes which term of each vocabulary, made from the exports themselves."""

from collections.abc import Mapping

from ..output import Page
from .render import Renderer

PATH = "about/data/mapping.md"


def mapping_page(vocabularies: Mapping[str, Mapping[str, str]], renderer: Renderer) -> Page:
    """Return the table; *vocabularies* gives each one's terms, joined by commas, by our fields."""
    fields = sorted({field for mapping in vocabularies.values() for field in mapping}, key=str.casefold)
    rows = [(field, [mapping.get(field, "") for mapping in vocabularies.values()]) for field in fields]
    html = renderer.body("mapping.html", PATH, vocabularies=list(vocabularies), rows=rows)
    said = "Which field of a micro-credential becomes which term of each published vocabulary."
    return Page(PATH, "Fields and terms", said, html, "mapping", parent="about/data.md")
