"""The disk: read a content folder into a catalog, write output files into a folder."""

import gc
import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from .catalog import Catalog, Entry
from .model import Spec
from .output import DataFile, OutputFile, Page
from .parse import KINDS, parse, parse_guide
from .parse_program import parse_program
from .problem import Problem
from .source import MAX_DATA, Source, read_data, read_spec, unreadable

TEMPLATE = "_template.md"
_NAME = "abcdefghijklmnopqrstuvwxyz0123456789-"
_RESERVED = {"con", "prn", "aux", "nul", "index", "v", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def find_content(start: Path) -> Path | None:
    """Return the nearest folder at or above *start*, or directly below it, that holds ``program/``."""
    for folder in (start, *start.parents):
        if (folder / "program").is_dir():
            return folder
        if (folder / "content" / "program").is_dir():
            return folder / "content"
    return None


def load(content: Path, working_directory: Path | None = None) -> Catalog:
    """Return the catalog of the folder *content*; paths in messages are relative to *working_directory*."""
    with _garbage_later():
        return _load(content, working_directory or Path.cwd())


@contextmanager
def _garbage_later() -> Iterator[None]:
    """Keep the collector out: nearly all that loading makes stays, and walking it again and again doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _load(content: Path, working_directory: Path) -> Catalog:
    root = PurePosixPath(Path(os.path.relpath(content, working_directory)).as_posix())
    sources, strays = _sort(content)
    program, program_entries, terms = parse_program(s for s in sources if s.path.parts[0] == "program")
    home = next((entry.source for entry in program_entries if entry.source.path.name == "program.yml"), None)
    inherited = home.data if home and program.file else {}
    specs = [s for s in sources if s.path.parts[0] in KINDS]
    guides = [parse_guide(s) for s in sources if s.path.parts[0] not in (*KINDS, "program")]
    return Catalog(
        root=root,
        program=program,
        entries=tuple(parse(source, terms, inherited, home) for source in specs),
        others=(*program_entries, *guides, *strays),
    )


def _sort(content: Path) -> tuple[list[Source], list[Entry[Spec]]]:
    """Read every file that belongs to the content, and note those that do not."""
    sources: list[Source] = []
    strays: list[Entry[Spec]] = []
    for path in _walk(content):
        relative = PurePosixPath(path.relative_to(content).as_posix())
        problem = _trouble(path, relative)
        if relative.name == TEMPLATE:
            continue
        if problem:
            strays.append(Entry(unreadable(relative, problem), None, (problem,)))
        else:
            sources.append(_read(path, relative))
    return sources, [*strays, *_same_addresses(sources)]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below *folder* by name; links are yielded, never followed; hidden files are left out."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _trouble(path: Path, relative: PurePosixPath) -> Problem | None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return Problem((), f"“{_shown(relative.name)}” is a link or special file, not a text file.",
                       "Put the text itself here.", "FM-05")  # fmt: skip
    folder, expected = relative.parts[0], _expected(relative)
    if relative.suffix not in expected or (folder in KINDS and len(relative.parts) > 2):
        where = f"{folder}/" if len(relative.parts) > 1 else "the content folder"
        advice = f"Only {' or '.join(expected)} files belong in {where}; move or delete it. It is not published."
        return Problem((), f"“{_shown(relative.name)}” does not belong here.", advice, "FM-20")
    name = relative.stem
    if folder in KINDS and (set(name) - set(_NAME) or name.strip("-") != name or name in _RESERVED or len(name) > 80):
        advice = "Use small letters, digits and single hyphens, at most 80, as in wait-time.md."
        return Problem((), f"“{_shown(relative.name)}” cannot become an address.", advice, "FM-21")
    return None


def _expected(relative: PurePosixPath) -> tuple[str, ...]:
    if relative.parts[0] != "program":
        return (".md",)
    return (".yml", ".json") if relative.parts[1:2] == ("references",) else (".yml",)


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:60]


def _read(path: Path, relative: PurePosixPath) -> Source:
    reader = read_data if relative.parts[0] == "program" else read_spec
    try:
        with path.open("rb") as file:
            return reader(relative, file.read(MAX_DATA + 1))
    except OSError as error:
        problem = Problem((), f"The file cannot be read: {error.strerror}.", "Look at its permissions.", "FM-05")
        return unreadable(relative, problem)


def _same_addresses(sources: Iterable[Source]) -> Iterator[Entry[Spec]]:
    """Note two files that would be published at one address: ``a.md`` beside ``a/index.md``."""
    seen: dict[str, PurePosixPath] = {}
    for source in sources:
        if source.path.parts[0] == "program":
            continue
        address = source.path.with_suffix("").as_posix().removesuffix("/index").casefold()
        if address in seen:
            message = f"This file and {seen[address]} have the same address on the site."
            problem = Problem((), message, "Rename one of the two.", "FM-22")
            yield Entry(unreadable(source.path, problem), None, (problem,))
        seen[address] = source.path


def lunr_js() -> DataFile:
    """Return lunr.js 2.3.9 as the installed mkdocs package ships it; nothing of mkdocs is imported."""
    package = find_spec("mkdocs")
    folder = Path(package.origin).parent if package and package.origin else Path()
    return DataFile("assets/search/lunr.js", (folder / "contrib/search/templates/search/lunr.js").read_bytes())


def materialized(outputs: Iterable[OutputFile]) -> Iterator[tuple[str, bytes]]:
    """Yield pages as Markdown files (front matter and one block of HTML) and data files as they are."""
    for output in outputs:
        if isinstance(output, Page):
            head = {"title": output.title, "description": output.description, "template": f"{output.kind}.html"}
            fields = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
            yield output.path, f"---\n{fields}---\n\n{output.html}\n".encode()
        else:
            yield output.path, output.content


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Write each (path, content) below *folder* and return how many there were."""
    count = 0
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        count += 1
    return count
