"""Badges: one picture for each credential and stack, drawn from what it is."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from project import Project
from website import Site

SVG = "{http://www.w3.org/2000/svg}"


def badge(folder: Path, address: str) -> ElementTree.Element:
    return ElementTree.fromstring((folder / address / "badge.svg").read_text("utf-8"))


def words(picture: ElementTree.Element) -> str:
    return " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))


def test_each_is_named_and_carries_its_title(served: Site):
    pictures = sorted(served.folder.glob("*/*/badge.svg"))
    assert len(pictures) > 10
    for path in pictures:
        picture = ElementTree.fromstring(path.read_text("utf-8"))
        title = picture.findtext(f"{SVG}title") or ""
        assert title.startswith(words(picture).removesuffix(" …"))
        html = (path.parent / "index.html").read_text("utf-8")
        assert re.search(r'<img class="page-badge" src="[^"]*badge\.svg" alt=""', html)
    assert len({path.read_bytes() for path in pictures}) == len(pictures)


def test_a_stack_has_a_second_shield_and_a_level_has_its_dots(served: Site):
    plain = badge(served.folder, "credentials/questioning-and-wait-time")
    assert len(list(plain.iter(f"{SVG}polygon"))) + 1 == len(
        list(badge(served.folder, "stacks/foundations-of-reading").iter(f"{SVG}polygon"))
    )
    practicing = badge(served.folder, "credentials/rich-vocabulary-instruction")
    assert len(list(practicing.iter(f"{SVG}circle"))) == len(list(plain.iter(f"{SVG}circle"))) + 1


def test_no_word_leaves_the_shield(served: Site, browser: Browser):
    page = browser.new_page()
    for path in sorted(served.folder.glob("*/*/badge.svg")):
        page.goto(f"{served.address}{path.relative_to(served.folder).as_posix()}")
        width = page.evaluate("Math.max(...[...document.querySelectorAll('text')].map(t => t.getComputedTextLength()))")
        assert width <= 265, path
    page.close()


@pytest.mark.parametrize("color", ["#123abc", "red"])
def test_a_state_brings_its_own_colors(project: Project, color: str):
    program = project.root / "content/program/program.yml"
    program.write_text(program.read_text("utf-8").replace("#0c3b47", color), "utf-8")
    run = project.run("build", "--to", "out")
    if color == "red":
        assert (run.exit_code, "is not a color" in run.output) == (1, True)
    else:
        assert f'fill="{color}"' in (project.root / "out/credentials/questioning-and-wait-time/badge.svg").read_text()
