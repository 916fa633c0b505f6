"""Write the files of a site into a folder."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..catalog.writing import write_aside
from .output import OutputFile, Page


def to_files(outputs: Iterable[OutputFile]) -> Iterator[tuple[str, bytes]]:
    """Yield paths and contents: pages as Markdown files (front matter and one block of HTML), data as it is."""
    for output in outputs:
        if isinstance(output, Page):
            head = {"title": output.title, "description": output.description, "template": f"{output.kind}.html"}
            fields = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
            yield output.path, f"---\n{fields}---\n\n{output.html}\n".encode()
        else:
            yield output.path, output.content


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Write each (path, content) below *folder*, which replaces another folder later, and return the number of files.

    Raises:
        ValueError: a path leads out of *folder*.
        OSError: a file cannot be written, or a link is in the place of a file or folder.
    """
    count = 0
    for path, content in files:
        write_aside(folder / path, content, folder)
        count += 1
    return count
