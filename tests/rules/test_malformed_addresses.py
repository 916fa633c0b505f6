"""Addresses that lead nowhere, wherever they are written, are findings with their place."""

import pytest
from project import Project

from microcredentials.reading.web_address import find_host, leads_elsewhere

MALFORMED = ("https://[x", "https://a.org:99999/", "https://a.org:0/", "https://:80/")


@pytest.mark.parametrize("address", MALFORMED)
def test_a_malformed_address_has_no_host(address: str):
    assert find_host(address) == ""


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://A.org./b", "a.org"), ("https://a.org:8080/", "a.org"), ("http://[::1]/", "::1"), ("mailto:a@b.org", "")],
)
def test_the_host_of_an_address(address: str, host: str):
    assert find_host(address) == host


@pytest.mark.parametrize("address", ["https://a.org:99999/", "https://a.org:0/b"])
def test_a_malformed_link_in_a_body(address: str, small: Project):
    small.path("wait-time").write_text(f"{small.path('wait-time').read_text('utf-8')}\nSee [the guide]({address}).\n")
    [found] = small.findings("--select", "AX-04")
    assert f"“{address}” is not a valid web address" in found["message"]
    line = small.path("wait-time").read_text("utf-8").splitlines()[found["span"]["start"]["line"] - 1]
    assert line[found["span"]["start"]["column"] - 1 :].startswith(address)


def test_a_malformed_address_in_the_bibliography(small: Project):
    works = small.root / "content/program/references/assessment.yml"
    text = works.read_text("utf-8")
    works.write_text(text.replace("  DOI:", "  URL: 'https://[x'\n  DOI:", 1), "utf-8")
    found = [each for each in small.findings("--select", "RR-01") if "https://[x" in each["message"]]
    assert found
    assert {each["rule"] for each in found} == {"RR-01"}


@pytest.mark.parametrize(
    ("words", "address", "elsewhere"),
    [
        ("https://bank.example/", "https://evil.example/", True), ("bank.example", "https://evil.example", True),
        ("WWW.Bank.example/a?b", "https://evil.example/bank.example", True),
        ("bank.gov", "https://bank.gov.evil.com", True),
        (" https://bank.example:443 ", "https://bank.example@evil.example/", True),
        ("https://bank.example", "https://www.bank.example/a", False), ("https://a.b.org", "https://b.org", False),
        ("https://münchen.example", "https://xn--mnchen-3ya.example/", False),
        ("Node.js", "https://nodejs.example", False),
        ("The page of bank.example", "https://evil.example", False), ("https://bank.example", "/about/", False),
        ("https://[x", "https://evil.example", False), ("https://bank.example", "https://[x", False),
        (f"https://{'a' * 80}.example", "https://evil.example", True), ("", "https://evil.example", False),
    ],
)  # fmt: skip
def test_words_that_show_one_address_do_not_lead_to_another(words: str, address: str, elsewhere: bool):
    assert leads_elsewhere(words, address) is elsewhere
