"""The names that scripts and pages must agree on, as far as their files show them."""

import re

from project import REPOSITORY

from microcredentials.publishing.search.search_data import SECTIONS

THEME = REPOSITORY / "plugins/microcredentials/theme"
TEMPLATES = REPOSITORY / "plugins/microcredentials/templates"


def test_every_section_has_a_name_for_readers():
    script = (THEME / "assets/javascripts/cards.js").read_text("utf-8")
    names = re.search(r"SECTION_NAMES = \{(.*?)\}", script, re.DOTALL)
    assert names
    assert tuple(re.findall(r"(\w+):", names[1])) == SECTIONS


def test_every_script_of_a_page_exists():
    pages = "".join(path.read_text("utf-8") for path in (*TEMPLATES.rglob("*.html"), *THEME.rglob("*.html")))
    wanted = set(re.findall(r"assets/javascripts/([\w-]+\.js)", pages))
    assert {"frame.js", "catalog.js", "plan.js", "save-button.js"} <= wanted
    assert wanted <= {path.name for path in (THEME / "assets/javascripts").iterdir()}
