"""The commands that read the history: what changed, what a change brings, and keeping what it supersedes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath

import click

from .catalog import Entry
from .changes import changes, pairs
from .checking import report_on
from .files import load, root_of
from .history import HistoryError, Revision, catalog_at, revision, where_parted
from .model import Spec
from .parse import VERSIONS
from .report import Report
from .reports import CHANGE_FORMATS
from .run import Options
from .settings import Settings, SettingsError, settings


def settings_here(start: Path | None = None, site_url: str = "") -> Settings:
    """Return the settings for the project at or above *start*, else the working directory."""
    try:
        return settings((start or Path.cwd()).resolve(), site_url)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error


@contextmanager
def _history() -> Iterator[None]:
    """Tell the operator what keeps the history from being read."""
    try:
        yield
    except HistoryError as error:
        raise click.UsageError(str(error)) from error


def reported(content: Path, options: Options, since: str | None, cache: Path | None) -> Report:
    """Return the report on the folder *content*, as ``report_on`` does."""
    with _history():
        return report_on(content, options, since, cache)


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "format_", type=click.Choice(sorted(CHANGE_FORMATS)), default="text", show_default=True)
def diff(base: str, head: str | None, format_: str) -> None:
    """Say what changed from BASE to HEAD, in the catalog's terms; without HEAD, to the files as they are.

    As in a pull request, BASE is taken where HEAD left it; an older HEAD is compared with BASE as it is.
    """
    content = settings_here().content
    with _history():
        before = _before(content, revision(content, base), revision(content, head or "HEAD"), bool(head))
        after = catalog_at(content, revision(content, head)) if head else load(content)
        found = changes(catalog_at(content, before), after)
    click.echo(CHANGE_FORMATS[format_](found), nl=False)


def _before(content: Path, base: Revision, head: Revision, named: bool) -> Revision:
    parted = where_parted(content, base, head)
    return base if named and parted.commit == head.commit else parted


@click.command()
@click.argument("slug")
@click.option("--from", "from_", metavar="REV", help="The revision that holds the outgoing version; else HEAD.")
def release(slug: str, from_: str | None) -> None:
    """Keep the published version of SLUG for those who began with it; run this before it becomes another version.

    The version is taken as it was last committed, so that nothing is lost if you have begun to write already.
    """
    content = settings_here().content
    entry = load(content).by_slug.get(slug)
    if entry is None:
        raise click.UsageError(f"There is no spec “{slug}”.")
    outgoing, origin = _outgoing(content, entry, from_)
    version = _superseded(outgoing, origin)
    path = content / VERSIONS / slug / f"{version}.md"
    text = outgoing.source.text.value.encode()
    if path.exists() and path.read_bytes().split() != text.split():
        raise click.UsageError(f"{path} is there and says something else. What is kept is never overwritten.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    root = root_of(content)
    click.echo(f"{root / VERSIONS / slug / path.name} keeps version {version} as it is in {origin}.")
    click.echo(_next_steps(entry, version, root), nl=False)


def _outgoing(content: Path, entry: Entry[Spec], from_: str | None) -> tuple[Entry[Spec], str]:
    """Return the spec as it was published last, and where that was found: in the history, else on the disk."""
    try:
        at = revision(content, from_ or "HEAD")
        old = pairs(catalog_at(content, at), load(content)).before(entry)
    except HistoryError as error:
        if from_:
            raise click.UsageError(str(error)) from error
        return entry, "the work tree"
    if old is None and from_:
        raise click.UsageError(f"{at} has no spec “{entry.slug}”.")
    return (old, str(at)) if old else (entry, "the work tree")


def _superseded(outgoing: Entry[Spec], origin: str) -> str:
    """Return the version of *outgoing*, which somebody may have begun with."""
    spec = outgoing.node
    if spec is None or spec.version is None:
        raise click.UsageError(f"In {origin} “{outgoing.slug}” cannot be read, or has no version.")
    if spec.status not in ("published", "retired"):
        raise click.UsageError(f"In {origin} “{outgoing.slug}” is {spec.status}; only what was published is kept.")
    return spec.version


def _next_steps(entry: Entry[Spec], version: str, root: PurePosixPath) -> str:
    path = root / entry.source.path
    if entry.node and entry.node.version != version:
        return f"{path} is version {entry.node.version} already. Commit both files together.\n"
    line = f'- {{version: "…", date: {date.today()}, change: What is new, in one sentence.}}'
    return (
        f"Now, in {path}:\n"
        f"  1. raise “version” above {version}: the last number for wording, the middle one for what is asked,\n"
        "     the first one where earlier work would no longer pass;\n"
        f"  2. add a line on top of “changelog”:  {line}\n"
        "  3. make your changes, and see what they mean:  microcredentials diff HEAD\n"
        f"  4. check them:  microcredentials check --since HEAD {path}\n"
    )
