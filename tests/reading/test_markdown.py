"""Prose: its headings and links, what it may not contain, and its HTML."""

import re
from html import unescape

import pytest

from microcredentials.reading.markdown._parsers import _parser
from microcredentials.reading.markdown.problems import find_prose_problems
from microcredentials.reading.markdown.prose import Heading, ProseLink, find_headings, find_links, parse_prose
from microcredentials.reading.markdown.render import render_markdown

MARKDOWN, SHORTEN, FLATTEN = "Write it in plain Markdown.", "Shorten it.", "Use fewer levels."
LINK = "Link to an address that begins with https://, mailto: or /."
DESCRIBE, OURS = "Describe in words what the picture would show.", "Use a picture whose address begins with /."


def problems(body: str, pictures: bool = False) -> list[tuple[int, str, str]]:
    return [(each.line, each.message, each.advice) for each in find_prose_problems(parse_prose(body), pictures)]


def test_headings_have_anchors_that_are_unique():
    body = "# What it *is*\n\nText\n\n## Why?\n\n- item\n\nWhy?\n---\n\n###### It’s  all – done\n"
    assert list(find_headings(parse_prose(body).blocks)) == [
        Heading(1, "What it *is*", 0, "what-it-is"), Heading(2, "Why?", 4, "why"), Heading(2, "Why?", 8, "why-1"),
        Heading(6, "It’s  all – done", 11, "its-all-done"),
    ]  # fmt: skip


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_a_level_and_its_anchor_no_hyphens_at_the_ends(level: int):
    assert list(find_headings(parse_prose(f"{'#' * level} – a –").blocks)) == [Heading(level, "– a –", 0, "a")]


def test_blocks_know_their_element_and_line():
    blocks = parse_prose("One\ntwo\n\n- item\n\n> quoted\n\n<b>\n\n| a |\n|---|\n| b |\n").blocks
    assert [(block.kind, block.tag, block.text, block.line) for block in blocks] == [
        ("inline", "p", "One\ntwo", 0), ("inline", "p", "item", 3), ("inline", "p", "quoted", 5),
        ("html_block", "", "<b>\n", 7), ("inline", "th", "a", 9), ("inline", "td", "b", 11),
    ]  # fmt: skip


def test_links_and_pictures_are_found_with_their_words():
    prose = parse_prose("See [a *b*\nc](/d), ![e](/f), <https://g.example> and [h].\n\n[h]: /i\n")
    assert list(find_links(prose.blocks[0].text, prose)) == [
        ProseLink("a b c", "/d"), ProseLink("e", "/f", picture=True),
        ProseLink("https://g.example", "https://g.example"), ProseLink("h", "/i"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "message", "advice"),
    [
        ("\n<div>\n", 1, "“<div>” is HTML, which is not allowed.", MARKDOWN),
        ("One\ntwo <b>three</b>", 1, "“<b>” is HTML, which is not allowed.", MARKDOWN),
        ("One\\\ntwo <!-- a\nb --> <i>", 1, "“<!-- a” is HTML, which is not allowed.", MARKDOWN),
        ("<" + "x" * 50 + ">", 0, f"“<{'x' * 38}…” is HTML, which is not allowed.", MARKDOWN),
        ("<" + "x" * 38 + ">", 0, f"“<{'x' * 38}>” is HTML, which is not allowed.", MARKDOWN),
        ("<" + "x" * 39 + ">", 0, f"“<{'x' * 38}…” is HTML, which is not allowed.", MARKDOWN),
        ("\n[a](javascript:b)", 1, "The address “javascript:b” is not allowed in a link.", LINK),
        ("[a](//b.example)", 0, "The address “//b.example” is not allowed in a link.", LINK),
        ("[a](http://b.example)", 0, "The address “http://b.example” is not allowed in a link.", LINK),
        ("text\n\n[a]: data:x", 2, "The address “data:x” is not allowed in a link.", LINK),
        ("a\nb ![c](/d)", 1, "This text may not contain pictures.", DESCRIBE),
        ("a\n\n" + "[" * 401, 2, "This paragraph has more than 400 square brackets.", SHORTEN),
        ("- " * 9 + "a", 0, "Lists or quotations are nested more than eight levels deep.", FLATTEN),
        ("> " * 17 + "a", 0, "Lists or quotations are nested more than eight levels deep.", FLATTEN),
    ],
)  # fmt: skip
def test_what_prose_may_not_contain_is_found_on_its_line(body: str, line: int, message: str, advice: str):
    assert (line, message, advice) in problems(body)


@pytest.mark.parametrize(
    "body",
    [
        "[a](https://b.example) [c](mailto:d@e.example) [f](/g/) [h](#i)",
        "a < b & `<b>`",
        "    <b>\n",
        "- " * 8 + "a",
        "> " * 16 + "a",
        "[" * 400,
    ],
)
def test_plain_markdown_is_allowed(body: str):
    assert problems(body) == []


def test_pictures_of_this_site_are_allowed_where_pictures_are():
    assert problems("![a](/b.png)", pictures=True) == []
    assert problems("![a](https://b.example/c.png)", pictures=True) == [(0, "This picture is not on this site.", OURS)]
    assert problems("![a](//b.example/c.png)", pictures=True) == [(0, "This picture is not on this site.", OURS)]


def test_brackets_are_counted_over_the_whole_text():
    body = "\n\n".join(["[" * 400] * 6)
    assert problems(body)[-1] == (10, "This text has more than 2000 square brackets.", SHORTEN)
    assert problems("\n\n".join(["[" * 400] * 5)) == []


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("## Why *so*?", '<h2 id="why-so">Why <em>so</em>?</h2>\n'),
        ("# A", "A\n"),
        ("## A\n\n## A", '<h2 id="a">A</h2>\n<h2 id="a-1">A</h2>\n'),
        ("[a](b.md)", '<p><a href="#">a</a></p>\n'),
        ("[a](/b/ 'c')", '<p><a href="/base/b/" title="c">a</a></p>\n'),
        ("![a](/b.png)", '<p><img src="/base/b.png" alt="a"></p>\n'),
        ("![a](javascript:b)", "<p>a</p>\n"),
        ("![a *b*](https://a.example/b.png) c", "<p>a b c</p>\n"),
        ("![](//a.example/b.png)", "<p></p>\n"),
        ("![a\nb](https://a.example/b.png)", "<p>a b</p>\n"),
        ("[a](mailto:b@c.example) [d](#e)",
         '<p><a href="/basemailto:b@c.example">a</a> <a href="/base#e">d</a></p>\n'),
        ("> a\n\n    b\n\n---\n", "<blockquote>\n<p>a</p>\n</blockquote>\n<pre><code>b\n</code></pre>\n<hr>\n"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
    ],
)  # fmt: skip
def test_markdown_becomes_safe_html(body: str, html: str):
    assert str(render_markdown(body, lambda address: f"/base{address}")) == html


@pytest.mark.parametrize(
    ("html", "tables", "rendered"),
    [
        (True, True, '<b>a</b> <a href="javascript:b">c</a></p>\n<table>'),
        (False, True, '&lt;b&gt;a&lt;/b&gt; <a href="javascript:b">c</a></p>\n<table>'),
        (True, False, '<b>a</b> <a href="javascript:b">c</a></p>\n<p>| d |'),
    ],
)
def test_a_parser_keeps_bad_links_so_that_they_are_reported(html: bool, tables: bool, rendered: str):
    body = "<b>a</b> [c](javascript:b)\n\n| d |\n|---|\n| e |\n"
    assert _parser(html, tables).render(body).startswith(f"<p>{rendered}")


TABLE = "| Level | Points |\n|---|--:|\n| Met | 2 |\n"


@pytest.mark.parametrize(
    ("above", "caption"), [("", "Level, Points"), ("## How &\n\n", "How &amp;"), ("a\n\n", "Level, Points")]
)
def test_a_table_has_a_caption_headers_and_a_frame(above: str, caption: str):
    html = str(render_markdown(above + TABLE))
    assert f'tabindex="0" aria-label="Table"><table>\n<caption class="visually-hidden">{caption}</caption>' in html
    assert html.rstrip().endswith("</table></div>")
    assert '<th scope="col">Level</th>\n<th class="align-right" scope="col">Points</th>' in html
    assert '<th scope="row">Met</th>\n<td class="align-right">2</td>' in html


@pytest.mark.parametrize(
    "body",
    [
        "Ask.\n{: onclick=alert(1) }", "### Ask {: style=\"position:fixed\" onmouseover=x }", "[a](/b){: onclick=x }",
        "Ask <img/src=x/onerror=alert(1)> and <svg/onload=alert(1)>", "`a`{: .x onclick=y }", "- a {: #b onclick=c }",
    ],
)  # fmt: skip
def test_attribute_lists_and_handlers_with_slashes_are_only_text(body: str):
    html = str(render_markdown(body))
    assert re.findall(r"<[^>]*\bon\w+=|<(?:img|svg)|<[^>]*style=", html) == []
    assert re.search(r"on\w+=", unescape(re.sub("<[^>]*>", "", html)))


def test_equal_headings_have_their_own_anchors():
    headings = list(find_headings(parse_prose("### Ask\n" * 5_000).blocks))
    assert len({each.anchor for each in headings}) == 5_000
