"""``import``: turn a catalog or a framework that a state already has into files of this project."""

import re
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from ..authoring.draft import Draft, render_draft
from ..authoring.framework import convert_framework
from ..authoring.importing import find_importers
from ..authoring.untrusted import UnreadableError
from ..catalog.catalog import Catalog
from ..catalog.loading import load
from ..model.fields import SLUG
from ..model.slugs import is_slug, suggest_slug
from ..model.wording import plural
from ._project import current_project


@click.command("import")
@click.argument("kind", metavar="FORMAT", type=click.Choice(sorted(find_importers())))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--framework", "id", default="", help="For case only: import a framework of standards under this id.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, but write nothing.")
def import_(kind: str, file: Path, id: str, dry_run: bool) -> None:
    """Turn the export of another system into drafts: one file each, with TODO for what the export does not say."""
    content = current_project().content
    try:
        if id:
            made = [_framework(kind, file, id, content)]
        else:
            catalog = load(content)
            made = list(_drafts(find_importers()[kind](file.read_bytes(), catalog.program), catalog, content))
    except UnreadableError as error:
        raise click.UsageError(f"{file.name}: {error}") from error
    for path, text, message in made:
        if text and not dry_run:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        click.echo(message)
    count = sum(bool(text) for _, text, _ in made)
    click.echo(f"{plural(count, 'file')} {'would be ' if dry_run else ''}written. Next: microcredentials check")


def _drafts(drafts: Iterator[Draft], catalog: Catalog, content: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield for each draft its file, its text (empty if it is skipped) and a message."""
    today = date.today().isoformat()
    taken = {entry.slug for entry in catalog.entries}
    uids = {entry.node.uid for entry in catalog.entries if entry.node and entry.node.uid}
    for draft in drafts:
        slug = draft.slug or suggest_slug(draft.fields["title"])
        path = content / draft.folder / f"{slug}.md"
        uid = draft.fields.get("uid") or str(uuid.uuid4())
        if not is_slug(slug) or slug in taken or uid in uids or path.exists():
            title = draft.fields["title"][:60]
            yield (
                path,
                "",
                f"skipped: “{title}” is already in the catalog, or its title cannot become an address",
            )
            continue
        taken.add(slug)
        uids.add(uid)
        yield path, render_draft(draft, today, uid), "\n".join(_describe(path.relative_to(content.parent), draft))


def _describe(path: Path, draft: Draft) -> Iterator[str]:
    yield path.as_posix()
    yield f"  imported: {', '.join(draft.mapped)}"
    for name, reason in draft.guessed.items():
        yield f"  check this: {name}: {reason}"
    for part in draft.left_out:
        yield f"  left out: {part}"


def _framework(kind: str, file: Path, id: str, content: Path) -> tuple[Path, str, str]:
    path = content / "program" / "frameworks" / f"{id}.yml"
    if kind != "case" or not re.fullmatch(SLUG, id):
        raise click.UsageError(
            "A framework is imported from a CASE package, and its id has only small letters, digits and hyphens."
        )
    if path.exists():
        raise click.UsageError(f"{path.name} already exists. Choose a different id, or delete the file first.")
    text = convert_framework(file.read_bytes(), date.today().isoformat())
    where = path.relative_to(content.parent).as_posix()
    return path, text, f"{where}\n  check this: names longer than a line were cut off; shorten them"
