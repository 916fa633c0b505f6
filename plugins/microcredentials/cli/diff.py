"""``diff``: list what changed between two revisions, in the terms of the catalog."""

from pathlib import Path

import click

from ..catalog.changes.compare import compare
from ..catalog.git import Revision, find_merge_base, find_revision, load_at
from ..catalog.loading import load
from ..reports.rendering import find_change_renderer, list_change_formats
from ._history import show_history_errors
from ._options import format_option
from ._project import current_project


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@format_option([*list_change_formats()])
def diff(base: str, head: str | None, format_: str) -> None:
    """List what changed from BASE to HEAD, in the terms of the catalog; without HEAD, to the files as they are.

    As in a pull request, the comparison begins where HEAD branched off BASE. If HEAD is an ancestor of BASE, it is
    compared with BASE itself.
    """
    content = current_project().content
    with show_history_errors():
        before = _before(content, find_revision(content, base), find_revision(content, head or "HEAD"), bool(head))
        after = load_at(content, find_revision(content, head)) if head else load(content)
        found = compare(load_at(content, before), after)
    click.echo(find_change_renderer(format_)(found), nl=False)


def _before(content: Path, base: Revision, head: Revision, named: bool) -> Revision:
    """Return the revision to compare with; *named* says whether the operator gave *head*."""
    parted = find_merge_base(content, base, head)
    return base if named and parted.commit == head.commit else parted
