"""Badges: one picture for each credential and stack, drawn from its data."""

import re
import struct
import zlib
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


def test_each_badge_shows_its_title_and_has_a_text_alternative(served: Site):
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


TOUCHED = """[...document.querySelectorAll('text')].flatMap((text) => {
  const { x, y, width, height } = text.getBBox();
  return [...text.ownerSVGElement.querySelectorAll('circle')].filter((mark) => {
    const [cx, cy, r] = ['cx', 'cy', 'r'].map((name) => Number(mark.getAttribute(name)));
    const beside = Math.max(x - cx, 0, cx - x - width);
    const above = Math.max(y + height * 0.2 - cy, 0, cy - y - height * 0.85);  // without the room above and below
    return Math.hypot(beside, above) < r + 1;
  }).map(() => text.textContent);
})"""


def test_no_word_touches_a_mark_or_a_dot(served: Site, browser: Browser):
    pictures = [path.read_text("utf-8") for path in served.folder.glob("*/*/badge.svg")]
    page = browser.new_page()
    page.set_content("".join(pictures))
    assert page.locator("svg").count() == len(list(served.folder.glob("*/*/achievement.json"))) > 0
    assert page.evaluate(TOUCHED) == []
    sizes = page.locator("svg > g").evaluate_all("all => all.map((each) => Number(each.getAttribute('font-size')))")
    assert min(sizes) >= 20
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


def decoded(path: Path) -> tuple[dict[str, bytes], list[bytes]]:
    """Return the chunks of a PNG, after checking their checksums, and its rows of pixels."""
    data, at, parts = path.read_bytes(), 8, dict[str, bytes]()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    while at < len(data):
        [length] = struct.unpack(">I", data[at : at + 4])
        part = data[at + 4 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length]) == (zlib.crc32(part),)
        parts[part[:4].decode()] = part[4:]
        at += 12 + length
    plain = zlib.decompress(parts["IDAT"])
    width, height = struct.unpack(">II", parts["IHDR"][:8])
    rows = [plain[n * (width + 1) : (n + 1) * (width + 1)] for n in range(height)]
    assert (width, height, {row[0] for row in rows}) == (400, 400, {0})
    return parts, [row[1:] for row in rows]


def color_at(picture: tuple[dict[str, bytes], list[bytes]], x: float, y: float) -> str:
    parts, rows = picture
    number = rows[int(y)][int(x)]
    clear = number < len(parts["tRNS"]) and parts["tRNS"][number] == 0
    return "none" if clear else f"#{parts['PLTE'][number * 3 : number * 3 + 3].hex()}"


def test_the_png_is_the_same_badge_with_a_figure_in_place_of_letters(served: Site):
    found = sorted(served.folder.glob("*/*/badge.png"))
    assert [path.with_suffix(".svg") for path in found] == sorted(served.folder.glob("*/*/badge.svg"))
    for path in found:
        vector, picture = ElementTree.fromstring(path.with_suffix(".svg").read_text("utf-8")), decoded(path)
        assert picture[0]["iTXt"] == b"Title\0\0\0\0\0" + (vector.findtext(f"{SVG}title") or "").encode()
        for mark in vector.iter(f"{SVG}circle"):
            assert color_at(picture, float(mark.get("cx", "")), float(mark.get("cy", ""))) == mark.get("fill")
        assert color_at(picture, 2, 2) == "none"
        behind, front = (vector.findall(f"{SVG}polygon")[n].get("fill") for n in (0, -2))
        assert (color_at(picture, 200, 14), color_at(picture, 215, 76)) == (behind, front)
        cells = [[color_at(picture, x, y) for x in range(110, 290, 3)] for y in range(130, 250, 3)]
        assert {color for row in cells for color in row} > {front}
        assert all(row == row[::-1] for row in ([color_at(picture, 200 + d, y) for d in (-35, 34)] for y in (190, 160)))
    assert len({path.read_bytes() for path in found}) == len(found)


def test_a_browser_and_link_previews_show_the_png(served: Site, browser: Browser):
    address = "credentials/questioning-and-wait-time/"
    page = browser.new_page()
    page.goto(f"{served.address}{address}badge.png")
    assert page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]") == [400, 400]
    page.close()
    shown = re.findall(r'<meta property="og:image" content="([^"]+)">', served.html(address))
    assert shown == [f"https://catalog.sample-state.example/{address}badge.png"]
