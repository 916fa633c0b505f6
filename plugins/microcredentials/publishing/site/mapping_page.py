"""The page about the data: its addresses, the terms of each vocabulary for our fields, and our own formats."""

from collections.abc import Mapping, Sequence

from ...model.data_format import DataFormat
from ..output import DataFile, Page
from .render import Renderer

PATH = "about/data/mapping.md"


def mapping_page(
    vocabularies: Mapping[str, Mapping[str, str]], formats: Sequence[DataFormat], exported: Sequence[DataFile],
    renderer: Renderer,
) -> Page:  # fmt: skip
    """Return the page, with the addresses of the *exported* files that are about the whole catalog.

    *vocabularies* gives the mapping of each vocabulary: its terms, joined by commas, by our fields.
    """
    fields = sorted({field for mapping in vocabularies.values() for field in mapping}, key=str.casefold)
    rows = [(field, [mapping.get(field, "") for mapping in vocabularies.values()]) for field in fields]
    paths = sorted(file.path for file in exported if not file.path.startswith(("credentials/", "stacks/")))
    html = renderer.body(
        "mapping.html", PATH, vocabularies=list(vocabularies), rows=rows, formats=formats, addresses=paths,
        site_url=renderer.site.site_url,
    )  # fmt: skip
    description = "Which field of a micro-credential becomes which term of each published vocabulary."
    return Page(PATH, "Fields and terms", description, html, "mapping", parent="about/data.md")
