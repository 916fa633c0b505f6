"""From the site to a proposal: the editor opens with a template that the checks can read, in which only the TODOs are
left to replace.
"""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from project import Project
from website import Site, build_site

from microcredentials.publishing.site.proposal_links import LONGEST


def links(html: str) -> dict[str, str]:
    """Return the addresses of the part of the catalog page that is about proposals, by their words."""
    part = html.partition('id="propose-title"')[2].partition("</section>")[0]
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a>', part)
    return {words: unescape(address) for address, words in found}


def test_the_editor_opens_with_a_draft_in_which_only_texts_are_missing(project: Project, served: Site):
    address = links(served.html("catalog"))["Write it in your browser"]
    assert len(address.encode()) <= LONGEST
    parts = urlsplit(address)
    assert parts.path == "/micro-credentials/new/main/content/credentials"
    asked = parse_qs(parts.query)
    path = project.root / "content" / "credentials" / asked["filename"][0]
    path.write_text(asked["value"][0], "utf-8")
    found = project.findings(str(path))
    assert found
    assert [each for each in found if each["severity"] == "error"] == []
    assert [each["message"] for each in found if "TODO" not in each["message"] + each["advice"]] == []


def test_there_is_a_form_for_describing_an_idea(served: Site):
    address = links(served.html("catalog"))["Describe the idea in a form"]
    assert address.endswith("/micro-credentials/issues/new?template=propose-a-micro-credential.yml")


def test_an_empty_result_links_to_the_proposal_form(served: Site):
    nothing = served.html("catalog").partition('id="nothing-found"')[2].partition('id="search-failed"')[0]
    assert "propose-a-micro-credential.yml" in nothing


@pytest.mark.parametrize("line", ["", "repo_url: https://code.example.gov/group/sub/project/"])
def test_without_a_known_host_no_proposal_links_are_shown(small: Project, line: str):
    config = small.root / "mkdocs.yml"
    text = re.sub(r"(?m)^repo_url:.*$", line, config.read_text("utf-8"))
    config.write_text(re.sub(r"(?m)^edit_uri:.*$", "edit_uri: -/edit/main/content/", text), "utf-8")
    site = build_site(small.root, small.root / "site")
    assert "propose-title" not in (site / "catalog/index.html").read_text("utf-8")
