"""Places as people write them."""

from pathlib import PurePosixPath

import pytest

from microcredentials.reading.place import Place
from microcredentials.reading.text import Position

ONE_LINE = Place("content/credentials/a.md", Position(3, 1), Position(3, 9))
THREE_LINES = Place("content/credentials/a.md", Position(3, 1), Position(5, 2))


@pytest.mark.parametrize(
    ("place", "folder", "described"),
    [
        (ONE_LINE, None, "content/credentials/a.md:3"),
        (THREE_LINES, None, "content/credentials/a.md:3–5"),
        (THREE_LINES, PurePosixPath("content"), "credentials/a.md:3–5"),
        (ONE_LINE, PurePosixPath("cont"), "content/credentials/a.md:3"),
    ],
)
def test_a_place_is_a_path_and_lines(place: Place, folder: PurePosixPath | None, described: str):
    assert place.describe(folder) == described
