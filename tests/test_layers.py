"""The shape of the program, read from its imports: who may know whom, and how long a piece may be."""

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

LAYERS = (  # from the edges down; a module imports only from lines below its own
    "cli mkdocs_plugin",
    "cli_catalog cli_check cli_links cli_import cli_init cli_new",
    "cli_fix cli_report",
    "cli_history",
    "publish",
    "checking",
    "build settings explain history cache",
    "files",
    "asking",
    "links",
    "folder since",
    "standards reports exports site choosing scaffold schema run stored imports adoption fixes",
    "parse parse_program check scoring report",
    "scorecard",
    "excerpt",
    "shape rule_names waivers changes",
    "manual catalog",
    "finding",
    "data_format model demonstration record past change policy program vocabulary bibliography quality fields "
    "source phrases align characters yaml_reader yaml_plain yaml_scalars yaml_builder yaml_guard yaml_syntax "
    "proposing gaps fingerprint sections markdown markdown_plain markdown_tables output wording problem text "
    "collecting verdicts slugs uids",
)
DEPTH = {module: depth for depth, line in enumerate(LAYERS) for module in line.split()}
GROUND = set(LAYERS[-1].split())  # the only line whose modules may import each other

NETWORK = {"http", "ssl", "socket", "socketserver", "urllib.request", "ftplib", "smtplib", "asyncio"}
HOSTS = {"mkdocs", "properdocs", "material"}
MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 40


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def module_of(path: Path) -> str:
    """The module or folder directly under the package that *path* belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every name that *path* imports, dotted from the top, wherever in the file the import stands."""
    package = (PACKAGE.name, *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = node.module.split(".") if node.module else ()
            yield from (".".join((*above, *module, alias.name)) for alias in node.names)


def neighbors(path: Path) -> set[str]:
    """The modules directly under the package, other than its own, that *path* imports from."""
    ours = (name.split(".") for name in imported(path) if name.startswith(f"{PACKAGE.name}."))
    return {parts[1] for parts in ours} & DEPTH.keys() - {module_of(path)}


def _parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    return (".".join(parts[:count]) for count in range(1, len(parts)))


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(path)}


def test_every_module_has_a_layer():
    assert {module_of(path) for path in FILES} - {"__init__"} == DEPTH.keys()


@pytest.mark.parametrize("path", [path for path in FILES if module_of(path) != "__init__"], ids=shown)
def test_imports_point_down(path: Path):
    own = module_of(path)
    level = {name for name in neighbors(path) if DEPTH[name] == DEPTH[own]}
    assert not {name for name in neighbors(path) if DEPTH[name] < DEPTH[own]}, "imports from above"
    assert own in GROUND or not level, "imports a stranger of its own line"


def test_the_package_itself_imports_nothing_of_its_own():
    assert not neighbors(PACKAGE / "__init__.py")


def test_the_ground_has_no_circle():
    graph = {name: neighbors(PACKAGE / f"{name}.py") for name in GROUND}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_only_the_adapter_imports_the_host():
    assert {shown(path) for path in FILES if roots(path) & HOSTS} == {"mkdocs_plugin.py"}


def test_only_one_module_knows_the_network():
    found = {shown(path) for path in FILES for name in imported(path) if {name, *_parents(name)} & NETWORK}
    assert found == {"asking.py"}


def test_only_the_command_line_imports_click():
    assert {shown(path) for path in FILES if "click" in roots(path)} <= {
        shown(path) for path in FILES if module_of(path).startswith("cli")
    }


def test_the_core_loads_without_the_host():
    program = f"""
import sys
from microcredentials import build, check, reports, standards
standards.all_checks()
[reports.renderer(name) for name in reports.formats()]
print(*sorted(sys.modules.keys() & {HOSTS!r}))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_check_loads_no_page(project: Project):
    program = """
import sys
from microcredentials.cli import main
try: main(["check", "--format", "json"])
finally: print(*sorted(sys.modules.keys() & {"jinja2", "microcredentials.publish"}), file=sys.stderr)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    assert '"findings": [' in done.stdout
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_pieces_are_short(path: Path):
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    sizes = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE_LINES
    assert not {name: size for name, size in sizes.items() if size > MAX_FUNCTION_LINES}
