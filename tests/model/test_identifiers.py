"""Slugs, uids and version numbers."""

from pathlib import PurePosixPath
from uuid import UUID

import pytest

from microcredentials.model.slugs import MAX_SLUG, is_slug, suggest_slug
from microcredentials.model.uids import create_uid, derive_uuid, derive_version_uuid
from microcredentials.model.versions import version_number
from microcredentials.reading.source import read_spec

UID = "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10"


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Questioning & wait time", "questioning-wait-time"), ("  A–B: 2nd ", "a-b-2nd"), ("…", ""), ("é", ""),
     ("x" * 100, "x" * MAX_SLUG), ("x" * (MAX_SLUG - 1) + " y", "x" * (MAX_SLUG - 1))],
)  # fmt: skip
def test_a_title_suggests_a_slug(title: str, slug: str):
    assert suggest_slug(title) == slug
    assert is_slug(slug) is bool(slug)


@pytest.mark.parametrize(
    ("text", "valid"),
    [("wait-time", True), ("2", True), ("a--b", False), ("-a", False), ("a-", False), ("A", False), ("a_b", False),
     ("a\n", False), ("x" * MAX_SLUG, True), ("x" * (MAX_SLUG + 1), False)],
)  # fmt: skip
def test_a_slug_consists_of_lowercase_words(text: str, valid: bool):
    assert is_slug(text) is valid


def test_a_derived_uuid_depends_only_on_owner_and_name():
    found = derive_uuid(UID, "rubric")
    assert found == derive_uuid(UID, "rubric") == "617fe156-3b9c-490c-943c-b2feaab8089c"
    assert len({found, derive_uuid(UID, "level"), derive_uuid("other", "rubric"), derive_uuid(UID, "")}) == 4
    assert UUID(found).version == 4


def test_each_former_version_has_a_uuid_of_its_own():
    found = {derive_version_uuid(UID, version) for version in ("1.0.0", "1.1.0", None)}
    assert len(found | {UID}) == 4
    assert derive_version_uuid(UID, "1.0.0") == derive_uuid(UID, "version 1.0.0")


def test_a_new_uid_depends_only_on_path_and_text():
    def uid(path: str, text: bytes) -> str:
        return create_uid(read_spec(PurePosixPath(path), text))

    found = [uid("credentials/a.md", b"x"), uid("credentials/b.md", b"x"), uid("credentials/a.md", b"y")]
    assert found[0] == uid("credentials/a.md", b"x") == "a02cc899-904f-4791-8136-46da957a6e8c"
    assert len(set(found)) == 3
    assert [UUID(each).version for each in found] == [4, 4, 4]


def test_versions_are_sorted_by_their_numbers():
    assert version_number("1.10.0") == (1, 10, 0)
    assert sorted(["1.10.0", "1.9.0", "0.2.10"], key=version_number) == ["0.2.10", "1.9.0", "1.10.0"]
