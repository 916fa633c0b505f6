"""``release``: keep a published version before it changes."""

from datetime import date
from pathlib import Path, PurePosixPath

import click

from ..catalog.changes.matching import match_entries
from ..catalog.entry import Entry
from ..catalog.folder import path_for_messages
from ..catalog.git import HistoryError, find_revision, load_at
from ..catalog.layout import VERSIONS
from ..catalog.loading import load
from ..catalog.opening import read_file
from ..catalog.writing import refuse_links, write_file
from ..model.spec import Spec
from ..reading.source import MAX_DATA
from ._disk import show_disk_errors
from ._echo import echo
from ._project import current_project


@click.command()
@click.argument("slug")
@click.option("--from", "from_", metavar="REV", help="Revision that contains the published version [default: HEAD].")
def release(slug: str, from_: str | None) -> None:
    """Keep the published version of SLUG for educators who started with it; run this before you raise the version.

    The version is taken from the last commit, so that nothing is lost if you have already started to edit.
    """
    content = current_project().content
    entry = load(content).by_slug.get(slug)
    if entry is None:
        raise click.UsageError(f"There is no spec “{slug}”.")
    published, origin = _outgoing(content, entry, from_)
    version = _superseded_version(published, origin)
    path = content / VERSIONS / slug / f"{version}.md"
    text = published.source.text.value.encode()
    with show_disk_errors():
        refuse_links(path, content.parent)
        kept = read_file(path, content.parent, MAX_DATA) if path.exists() else text
    if kept.split() != text.split():
        raise click.UsageError(
            f"{path} already exists with a different text. If that file is wrong, delete it, and run this again."
        )
    with show_disk_errors():
        write_file(path, text, content.parent)
    root = path_for_messages(content)
    echo(f"{root / VERSIONS / slug / path.name} now keeps version {version} as it is in {origin}.")
    echo(_next_steps(entry, version, root), nl=False)


def _outgoing(content: Path, entry: Entry[Spec], from_: str | None) -> tuple[Entry[Spec], str]:
    """Return the spec as it was last published, and the place where it was found: a revision, or else the work tree."""
    try:
        at = find_revision(content, from_ or "HEAD")
        old = match_entries(load_at(content, at), load(content)).before(entry)
    except HistoryError as error:
        if from_:
            raise click.UsageError(str(error)) from error
        return entry, "the work tree"
    if old is None and from_:
        raise click.UsageError(f"{at} has no spec “{entry.slug}”.")
    return (old, str(at)) if old else (entry, "the work tree")


def _superseded_version(published: Entry[Spec], origin: str) -> str:
    """Return the version of *published*, which educators may have started with."""
    spec = published.node
    if spec is None or spec.version is None:
        raise click.UsageError(f"In {origin}, “{published.slug}” cannot be read or has no version.")
    if spec.status not in ("published", "retired"):
        raise click.UsageError(f"In {origin}, “{published.slug}” is {spec.status}; only published versions are kept.")
    return spec.version


def _next_steps(entry: Entry[Spec], version: str, root: PurePosixPath) -> str:
    path = root / entry.source.path
    if entry.node and entry.node.version != version:
        return f"{path} is already version {entry.node.version}. Commit both files together.\n"
    line = f'- {{version: "…", date: {date.today()}, change: What is new, in one sentence.}}'
    return (
        f"Now, in {path}:\n"
        f"  1. raise “version” above {version}: the last number for wording, the middle one for requirements,\n"
        "     the first one if earlier work would no longer pass;\n"
        f"  2. add a line at the top of “changelog”:  {line}\n"
        "  3. make your changes, and see what they mean:  microcredentials diff HEAD\n"
        f"  4. check them:  microcredentials check --since HEAD {path}\n"
    )
