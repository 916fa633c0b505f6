"""Badges: one picture for each credential and stack, drawn from its data."""

import re
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from project import DEMONSTRATION, Project
from website import Site

from microcredentials.catalog.loading import load
from microcredentials.model.badge_marks import COLORS, GLYPHS
from microcredentials.publishing._badge import draw_badge, look_of

SVG = "{http://www.w3.org/2000/svg}"
MEMBER, STACK = "credentials/questioning-and-wait-time", "stacks/foundations-of-reading"


def badge(folder: Path, address: str) -> ElementTree.Element:
    return ElementTree.fromstring((folder / address / "badge.svg").read_text("utf-8"))


def count(picture: ElementTree.Element, name: str) -> int:
    return len(list(picture.iter(f"{SVG}{name}")))


def test_each_badge_has_a_title_and_contains_no_letters(served: Site):
    pictures = sorted(served.folder.glob("*/*/badge.svg"))
    assert len(pictures) > 10
    for path in pictures:
        picture = ElementTree.fromstring(path.read_text("utf-8"))
        title = picture.findtext(f"{SVG}title") or ""
        html = (path.parent / "index.html").read_text("utf-8")
        assert re.search(r'<img class="page-badge" src="[^"]*badge\.svg" alt=""', html)
        heading = re.search(r"<h1>([^<]+)</h1>", html)
        assert heading
        assert title.startswith(heading[1].replace("&#39;", "'").replace("&amp;", "&"))
        assert count(picture, "text") == 0


def test_shape_says_the_kind_and_the_rim_the_level(served: Site):
    plain, stack = badge(served.folder, MEMBER), badge(served.folder, STACK)
    assert count(stack, "polygon") == count(plain, "polygon") + 4
    sides = {}
    for level, slug in (("foundational", "questioning-and-wait-time"), ("practicing", "rich-vocabulary-instruction"),
                        ("leading", "leading-a-coaching-cycle")):  # fmt: skip
        [rim] = badge(served.folder, f"credentials/{slug}").iter(f"{SVG}polyline")
        sides[level] = len(rim.get("points", "").split()) - 1
    assert sides == {"foundational": 2, "practicing": 4, "leading": 6}
    assert count(stack, "polyline") == 0


def test_a_pilot_is_dashed_and_a_retired_one_an_outline():
    catalog = load(DEMONSTRATION / "content")
    looks = {entry.spec.status: look_of(entry, catalog).layers for entry in catalog.credentials}
    assert looks["pilot"][1].endswith("-dashed")
    assert "outline" in looks["retired"]
    assert "face" not in looks["retired"]
    assert "face" in looks["published"]


def test_the_subject_gives_color_and_glyph_and_has_a_fallback(small: Project):
    catalog = load(small.root / "content")
    entry = catalog.credentials[0]
    assert (look_of(entry, catalog).layers[-1], look_of(entry, catalog).color) == ("glyph-star", COLORS["slate"])
    vocabulary = small.root / "content/program/vocabulary.yml"
    text = vocabulary.read_text("utf-8")
    [subject] = entry.spec.subjects[:1]
    vocabulary.write_text(re.sub(rf"(id: {subject}, label: [^,}}]+)", r"\1, glyph: flask, color: rose", text), "utf-8")
    catalog = load(small.root / "content")
    entry = catalog.credentials[0]
    assert (look_of(entry, catalog).layers[-1], look_of(entry, catalog).color) == ("glyph-flask", COLORS["rose"])


def light(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", COLORS)
def test_each_color_carries_white_and_is_visible_in_both_palettes(name: str):
    here = light(COLORS[name])
    assert 1.05 / (here + 0.05) >= 5
    assert 1.05 / (here + 0.05) >= 3
    assert (here + 0.05) / (light("#0f171b") + 0.05) >= 3


BOXES = """[...document.querySelectorAll('path')].map((each) => each.getBBox())
    .map(({ x, y, width, height }) => [x, y, x + width, y + height, width * height])"""


def test_every_glyph_is_drawn_within_its_grid(browser: Browser):
    page = browser.new_page()
    paths = "".join(f'<path d="{path}"/>' for path in GLYPHS.values())
    page.set_content(f'<svg viewBox="0 0 24 24">{paths}</svg>')
    boxes = page.evaluate(BOXES)
    assert len(boxes) == len(GLYPHS) > 10
    for name, (left, top, right, bottom, area) in zip(GLYPHS, boxes, strict=True):
        assert min(left, top) >= 2.9, name
        assert max(right, bottom) <= 21.1, name
        assert area > 120, name
    assert len(set(GLYPHS.values())) == len(GLYPHS)
    page.close()


@pytest.mark.parametrize("color", ["#123abc", "red"])
def test_a_state_can_choose_the_colors(small: Project, color: str):
    program = small.root / "content/program/program.yml"
    program.write_text(
        f'{program.read_text("utf-8")}badge: {{color: "{color}", accent: "#f2b134", text: "#ffffff"}}\n', "utf-8"
    )
    run = small.run("build", "--to", "out")
    if color == "red":
        assert (run.exit_code, "is not a color" in run.output) == (1, True)
    else:
        assert f'fill="{color}"' in (small.root / "out/credentials/wait-time/badge.svg").read_text()


def test_an_unknown_glyph_is_an_error_that_suggests_one(small: Project):
    vocabulary = small.root / "content/program/vocabulary.yml"
    text = vocabulary.read_text("utf-8")
    vocabulary.write_text(text.replace("label: Assessment}", "label: Assessment, glyph: bok}", 1), "utf-8")
    run = small.run("check")
    assert "“bok” is not an allowed value" in run.output
    assert "book" in run.output


def chunks(path: Path) -> dict[str, bytes]:
    """Return the chunks of a PNG, after checking their checksums."""
    data, at, parts = path.read_bytes(), 8, dict[str, bytes]()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    while at < len(data):
        [length] = struct.unpack(">I", data[at : at + 4])
        part = data[at + 4 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length]) == (zlib.crc32(part),)
        parts[part[:4].decode()] = part[4:]
        at += 12 + length
    return parts


def test_the_png_has_the_title_of_the_svg(served: Site):
    found = sorted(served.folder.glob("*/*/badge.png"))
    assert [path.with_suffix(".svg") for path in found] == sorted(served.folder.glob("*/*/badge.svg"))
    for path in found:
        vector, parts = ElementTree.fromstring(path.with_suffix(".svg").read_text("utf-8")), chunks(path)
        assert parts["iTXt"] == b"Title\0\0\0\0\0" + (vector.findtext(f"{SVG}title") or "").encode()
        assert struct.unpack(">II", parts["IHDR"][:8]) == (600, 600)


def test_the_png_is_the_drawing_of_the_svg(served: Site, browser: Browser):
    page = browser.new_page(viewport={"width": 700, "height": 700})
    draw = """async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 600 });
        canvas.getContext('2d').drawImage(image, 0, 0, 600, 600);
        const { data } = canvas.getContext('2d').getImageData(0, 0, 600, 600);
        const places = [[2, 2], [300, 60], [300, 555], [200, 180], [300, 300]];
        return places.map(([x, y]) => [...data.slice(4 * (600 * y + x), 4 * (600 * y + x) + 4)]);
    }"""
    page.goto(f"{served.address}{MEMBER}/")
    svg, png = (page.evaluate(draw, f"{served.address}{MEMBER}/badge.{kind}") for kind in ("svg", "png"))
    assert svg[0][3] == png[0][3] == 0
    for one, other in zip(svg[1:], png[1:], strict=True):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 8
    assert len({tuple(each) for each in svg}) >= 3
    page.close()


def test_the_same_data_give_the_same_drawing():
    catalog = load(DEMONSTRATION / "content")
    assert catalog.program.file
    drawings = [draw_badge(look_of(entry, catalog), catalog.program.file.badge, "") for entry in catalog.credentials]
    assert drawings == [
        draw_badge(look_of(entry, catalog), catalog.program.file.badge, "") for entry in catalog.credentials
    ]
    assert len(set(drawings)) > 10


def test_a_browser_and_link_previews_show_the_png(served: Site, browser: Browser):
    page = browser.new_page()
    page.goto(f"{served.address}{MEMBER}/badge.png")
    assert page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]") == [600, 600]
    page.close()
    shown = re.findall(r'<meta property="og:image" content="([^"]+)">', served.html(f"{MEMBER}/"))
    assert shown == [f"https://catalog.sample-state.example/{MEMBER}/badge.png"]


def test_cards_show_the_badge_of_the_page(served: Site):
    catalog = load(DEMONSTRATION / "content")
    html = served.html("catalog/")
    symbols = set(re.findall(r'<symbol id="badge-([^"]+)"', html))
    card = r'<article class="card" data-slug="([^"]+)"[^>]*>\s*<svg class="card-badge"(.*?)</svg>'
    cards = dict(re.findall(card, html, re.DOTALL))
    assert len(cards) > 10
    for slug, drawing in cards.items():
        look = look_of(catalog.by_slug[slug], catalog)
        assert re.findall(r'href="#badge-([^"]+)"', drawing) == list(look.layers)
        assert set(look.layers) <= symbols
        assert f'color="{look.color}"' in drawing
