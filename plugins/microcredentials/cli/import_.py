"""``import``: create drafts, or a framework, from a file that another system exported."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ..authoring.draft import Draft, render_draft
from ..authoring.framework import convert_framework
from ..authoring.importing import find_importers
from ..authoring.untrusted import MAX_BYTES, UnreadableError
from ..catalog.loading import load
from ..catalog.opening import read_start
from ..catalog.writing import write_file
from ..model.fields import SLUG
from ..model.slugs import is_slug, suggest_slug
from ..model.wording import plural
from ._disk import show_disk_errors
from ._echo import echo
from ._project import current_project


@dataclass(frozen=True)
class _Imported:
    """A file to write with its text, and the message about it; the text is empty if the file is skipped."""

    path: Path
    text: str
    message: str


@click.command("import")
@click.argument("kind", metavar="FORMAT", type=click.Choice(sorted(find_importers())))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--framework", "id", default="", help="With case only: import a framework of standards under this id.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def import_(kind: str, file: Path, id: str, dry_run: bool) -> None:
    """Create drafts from FILE, which another system exported: one draft per item, with TODO for missing values."""
    content = current_project().content
    with show_disk_errors():
        data = read_start(file, MAX_BYTES, follow=True)
    try:
        imported = [_framework(kind, data, id, content)] if id else list(_drafts(kind, data, content))
    except UnreadableError as error:
        raise click.UsageError(f"{file.name}: {error}") from error
    for each in imported:
        if each.text and not dry_run:
            with show_disk_errors(f"{each.path.name} was not written."):
                write_file(each.path, each.text.encode(), content.parent)
        echo(each.message)
    count = sum(bool(each.text) for each in imported)
    echo(f"{plural(count, 'file')} {'would be ' if dry_run else ''}written. Next: microcredentials check")


def _drafts(kind: str, data: bytes, content: Path) -> Iterator[_Imported]:
    """Yield a spec for each draft in *data*; those that the catalog already has are skipped."""
    catalog, today = load(content), date.today().isoformat()
    slugs = {entry.slug for entry in catalog.entries}
    uids = {entry.node.uid for entry in catalog.entries if entry.node and entry.node.uid}
    for draft in find_importers()[kind](data, catalog.program):
        slug, uid = draft.slug or suggest_slug(draft.fields["title"]), draft.fields.get("uid") or str(uuid.uuid4())
        path = content / draft.folder / f"{slug}.md"
        if not is_slug(slug) or slug in slugs or uid in uids or path.exists():
            yield _Imported(path, "", _skipped(draft))
            continue
        slugs.add(slug)
        uids.add(uid)
        yield _Imported(
            path, render_draft(draft, today, uid), "\n".join(_summary(path.relative_to(content.parent), draft))
        )


def _skipped(draft: Draft) -> str:
    title = draft.fields["title"][:60]
    return f"skipped: “{title}” is already in the catalog, or its title cannot be turned into an address"


def _summary(path: Path, draft: Draft) -> Iterator[str]:
    yield path.as_posix()
    yield f"  imported: {', '.join(draft.mapped)}"
    for title, lines in (("please check", draft.guessed), ("not imported", draft.left_out)):
        for line in lines:
            yield f"  {title}: {line}"


def _framework(kind: str, data: bytes, id: str, content: Path) -> _Imported:
    path = content / "program" / "frameworks" / f"{id}.yml"
    if kind != "case" or not re.fullmatch(SLUG, id):
        raise click.UsageError(
            "A framework comes from a CASE package. Write its id in lowercase letters, digits and hyphens."
        )
    if path.exists():
        raise click.UsageError(f"{path.name} already exists. Choose another id, or delete the file first.")
    text = convert_framework(data, date.today().isoformat())
    shown = path.relative_to(content.parent).as_posix()
    return _Imported(path, text, f"{shown}\n  please check: long names were cut off at “…”; shorten them by hand")
