"""The style sheets: colors only in the tokens, every rule in a declared layer, one published file for all pages."""

import re
from collections.abc import Iterator

import pytest
from project import REPOSITORY, Project
from website import Site, build_site

from microcredentials.reports.assets import join_sheets
from microcredentials.reports.formats._page import load_style

PACKAGE = REPOSITORY / "plugins" / "microcredentials"
SHEETS = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.css"))}
STATE = REPOSITORY / "overrides/assets/stylesheets/tokens.css"
FOLDER = "theme/assets/stylesheets/"
TOKENS = f"{FOLDER}site/tokens.css"
STATES_OWN = f"{FOLDER}tokens.css"
LAYERS = "@layer tokens, base, components, frame, pages, print, utilities;"

COLOR_FUNCTION = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\(", re.IGNORECASE
)
COLORED = re.compile(
    r"(?m)^\s*(?:[\w-]*color|background|border[\w-]*|outline|fill|stroke|box-shadow|--[\w-]+):([^;{}]+);"
)
WORDS = {
    "none", "solid", "dashed", "inset", "collapse", "separate", "transparent", "currentcolor", "inherit", "canvas",
    "graytext", "color-mix", "in", "srgb", "counter-reset",
}  # fmt: skip
"""The words that a value with a color may contain, without names of colors."""


def declarations(sheet: str) -> Iterator[str]:
    """Yield each value in *sheet*, with its property."""
    yield from (
        found[0].strip() for found in re.finditer(r"[\w-]+:[^;{}]+;", re.sub(r"/\*.*?\*/", "", sheet, flags=re.S))
    )


@pytest.mark.parametrize("name", [name for name in SHEETS if name != TOKENS])
def test_only_the_tokens_contain_colors(name: str):
    text = SHEETS[name].read_text("utf-8")
    assert [each for each in declarations(text) if COLOR_FUNCTION.search(each)] == []
    values = (re.sub(r"var\([^)]*\)|calc\(.*\)|[\d.]+\w*", " ", each) for each in COLORED.findall(text))
    assert {word.lower() for value in values for word in re.findall(r"[a-zA-Z][\w-]*", value)} - WORDS == set()


def test_the_tokens_contain_every_value_that_a_sheet_uses():
    defined = set(re.findall(r"(--[\w-]+):", SHEETS[TOKENS].read_text("utf-8")))
    assert len(defined) > 60
    own = {"--tone", "--tone-fill", "--compared", "--levels", "--share"}  # set where they are used
    for name, path in SHEETS.items():
        assert set(re.findall(r"var\((--[\w-]+)", path.read_text("utf-8"))) - defined - own == set(), name


def test_a_state_changes_only_values_that_exist():
    state = set(re.findall(r"(--[\w-]+):", STATE.read_text("utf-8")))
    assert state
    assert state <= set(re.findall(r"(--[\w-]+):", SHEETS[TOKENS].read_text("utf-8")))


@pytest.mark.parametrize("name", [name for name in SHEETS if name not in (STATES_OWN, f"{FOLDER}site/layers.css")])
def test_every_rule_is_in_a_declared_layer(name: str):
    rules = re.sub(r"/\*.*?\*/", "", SHEETS[name].read_text("utf-8"), flags=re.S)
    outermost = re.findall(r"(?m)^[^\s}].*", rules)
    assert outermost
    for line in outermost:
        layer = re.fullmatch(r"@layer (\w+) \{", line)
        assert line.startswith(("@import", "@page")) or (layer and f" {layer[1]}" in LAYERS), line


def test_the_layers_are_declared_once():
    declared = [name for name, path in SHEETS.items() if re.search(r"(?m)^@layer [^{]+;$", path.read_text("utf-8"))]
    assert declared == [f"{FOLDER}site/layers.css"]
    assert LAYERS in SHEETS[declared[0]].read_text("utf-8")


def test_no_sheet_is_long():
    assert {name: lines for name, path in SHEETS.items() if (lines := path.read_text("utf-8").count("\n")) > 500} == {}


def test_the_parts_of_the_site_are_published_as_one_sheet(served: Site):
    folder = served.folder / "assets/stylesheets"
    site = (folder / "site.css").read_text("utf-8")
    assert site.startswith(LAYERS)
    assert "@import" not in site
    assert "/*" not in site
    assert [site.count(each) for each in ("--color-page:", ".hero-words > * + * {", "@page {")] == [1, 1, 1]
    assert not (folder / "site").exists()
    assert not (folder / "tokens.css").exists()
    assert site.rindex("--color-brand:") > site.index("@page {"), "a state's own values come last"
    assert "light-dark(" not in (folder / "catalog.css").read_text("utf-8")


def test_a_state_replaces_a_part_by_its_name(project: Project):
    part = project.root / "overrides/assets/stylesheets/site/home.css"
    part.parent.mkdir()
    part.write_text("@layer pages {\n  .hero {\n    padding: 9px;\n  }\n}\n", "utf-8")
    folder = build_site(project.root, project.root / "site") / "assets/stylesheets"
    site = (folder / "site.css").read_text("utf-8")
    assert "padding: 9px;" in site
    assert "100vmax" not in site
    assert not (folder / "site").exists()


def test_a_report_has_the_sheets_of_the_site():
    report = load_style("report.css", "findings.css")
    assert report.startswith(LAYERS)
    assert "@import" not in report
    for part in ("site/tokens.css", "site/base.css", "site/badges.css", "scorecard.css"):
        rules = join_sheets(f"{FOLDER}{part}", {f"{FOLDER}{part}": SHEETS[f"{FOLDER}{part}"].read_text("utf-8")})
        assert rules in report, part


@pytest.mark.parametrize(
    ("sheet", "published"),
    [
        ("a {\n  color: red; /* why */\n}\n", "a {\ncolor: red;\n}"),
        ("/* one\n   two */\n\na {\n}\n", "a {\n}"),
        ('a {\n  content: "/* \\" no comment */";\n}', 'a {\ncontent: "/* \\" no comment */";\n}'),
        ("a/* so */b {\n}", "a b {\n}"),
        ('@import "parts/c.css";\nb {\n}', "c {\n}\nb {\n}"),
        ('@import "missing.css";\nb {\n}', '@import "missing.css";\nb {\n}'),
    ],
)
def test_a_sheet_is_joined_with_its_imports_and_without_comments(sheet: str, published: str):
    assert join_sheets("css/own.css", {"css/own.css": sheet, "css/parts/c.css": "/* part */\nc {\n}\n"}) == published
