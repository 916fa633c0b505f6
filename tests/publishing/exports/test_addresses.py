"""Addresses and versions of specs, and the parts of objects, as exports write them."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.entry import Entry
from microcredentials.catalog.nodes import KeptVersion
from microcredentials.model.program import Program
from microcredentials.model.spec import MicroCredential
from microcredentials.model.uids import derive_version_uuid
from microcredentials.publishing.exports._addresses import (
    absolute,
    anchor,
    beside_page,
    former_addresses,
    page_address,
    replace_address,
)
from microcredentials.publishing.exports._public import Version, is_identified, public_entries, versions
from microcredentials.reading.source import read_spec

UID = "0b9c1c5e-7d0d-4c39-9f59-3a0c7a3f1d11"
OLD, ID = "https://a.example/x.json", "https://a.example/y.json"


def credential(**fields: Any) -> MicroCredential:
    known = {"title": "Wait time", "status": "published", "competency": "Wait.", "version": "2.0.0", "uid": UID}
    return MicroCredential.model_validate({**known, **fields})


def entry_of(spec: Any, path: str = "credentials/wait-time.md") -> Entry[Any]:
    return Entry(read_spec(PurePosixPath(path), b""), spec)


def parse_catalog(*entries: Entry[Any], others: tuple[Entry[Any], ...] = ()) -> Catalog:
    return Catalog(PurePosixPath("content"), Program(), entries, others)


def test_the_address_of_a_part_consists_of_its_names():
    assert anchor("quality", "Not yet") == "#quality/Not%20yet"
    assert anchor("a/b#c") == "#a%2Fb%23c"


def test_only_addresses_on_this_site_are_completed():
    assert absolute("/about/", "https://a.example/") == "https://a.example/about/"
    assert absolute("https://b.example/", "https://a.example/") == "https://b.example/"


def test_a_file_is_published_at_each_address_of_its_spec():
    entry = entry_of(credential(aliases=("waiting", "pause")))
    assert page_address(entry) == "credentials/wait-time/"
    assert list(former_addresses(entry, "credentials/wait-time/v/1.0.0/x.json")) == [
        "credentials/waiting/v/1.0.0/x.json",
        "credentials/pause/v/1.0.0/x.json",
    ]
    files = list(beside_page(entry, "badge.svg", b"image"))
    assert [file.path for file in files] == [
        "credentials/wait-time/badge.svg",
        "credentials/waiting/badge.svg",
        "credentials/pause/badge.svg",
    ]
    assert {file.content for file in files} == {b"image"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (OLD, ID),
        (f"{OLD}#part", f"{ID}#part"),
        (f"{OLD}x", f"{OLD}x"),
        (f"see {OLD}", f"see {OLD}"),
        ({"id": OLD, "n": [OLD, 1, None]}, {"id": ID, "n": [ID, 1, None]}),
    ],
)
def test_an_address_is_replaced_wherever_it_is_a_value(data: Any, expected: Any):
    assert replace_address(data, OLD, ID) == expected


def test_drafts_are_not_public_and_registries_need_a_uid():
    draft = entry_of(credential(status="draft"), "credentials/draft.md")
    unknown = entry_of(credential(uid=None), "credentials/unknown.md")
    whole, broken = entry_of(credential()), entry_of(None, "credentials/broken.md")
    found = list(public_entries(parse_catalog(draft, unknown, whole, broken)))
    assert {entry.slug for entry in found} == {"unknown", "wait-time"}
    assert [is_identified(entry) for entry in (draft, unknown, whole, broken)] == [False, False, True, False]


def kept(version: str, competency: str) -> Entry[Any]:
    node = KeptVersion("wait-time", credential(version=version, competency=competency))
    return entry_of(node, f"versions/wait-time/{version}.md")


def test_the_current_version_comes_first_and_then_the_kept_ones():
    entry = entry_of(credential())
    catalog = parse_catalog(entry, others=(kept("1.0.0", "Pause."), kept("1.1.0", "Wait."), kept("2.0.0", "Wait.")))
    current, newer, oldest = versions(entry, catalog)
    page = "credentials/wait-time/"
    assert current == Version(entry.spec, "wait-time", "content/credentials/wait-time.md", UID, page, page, page)
    assert (newer.page, newer.current, newer.home) == (f"{page}v/1.1.0/", page, page)
    assert (oldest.page, oldest.current, oldest.home) == (f"{page}v/1.0.0/", page, f"{page}v/1.0.0/")
    assert oldest.uid == derive_version_uuid(UID, "1.0.0")
    assert oldest.path == "content/versions/wait-time/1.0.0.md"


def test_a_kept_version_of_a_spec_without_a_uid_has_no_uid():
    entry = replace(entry_of(credential(uid=None)))
    assert [each.uid for each in versions(entry, parse_catalog(entry, others=(kept("1.0.0", "Pause."),)))] == ["", ""]
