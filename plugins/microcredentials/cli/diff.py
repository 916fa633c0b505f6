"""``diff``: what changed between two revisions, in the catalog's terms."""

from pathlib import Path

import click

from ..catalog.changes.compare import compare
from ..catalog.git import Revision, find_merge_base, find_revision, load_at
from ..catalog.loading import load
from ..reports.changes import CHANGE_FORMATS
from ._project import current_project
from ._report_on import history_errors_shown


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "format_", type=click.Choice(sorted(CHANGE_FORMATS)), default="text", show_default=True)
def diff(base: str, head: str | None, format_: str) -> None:
    """Say what changed from BASE to HEAD, in the catalog's terms; without HEAD, to the files as they are.

    As in a pull request, BASE is taken where HEAD left it; an older HEAD is compared with BASE as it is.
    """
    content = current_project().content
    with history_errors_shown():
        before = _before(content, find_revision(content, base), find_revision(content, head or "HEAD"), bool(head))
        after = load_at(content, find_revision(content, head)) if head else load(content)
        found = compare(load_at(content, before), after)
    click.echo(CHANGE_FORMATS[format_](found), nl=False)


def _before(content: Path, base: Revision, head: Revision, named: bool) -> Revision:
    parted = find_merge_base(content, base, head)
    return base if named and parted.commit == head.commit else parted
