"""Doors for generated input that need files in the working directory, an empty folder of their own at first:
``release``, ``init``, remembered results, and the record of links.
"""

import json
import shutil
import subprocess
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from random import Random

import click
import yaml
from click.testing import CliRunner
from examples import BASE
from mutate import VALUES
from small import TODAY, catalog
from specimens import DEMONSTRATION

from microcredentials.authoring.adoption.adopt import BrokenFileError, adopt
from microcredentials.catalog.folder import snapshot
from microcredentials.catalog.loading import parse_catalog
from microcredentials.checking.cache._reports import dump_report
from microcredentials.checking.cache._verdicts import dump_verdicts
from microcredentials.checking.cache.memory import Inputs, Memory
from microcredentials.checking.options import Options
from microcredentials.checking.run import Run, run_checks
from microcredentials.cli import init, links
from microcredentials.cli.main import main
from microcredentials.links.findings import with_link_problems
from microcredentials.links.record import dump_record, find_due, read_record
from microcredentials.reading.problem import Problem, Related
from microcredentials.reading.text import Span
from microcredentials.reports.rendering import find_renderer
from microcredentials.rules.registry import find_checks

WAIT = "credentials/wait-time.md"


def noise(chance: Random) -> bytes:
    """Return a file that we did not write: random bytes, or JSON of a different form."""
    return bytes(chance.choice([
        chance.randbytes(chance.randint(0, 400)), b"", b"null", b"[]", b"{}", b'"a"', b"1e999", b"[" * 60_000, b"\xff",
        json.dumps({chance.choice(VALUES): chance.choice(VALUES)}).encode(), b'{"findings": {"rule": []}}',
        b'{"findings": [{"rule": "CO-01"}]}', b'{"schema": 2, "links": {}}', b'{"schema": 1, "links": {"": null}}',
    ]))  # fmt: skip


# release: a version is kept without any change, or nothing is written


def enter_release(text: str, chance: Random) -> None:
    """Commit *text* as a spec, or only write it, and keep its version."""
    content = _repository()
    (content / WAIT).write_bytes(text.encode("utf-8", "surrogatepass"))
    kind = chance.random()
    if kind < 0.3:
        _git("commit", "-qam", "b", "--allow-empty")
    elif kind < 0.7:
        Path(".git").rename("aside")
    slug = "wait-time" if chance.random() < 0.8 else chance.choice(VALUES)
    revision = [] if chance.random() < 0.8 else ["--from", chance.choice([*VALUES, "HEAD"])]
    result = CliRunner().invoke(main, ["release", *revision, "--", slug])
    assert isinstance(result.exception, SystemExit | None), result.exception
    kept = sorted(path for path in content.glob("versions/**/*") if path.is_file())
    assert len(kept) == (result.exit_code == 0), result.output
    if kept:
        given = BASE / WAIT if kind >= 0.7 else content / WAIT
        assert kept[0].read_bytes().split() == given.read_bytes().removeprefix(b"\xef\xbb\xbf").split()


def _repository() -> Path:
    """Return the content folder of a repository in the working directory, with one commit and no kept version."""
    content = Path.cwd() / "content"
    if not content.exists():
        shutil.copytree(BASE, content)
        for command in ("init -q", "config user.name W", "config user.email w@sample-state.example", "add -A"):
            _git(*command.split())
        _git("commit", "-qm", "a")
        _git("tag", "good")
    if Path("aside").exists():
        Path("aside").rename(".git")
    _git("reset", "-q", "--soft", "good")
    shutil.rmtree(content / "versions", ignore_errors=True)
    return content


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


# init: what is accepted becomes data in every file

ANSWERS = {
    "state": "New Mexico", "code": "NM", "agency": "Public Education Department", "program": "Educators of the State",
    "website": "https://agency.example.gov/", "contact": "credentials@agency.example.gov", "color": "#0c3b47",
    "site-url": "https://catalog.example.gov", "repository": "https://git.example.gov/schools/catalog/",
}  # fmt: skip
NAMED = "".join(f"{name}: {answer}\n" for name, answer in ANSWERS.items())
PATTERNS = ("mkdocs.yml", "content/program/program.yml", "content/program/vocabulary.yml", "content/about/issuer.md",
            ".github/*.yml", "content/credentials/_template.md", "content/stacks/*.md")  # fmt: skip


@cache
def _demonstration() -> dict[str, str]:
    paths = sorted(path for pattern in PATTERNS for path in DEMONSTRATION.glob(pattern))
    return {path.relative_to(DEMONSTRATION).as_posix(): path.read_text("utf-8") for path in paths}


def enter_init(text: str, chance: Random) -> None:
    """Answer the questions of ``init`` with the lines of *text*, and with one answer of several lines now and then."""
    lines = (line.partition(": ") for line in text.split("\n"))
    given = ANSWERS | {name: answer for name, _, answer in lines if name in ANSWERS}
    if chance.random() < 0.2:
        given[chance.choice(list(given))] += "\n" + chance.choice(VALUES)
    with suppress(click.UsageError):
        context = init.init.make_context("init", [f"--{name}={answer}" for name, answer in given.items()])
        state = init._state(init.InitOptions(**context.params), _demonstration())
        _require_data(adopt(_demonstration(), state), state.program)


def _require_data(changed: dict[str, str | None], name: str) -> None:
    config = yaml.safe_load(changed["mkdocs.yml"] or "")
    assert config["site_name"] == name
    content = {path.removeprefix("content/"): text for path, text in changed.items() if text and "content/" in path}
    made = catalog(content)
    assert made.program.file is not None
    assert made.program.file.name == name
    assert [(str(each.source.path), each.problems) for each in made.all_entries if each.problems] == []


def enter_init_in_a_broken_project(text: str, _: Random) -> None:
    """Give ``init`` a project of which one file is *text*."""
    context = init.init.make_context("init", [f"--{name}={answer}" for name, answer in ANSWERS.items()])
    state = init._state(init.InitOptions(**context.params), {})
    with suppress(BrokenFileError):
        adopt({"content/program/program.yml": text}, state)


# remembered results: the same report, or none


@cache
def _inputs() -> Inputs:
    return Inputs(BASE, snapshot(BASE), PurePosixPath("content"), Options(TODAY))


@cache
def _run() -> Run:
    """Return a run on the small catalog in which one rule finds a problem in every file."""
    problem = Problem(("title",), "Wrong.", "Fix it.", words=(0, 4), related=(Related("here", span=Span(0, 3)),))
    checks, made = find_checks(), parse_catalog(_inputs().files, _inputs().root)
    clean = run_checks(made, checks, Options(TODAY), {}).verdicts
    return run_checks(made, checks, Options(TODAY), {key: {**each, "CO-02": (problem,)} for key, each in clean.items()})


@cache
def remembered_report() -> str:
    """Return a remembered report with one value on each line, so that edits change single values."""
    return json.dumps(json.loads(dump_report(_run().report)), indent=1)


@cache
def remembered_verdicts() -> str:
    """Return remembered verdicts with one value on each line."""
    return json.dumps(json.loads(dump_verdicts(_run().verdicts)), indent=1)


def enter_memory(text: str, chance: Random) -> None:
    """Replace a remembered report by *text* or something else, sealed like a good one or not."""
    memory = Memory(Path.cwd(), _inputs())
    for path, digest in (
        (memory._report_file, memory._report_digest),
        (memory._verdicts_file, memory._verdicts_digest),
    ):
        body = noise(chance) if chance.random() < 0.2 else text.encode("utf-8", "surrogatepass")
        seal = noise(chance) if chance.random() < 0.2 else sha256(digest + body).hexdigest().encode()
        path.write_bytes(seal + b"\n" + body)
    report = memory.report({each.rule.id: each.rule for each in find_checks()})
    if report:
        for name in ("text", "json", "sarif"):
            find_renderer(name)(report)
    run_checks(parse_catalog(_inputs().files, _inputs().root), find_checks(), Options(TODAY), memory.verdicts())


# the record of links


def enter_record(text: str, chance: Random) -> None:
    """Read *text* or something else as a record, and do with it what ``links`` does."""
    path = Path.cwd() / "links.json"
    path.write_bytes(noise(chance) if chance.random() < 0.2 else text.encode("utf-8", "surrogatepass"))
    with suppress(click.UsageError):
        record = links._read(path, named=False)
        assert read_record(dump_record(record)) == record
        find_due([*record, "https://new.example/"], record, TODAY, 30)
        found = with_link_problems(catalog({"about/a.md": _page(list(record))}), record)
        run_checks(found, find_checks(), Options(TODAY), {})


def _page(addresses: list[str]) -> str:
    links = "\n".join(f"- <{address}>" for address in addresses)
    return f"---\ntitle: Links\ndescription: Links.\n---\n\n{links}\n"
