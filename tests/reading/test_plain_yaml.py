"""The fast reader of plain YAML returns the same data as PyYAML, or gives up."""

from random import Random
from typing import Any

import pytest
import specimens
import yaml
from project import DEMONSTRATION

from microcredentials.reading.yaml._builder import Builder, LimitError
from microcredentials.reading.yaml._guard import guard
from microcredentials.reading.yaml._plain import read_plain
from microcredentials.reading.yaml.reader import MAX_VALUES, Loader

MUTANTS = 6_000
PIECES = (
    " ", "  ", "\n", "\n  ", "\n- ", "- ", ": ", ":", "#", " #", "[", "]", "{", "}", ",", ", ", '"', "'", "a", "b: ",
    "yes", "1", "0x1", "null", "true", ">-\n    ", "|\n  ", ">", "-", "?", "? ", "&", "*", "!", "%", "@", "`",
    "~", "\\", "“", "”", "é", "\u00a0", "\t", "\r", "---", "...", "<<", "a:", "\nk: ", "1.5", "e5", ".5", "12:30", "''",
    "   # c\n",
)  # fmt: skip


def fences(text: str) -> str:
    """Return the front matter of a spec, without the lines of hyphens."""
    return text[4 : text.index("\n---", 4) + 1]


def blocks() -> list[str]:
    own = (path.read_text("utf-8") for path in sorted((DEMONSTRATION / "content").glob("*/*.md")))
    made = (text for _, text in specimens.specimens(10))
    return [fences(text) for text in (*own, *made) if text.startswith("---\n")]


def by_pyyaml(block: str) -> Any:
    """Return the data of *block* from PyYAML's nodes, or the reason, in a word, why they would be reported."""
    if guard(block, 0):
        return "guarded"
    try:
        root = Loader(block).get_single_node()
        builder = Builder(block, 0, MAX_VALUES)
        data = builder.value(root) if root else None
    except (yaml.YAMLError, LimitError) as error:
        return str(error)
    return str(builder.problems) if builder.problems else data


def kinds(data: Any) -> Any:
    """Return *data* with its types, because 1 and true are equal in Python."""
    if isinstance(data, dict):
        return {name: kinds(value) for name, value in data.items()}
    return list(map(kinds, data)) if isinstance(data, list) else (type(data), data)


def mutant(random: Random, whole: list[str]) -> str:
    """Return some lines of a spec with a few characters added or removed."""
    lines = random.choice(whole).split("\n")
    start = random.randrange(len(lines))
    some = lines[start : start + random.randrange(1, 25)]
    indent = len(some[0]) - len(some[0].lstrip(" "))
    text = "\n".join(line[indent:] if not line[:indent].strip() else line for line in some) + "\n"
    for _ in range(random.randrange(4)):
        at = random.randrange(len(text) + 1)
        put, taken = (random.choice(PIECES), 0) if random.random() < 0.6 else ("", random.randrange(1, 4))
        text = text[:at] + put + text[at + taken :]
    return text


PLAIN: list[tuple[str, Any]] = [
    ("a: b\n", {"a": "b"}),
    ("a: b c\n\n# d\ne-f_g: 1\n  # h\n", {"a": "b c", "e-f_g": 1}),
    ("a b: c\n", {"a b": "c"}),
    ("a: true\nb: 1.5\nc: null\nd: ~\ne: 30\nf: 2026-01-31\n",
     {"a": True, "b": 1.5, "c": None, "d": None, "e": 30, "f": "2026-01-31"}),
    ("a:\nb:\n", {"a": None, "b": None}),
    ("a: \"b: c\"\nd: 'e #f'\ng: \"\"\nh: ''\n", {"a": "b: c", "d": "e #f", "g": "", "h": ""}),
    ("a: it's\nb: c#d\ne: f “g”\n", {"a": "it's", "b": "c#d", "e": "f “g”"}),
    ("a:\n  b:\n    c: d\n  e: f\ng: h\n", {"a": {"b": {"c": "d"}, "e": "f"}, "g": "h"}),
    ("a:\n- b\n- c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
    ("a:\n  - b\n  - 5\n", {"a": ["b", 5]}),
    ("a:\n  - b: c\n    d: e\n  - f: g\n", {"a": [{"b": "c", "d": "e"}, {"f": "g"}]}),
    ("a:\n  - b:\n      - c\n    d: e\n", {"a": [{"b": ["c"], "d": "e"}]}),
    ("a: >-\n  b\n  c\n\n  d\n\n\n  e\nf: g\n", {"a": "b c\nd\n\ne", "f": "g"}),
    ("a: >\n  b\n  c\n", {"a": "b c\n"}),
    ("a: |-\n  b: c\n  # d\n\n  e\n", {"a": "b: c\n# d\n\ne"}),
    ("a: |\n  b\n  c\n\nd: e\n", {"a": "b\nc\n", "d": "e"}),
    ("a:\n  - >-\n    b\n    c\n  - d\n", {"a": ["b c", "d"]}),
    ("a: [b, c d, 5, \"e, f\", 'g']\n", {"a": ["b", "c d", 5, "e, f", "g"]}),
    ("a: []\nb: {}\n", {"a": [], "b": {}}),
    ("a: {b: c, d: [e, f], g: {h: \"\"}}\n", {"a": {"b": "c", "d": ["e", "f"], "g": {"h": ""}}}),
    ("a: [[b], [c, d]]\n", {"a": [["b"], ["c", "d"]]}),
    ("a: [{b: c}, {d: e}, f]\n", {"a": [{"b": "c"}, {"d": "e"}, "f"]}),
    ("a: [ b , '' ]\n", {"a": ["b", ""]}),
    ("a:\n  - [b, c]\n  - {d: e}\n", {"a": [["b", "c"], {"d": "e"}]}),
    ("é: b\n", None),
    ("a: é\n", {"a": "é"}),
]  # fmt: skip
LEFT = (
    "", "a", "a: b", " a: b\n", "- a\n", "a: b \n", "a: b\r\n", "a:\tb\n", "a: b\na: c\n", "true: a\n", "a: b: c\n",
    "a: b #c\n", "a: b:\n", "a: no\n", "a: 012\n", "a: “b”\n", "a: “b” c\n", "a: -3\n", "a: 'b''c'\n",
    "a: \"b\\n\"\n", "a: 'b' c\n",
    "a: *b\n", "a: &b c\n", "a: !b c\n", "a: @b\n", "a: - b\n", "a: ? b\n", "a: b\n  c: d\n", "a:\n  b: c\n d: e\n",
    "a:\n  - b\n d: e\n", "a:\n  - b\n    - c\n", "a: b\n c\n", "a: |\nb: c\n", "a: |\n  b\n   c\n d\n", "a: |+\n  b\n",
    "a: |2\n  b\n", "a: >-\n  b\n    c\n", "a: [b\n", "a: [b, , c]\n", "a: [b] c\n", "a: {b}\n", "a: {b: c, b: d}\n",
    "a: {true: b}\n", "a: [b: c]\n", "a: [b, no]\n", "a: [b}\n", "a: {b: c]\n", "a: {b:c}\n", "a:\n  -\n",
    "---\na: b\n", "a: [b#c]\n", "a: ['b'c]\n", "a: {b: [c}]\n", "a: b\n---\n", "a: \u200bb\n",
    "a:\n  b: |\n  c: d\n", "a:\n  - |\n  b\n",
)  # fmt: skip


@pytest.mark.parametrize(("block", "data"), PLAIN)
def test_a_plain_block_is_read(block: str, data: Any):
    found = read_plain(block, MAX_VALUES)
    assert (found is None) is (data is None)
    assert kinds(found) == kinds(data)
    assert kinds(by_pyyaml(block)) == kinds(data or by_pyyaml(block))


@pytest.mark.parametrize("block", LEFT)
def test_any_other_block_is_left_to_pyyaml(block: str):
    assert read_plain(block, MAX_VALUES) is None


def test_the_number_of_values_and_the_depth_are_limited():
    assert read_plain("a: b\nc: [d, e]\n", 8) is not None
    assert read_plain("a: b\nc: [d, e]\n", 7) is None
    deep = "".join(f"{'  ' * depth}k:\n" for depth in range(14))
    assert read_plain(f"{deep}{'  ' * 14}k: a\n", MAX_VALUES) is not None
    assert read_plain(f"{deep}{'  ' * 14}k:\n{'  ' * 15}k: a\n", MAX_VALUES) is None
    siblings = "".join(f"s{n}:\n  a: b\nt{n}:\n  - a\n" for n in range(9))
    assert read_plain(f"{siblings}{deep}{'  ' * 14}k:\n{'  ' * 15}k: a\n", MAX_VALUES) is None
    assert read_plain(f"a: {'[' * 14}b{']' * 14}\n", MAX_VALUES) is not None
    assert read_plain(f"a: {'[' * 16}b{']' * 16}\n", MAX_VALUES) is None


def test_whole_specs_are_read_alike():
    plain = [(block, read_plain(block, MAX_VALUES)) for block in blocks()]
    assert sum(found is not None for _, found in plain) > len(plain) * 0.9
    for block, found in plain:
        assert found is None or kinds(found) == kinds(by_pyyaml(block))


VALUES = (
    "yes", "No", "on", "0x1f", "012", "1_000", "1e3", "12:30", "1.", ".inf", "null", "~", "true", "1", "-1", "+1.5",
    "2026-01-31", "“all in quotes”", "a “word”", "it's", "a#b", "a #b", "a: b", "a:", "'it'", '"a" b', "{a, b}",
    "{a: b, c}", "[a: b]", "[a, [b]]",
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_each_kind_of_value_is_read_alike_or_left_to_pyyaml(value: str):
    for block in (f"k: {value}\n", f"k:\n  - {value}\n", f"k: [{value}]\n", f"k: {{n: {value}}}\n"):
        found = read_plain(block, MAX_VALUES)
        assert found is None or kinds(found) == kinds(by_pyyaml(block)), block


@pytest.mark.parametrize("blocks", range(0, 20, 3))
@pytest.mark.parametrize("brackets", range(0, 24, 3))
def test_depth_is_refused_wherever_it_comes_from(blocks: int, brackets: int):
    above = "".join(f"{'  ' * depth}k{depth}:\n" for depth in range(blocks))
    block = f"{above}{'  ' * blocks}x: {'[' * brackets}a{']' * brackets}\n"
    found = read_plain(block, MAX_VALUES)
    assert found is None or kinds(found) == kinds(by_pyyaml(block)), block


def test_what_is_broken_or_strange_is_read_alike_or_left_to_pyyaml():
    random, whole = Random(20261126), blocks()
    found = [(text, read_plain(text, MAX_VALUES)) for text in (mutant(random, whole) for _ in range(MUTANTS))]
    plain = [(text, data) for text, data in found if data is not None]
    assert MUTANTS > len(plain) > MUTANTS / 20
    for text, data in plain:
        assert kinds(data) == kinds(by_pyyaml(text)), text
