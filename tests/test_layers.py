"""The structure of the package, read from its imports: which room may import which, and how long functions and modules
may be.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from project import Project

PACKAGE = Path(__file__).parents[1] / "plugins" / "microcredentials"
FILES = sorted(PACKAGE.rglob("*.py"))

ROOMS = (  # from the ground up; a room imports only from rooms on lines above its own
    "reading",
    "model",
    "catalog",
    "checking links authoring",
    "rules reports",
    "publishing",
    "cli mkdocs_plugin",
)
FLOOR = {room: floor for floor, line in enumerate(ROOMS) for room in line.split()}
DISCOVERED = (
    "rules/*/",
    "reports/formats/",
    "reports/change_formats/",
    "authoring/fixes/",
    "authoring/importers/",
    "publishing/exports/",
    "cli/",
)
"""Folders in which a file is found because it is there, not because another file imports it."""

NETWORK = {"http", "ssl", "socket", "socketserver", "urllib.request", "ftplib", "smtplib", "asyncio"}
HOSTS = {"mkdocs", "properdocs", "material"}
WRITERS = {"catalog/writing.py", "publishing/swap.py"}
WRITING = {
    "write_text", "write_bytes", "unlink", "rmdir", "rename", "renames", "mkdir", "makedirs", "mkdtemp", "mkstemp",
    "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile", "symlink_to", "hardlink_to", "touch", "chmod",
    "truncate", "rmtree", "copyfile", "copytree", "os.remove", "os.link", "os.symlink", "shutil.move", "shutil.copy",
    "shutil.copy2",
}  # fmt: skip
"""Names of the standard library's functions that change the disk. ``Path.replace`` and ``open`` are looked at apart."""
READERS = {
    "catalog/opening.py": "the door: plain files only, never more than a limit",
    "catalog/writing.py": "creates files, and reads none",
    "cli/main.py": "the null device, for output that a full disk did not take",
    "publishing/swap.py": "opens what it has just written, to wait until it is on the disk",
    "checking/cache/memory.py": "our own code, because a report depends on it",
    "authoring/adoption/adopt.py": "pages of the package",
    "publishing/search/_thesaurus.py": "word list of the package",
    "publishing/site/render.py": "templates of the package and of the state's overrides, which are code",
    "reports/formats/_page.py": "templates and style sheets of the package",
}
"""The modules that open files, each with the reason. All others read through ``catalog/opening.py``."""
READING = {
    "read_text", "read_bytes", "fdopen", "open_code", "open_file", "FileSystemLoader", "PackageLoader", "FileIO",
    "click.File", "fileinput.input", "linecache.getlines", "os.sendfile", "mmap.mmap",
}  # fmt: skip
"""Names of functions and classes that read files, besides all that are called ``open``."""
MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 40


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def module(path: Path) -> tuple[str, ...]:
    """The dotted name of *path* below the package, in parts; a folder's ``__init__`` is the folder."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def room(path: Path) -> str:
    return module(path)[0] if module(path) else ""


def imported(path: Path) -> Iterator[str]:
    """Every name that *path* imports, dotted from the top, wherever in the file the import is."""
    package = (PACKAGE.name, *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            name = node.module.split(".") if node.module else ()
            yield from (".".join((*above, *name, alias.name)) for alias in node.names)


MODULES = {module(path) for path in FILES}


@cache
def used(path: Path) -> frozenset[tuple[str, ...]]:
    """The modules of the package that *path* imports, each as the parts of its dotted name."""
    ours = (tuple(name.split(".")[1:]) for name in imported(path) if name.partition(".")[0] == PACKAGE.name)
    found = {next(parts[:end] for end in range(len(parts), -1, -1) if parts[:end] in MODULES) for parts in ours}
    return frozenset(found - {module(path)})


def _parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts)))


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(path)}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_the_root_contains_only_the_rooms():
    assert {room(path) for path in FILES} - {""} == FLOOR.keys()


@pytest.mark.parametrize("path", [path for path in FILES if room(path)], ids=shown)
def test_imports_point_down(path: Path):
    own = room(path)
    assert not [name for name in used(path) if name and name[0] != own and FLOOR[name[0]] >= FLOOR[own]]


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_private_names_are_not_imported_from_outside(path: Path):
    """A name that begins with an underscore belongs to the folder it is in, and to the folders below that."""
    for name in used(path):
        for depth, part in enumerate(name):
            assert not is_private(part) or module(path)[:depth] == name[:depth], ".".join(name)


def test_what_is_public_is_imported_from_outside_its_folder():
    """A file without an underscore is for others; one that only its own folder imports has an underscore."""
    users = {name: [module(path) for path in FILES if name in used(path)] for name in MODULES}
    files = [path for path in FILES if path.name != "__init__.py" and len(module(path)) > 1]
    found = [path for path in files if not any(path.relative_to(PACKAGE).match(f"{each}*.py") for each in DISCOVERED)]
    public = [module(path) for path in found if not is_private(path.stem)]
    assert len(public) > 40
    assert [name for name in public if not any(user[: len(name) - 1] != name[:-1] for user in users[name])] == []


def test_a_room_has_a_docstring_and_loads_nothing():
    for path in (path for path in FILES if path.name == "__init__.py" and room(path)):
        (charter,) = tree(path).body
        assert isinstance(charter, ast.Expr), shown(path)
        assert len((ast.get_docstring(tree(path)) or "").splitlines()) == 1, shown(path)


def test_no_module_is_part_of_a_cycle():
    graph = {module(path): used(path) - {module(path)[:-1]} for path in FILES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(".".join(name) for name in error.args[1]))


def test_only_the_adapter_imports_the_host():
    assert {shown(path) for path in FILES if roots(path) & HOSTS} == {"mkdocs_plugin.py"}


def test_only_one_module_knows_the_network():
    found = {shown(path) for path in FILES for name in imported(path) if {name, *_parents(name)} & NETWORK}
    assert found == {"links/network.py"}


def writes(call: ast.Call) -> bool:
    """Whether *call* changes the disk, as far as its name and its arguments show."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    dotted = ast.unparse(call.func)
    if name == "replace":  # of a text, two arguments; of a date or a dataclass, keywords
        return isinstance(call.func, ast.Attribute) and len(call.args) == 1 and not call.keywords
    if name == "open":
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        modes = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        return any(set(mode) & set("wax+") and set(mode) <= set("rwaxbt+") for mode in modes)
    return name in WRITING or dotted in WRITING


def test_only_two_modules_write_to_the_disk():
    """One writes files and one replaces folders; both refuse links, and neither ever leaves half a result."""
    calls = {path: [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)] for path in FILES}
    assert {shown(path) for path, found in calls.items() if any(map(writes, found))} == WRITERS


def reads(call: ast.Call) -> bool:
    """Whether *call* opens a file, as far as its name shows; ``csl.read_text`` is our own, and reads data."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    dotted = ast.unparse(call.func)
    is_own = dotted in ("read_text", "csl.read_text")
    return not is_own and (name == "open" or name in READING or dotted in READING)


def test_only_one_module_reads_project_files():
    """What it opens is not a link out of the folder, a pipe that never ends, or too large."""
    calls = {path: [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)] for path in FILES}
    assert {shown(path) for path, found in calls.items() if any(map(reads, found))} == READERS.keys()


def test_only_the_command_line_imports_click():
    assert {room(path) for path in FILES if "click" in roots(path)} == {"cli"}


def test_the_core_loads_without_the_host():
    program = f"""
import sys
from microcredentials.publishing import publish
from microcredentials.reports import rendering
from microcredentials.rules import registry
registry.find_checks()
[rendering.find_renderer(name) for name in rendering.list_formats()]
print(*sorted(sys.modules.keys() & {HOSTS!r}))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_check_does_not_load_pages(project: Project):
    program = """
import sys
from microcredentials.cli.main import main
try: main(["check", "--format", "json"])
finally: print(*sorted(sys.modules.keys() & {"jinja2", "microcredentials.publishing.publish"}), file=sys.stderr)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    assert '"findings": [' in done.stdout
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_functions_and_modules_are_short(path: Path):
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE_LINES
    assert not {name: size for name, size in sizes.items() if size > MAX_FUNCTION_LINES}
