"""Templates for new specs: a file that writers copy and the build publishes is looked at like any other file."""

from pathlib import Path

import pytest
from project import Project

from microcredentials.catalog.loading import load, load_templates


def template(project: Project) -> Path:
    """Return the path of the template for micro-credentials."""
    return project.root / "content/credentials/_template.md"


BROKEN = {
    "not UTF-8": (b"---\ntitle: \xff\n---\n", "FM-02"),
    "no front matter": (b"Just text.\n", "FM-18"),
    "too long": (b"---\ntitle: A\n---\n" + b"x" * 300_000, "FM-04"),
    "broken YAML": (b"---\ntitle: [A\n---\n", "FM-06"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_template_is_an_error_of_the_check_and_stops_a_build(name: str, small: Project):
    text, _ = BROKEN[name]
    template(small).write_bytes(text)
    found = [each for each in small.findings() if each["path"].endswith("_template.md")]
    assert found
    assert {each["severity"] for each in found} == {"error"}
    built = small.run("build", "--to", "out")
    assert built.exit_code == 1
    assert "_template.md" in built.output
    assert not (small.root / "out").exists()


def test_a_link_is_not_followed(small: Project, tmp_path: Path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\n", "utf-8")
    template(small).unlink()
    template(small).symlink_to(secret)
    [found] = [each for each in small.findings() if each["path"].endswith("_template.md")]
    assert (found["rule"], found["severity"]) == ("FM-05", "error")
    assert "credentials" not in load_templates(small.root / "content")


def test_a_readable_template_is_neither_a_spec_nor_a_page(small: Project):
    catalog = load(small.root / "content")
    assert set(catalog.templates) == {"credentials", "stacks"}
    assert "_template.md" not in {entry.source.path.name for entry in catalog.all_entries}
    assert [each for each in small.findings() if "_template" in each["path"]] == []


def test_a_new_draft_needs_a_readable_template(small: Project):
    template(small).write_bytes(b"Just text.\n")
    result = small.run(
        "new", "credential", "--title", "A new one", "--competency", "The educator waits.", "--stack", ""
    )
    assert result.exit_code == 2
    assert "_template.md is missing or cannot be read" in " ".join(result.output.split())
    template(small).unlink()
    assert small.run("check").exit_code == 0
