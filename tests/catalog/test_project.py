"""A project is found from inside its folder, and its configuration is read without running anything in it."""

from pathlib import Path

import pytest

from microcredentials.catalog.project import Project, ProjectError, find_edit_url, find_project

NOT_SET = "The address of the site is not set"
ADVICE = (
    ". Write where the site will be published, as in site_url: https://catalog.example.gov/ in mkdocs.yml, "
    "or use --site-url."
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/program").mkdir(parents=True)
    return tmp_path


def configured(root: Path, config: str, start: str = ".", site_url: str = "") -> Project:
    (root / "mkdocs.yml").write_text(config, "utf-8")
    return find_project(root / start, site_url)


CONFIG = """
site_name: ünïcode
site_url: https://catalog.example.gov//
repo_url: https://code.example/state/catalog/
site_dir: public
plugins: [microcredentials, search: {lang: en}]
markdown_extensions:
  - x: !!python/name:material.extensions.emoji.twemoji
extra: !ENV [A, b]
edit_uri: !ENV EDIT
"""


def test_the_configuration_of_a_project_is_read(root: Path):
    assert configured(root, CONFIG, "content/program") == Project(
        root / "content", "https://catalog.example.gov/", "https://code.example/state/catalog/edit/main/content/",
        "public",
    )  # fmt: skip
    assert configured(root, CONFIG, site_url="https://b.example").site_url == "https://b.example/"


@pytest.mark.parametrize(
    "config", ["", "[a, b]", "a", "# nothing\n", "site_url: [a]\nsite_dir: {b: c}\nrepo_url: !ENV A"]
)
def test_without_values_a_project_has_no_addresses(root: Path, config: str):
    assert configured(root, config) == Project(root / "content", "", "", "site")


def test_without_a_configuration_a_project_has_no_addresses(root: Path):
    assert find_project(root) == Project(root / "content", "", "", "site")


@pytest.mark.parametrize(("config", "reason"), [(b"a: [\n", "while parsing"), (b"a: \xe9\n", "is not UTF-8 text")])
def test_a_configuration_that_cannot_be_read_is_an_error(root: Path, config: bytes, reason: str):
    (root / "mkdocs.yml").write_bytes(config)
    with pytest.raises(ProjectError, match=reason) as error:
        find_project(root)
    assert str(error.value).startswith("mkdocs.yml cannot be read: ")


def test_without_content_the_operator_is_told_what_was_looked_for(tmp_path: Path):
    with pytest.raises(ProjectError) as error:
        find_project(tmp_path)
    assert str(error.value) == (
        f"No folder called “content” with a folder “program” in it was found in {tmp_path} or above. "
        "Run the command in a clone of the catalog, or name the folder."
    )


def test_a_project_knows_its_folders(root: Path):
    found = Project(root / "content", site_dir="public/site")
    assert (found.root, found.site, found.templates) == (root, root / "public/site", ())
    (root / "overrides").mkdir()
    assert found.templates == (root / "overrides",)


@pytest.mark.parametrize(
    ("repo", "edit", "url"),
    [
        (None, None, ""), ("", "edit/main/", ""), ("https://code.example/a", None,
                                                    "https://code.example/a/edit/main/content/"),
        ("https://code.example/a//", "", "https://code.example/a/edit/main/content/"),
        ("https://code.example/a", "/-/edit/dev/docs/", "https://code.example/a/-/edit/dev/docs/"),
    ],
)  # fmt: skip
def test_files_are_edited_at_the_code_host(repo: str | None, edit: str | None, url: str):
    assert find_edit_url(repo, edit) == url


@pytest.mark.parametrize(
    "url", ["https://catalog.example.gov/", "https://catalog.example.gov:8080/a/b/", "https://catalog.example.gov"]
)
def test_a_complete_address_is_enough_for_exports(url: str):
    Project(Path("content"), url).require_site_url()


@pytest.mark.parametrize(
    "url",
    ["", "http://catalog.example.gov/", "/catalog/", "https://catalog/", "https://catalog.example.gov/?a=b",
     "https://catalog.example.gov/#a", "https://catalog.example.gov/a/../b/", "https://catalog.example.gov/./b/",
     "https://catalog.example.gov/a b/"],
)  # fmt: skip
def test_an_incomplete_address_is_refused(url: str):
    with pytest.raises(ProjectError) as error:
        Project(Path("content"), url).require_site_url()
    assert str(error.value) == (f"“{url}” is not a complete address" if url else NOT_SET) + ADVICE
