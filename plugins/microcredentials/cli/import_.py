"""The command that brings in a catalog or a framework which a state already has."""

import re
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from ..authoring.draft import Draft, UnreadableError, written
from ..authoring.framework import framework
from ..authoring.importing import readers
from ..catalog.catalog import Catalog
from ..catalog.loading import load
from ..model.fields import SLUG
from ..model.slugs import is_slug, suggest_slug
from ..model.wording import plural
from ._project import current_project


@click.command("import")
@click.argument("kind", metavar="FORMAT", type=click.Choice(sorted(readers())))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--framework", "id", default="", help="case only: bring in a framework of standards under this id.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_(kind: str, file: Path, id: str, dry_run: bool) -> None:
    """Make drafts of what another system exported: one file each, with TODO where it says nothing."""
    content = current_project().content
    try:
        if id:
            made = [_framework(kind, file, id, content)]
        else:
            catalog = load(content)
            made = list(_drafts(readers()[kind](file.read_bytes(), catalog.program), catalog, content))
    except UnreadableError as fault:
        raise click.UsageError(f"{file.name}: {fault}") from fault
    for path, text, said in made:
        if text and not dry_run:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        click.echo(said)
    count = sum(bool(text) for _, text, _ in made)
    click.echo(f"{plural(count, 'file')} {'would be ' if dry_run else ''}written. Next: microcredentials check")


def _drafts(drafts: Iterator[Draft], catalog: Catalog, content: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield for each draft its file, its text (empty where it is passed over) and what to say."""
    today = date.today().isoformat()
    taken = {entry.slug for entry in catalog.entries}
    uids = {entry.node.uid for entry in catalog.entries if entry.node and entry.node.uid}
    for draft in drafts:
        slug = draft.slug or suggest_slug(draft.fields["title"])
        path = content / draft.folder / f"{slug}.md"
        uid = draft.fields.get("uid") or str(uuid.uuid4())
        if not is_slug(slug) or slug in taken or uid in uids or path.exists():
            title = draft.fields["title"][:60]
            yield path, "", f"passed over: “{title}” is in the catalog already, or gives no address"
            continue
        taken.add(slug)
        uids.add(uid)
        yield path, written(draft, today, uid), "\n".join(_told(path.relative_to(content.parent), draft))


def _told(path: Path, draft: Draft) -> Iterator[str]:
    yield path.as_posix()
    yield f"  taken over: {', '.join(draft.mapped)}"
    for title, lines in (("look at this", draft.guessed), ("left out", draft.left_out)):
        for line in lines:
            yield f"  {title}: {line}"


def _framework(kind: str, file: Path, id: str, content: Path) -> tuple[Path, str, str]:
    path = content / "program" / "frameworks" / f"{id}.yml"
    if kind != "case" or not re.fullmatch(SLUG, id):
        raise click.UsageError(
            "A framework comes from a CASE package, and its id has small letters, digits and hyphens."
        )
    if path.exists():
        raise click.UsageError(f"{path.name} is there already. Give another id, or delete the file first.")
    text = framework(file.read_bytes(), date.today().isoformat())
    where = path.relative_to(content.parent).as_posix()
    said = f"{where}\n  look at this: names longer than a line are cut off; shorten them"
    return path, text, said
