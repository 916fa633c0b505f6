"""The table of fields and terms matches the exports: every term in it is written, and every written term is in it."""

import json
import re
from collections.abc import Iterable
from typing import Any

import pytest
from website import Site

from microcredentials.publishing import _exporting as exports
from microcredentials.publishing.site import linked_data

OF_EVERY_OBJECT = {"@context", "@type", "type"}


def keys(objects: Iterable[dict[str, Any]]) -> set[str]:
    return {key for each in objects for key in each} - OF_EVERY_OBJECT


def read(site: Site, path: str) -> Any:
    return json.loads((site.folder / path).read_text("utf-8"))


def written(site: Site, vocabulary: str) -> set[str]:
    """Return the terms that describe credentials and stacks in *vocabulary*."""
    if vocabulary == "Open Badges 3.0":
        return keys(read(site, "achievements.json"))
    if vocabulary == "CTDL":
        graph = read(site, "ctdl.jsonld")["@graph"]
        return keys(node for node in graph if node["@type"] == "ceterms:MicroCredential") - {"@id"}
    package = read(site, "case.json")
    return keys(package["CFItems"]) | {"CFRubrics", "CFAssociations"}


@pytest.mark.parametrize("vocabulary", ["Open Badges 3.0", "CTDL", "CASE 1.1"])
def test_the_table_lists_exactly_the_terms_that_are_exported(served: Site, vocabulary: str):
    told = {term for terms in exports.find_mappings()[vocabulary].values() for term in terms.split(", ")}
    elsewhere = {
        "Open Badges 3.0": {"related"},  # only where a version is kept
        "CTDL": {
            "ceterms:sameAs",
            "ceterms:previousVersion",
            "ceterms:latestVersion",
            "ceterms:condition",
            "ceterms:targetCompetency",
        },
        "CASE 1.1": {"creator", "publisher"},  # of the document
    }[vocabulary]
    assert told - elsewhere == written(site=served, vocabulary=vocabulary)


def test_the_page_shows_the_whole_table(served: Site):
    html = served.html("about/data/mapping/").replace("<wbr>", "")  # where a long name may break
    for mapping in (*exports.find_mappings().values(), linked_data.MAPPING):
        assert all(f">{field}<" in html and f">{terms}<" in html for field, terms in mapping.items())


def test_long_names_may_break_between_words(served: Site):
    html = served.html("about/data/mapping/")
    assert "ceterms:<wbr>credential<wbr>Status<wbr>Type" in html
    assert "dates.<wbr>published" in html


def test_every_address_to_copy_leads_to_a_file(served: Site):
    html = served.html("about/data/mapping/")
    site_url = "https://catalog.sample-state.example/"
    paths = re.findall(rf'value="{re.escape(site_url)}([^"]+)"', html)
    assert {"catalog.csv", "issuer.json", "ctdl.jsonld"} <= set(paths)
    assert any(path.startswith("ims/case/v1p1/CFPackages/") for path in paths)
    assert all((served.folder / path).is_file() for path in paths)
