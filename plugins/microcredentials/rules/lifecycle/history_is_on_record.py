"""Every version is on record, dates agree with it, and an end has its reason.

Somebody who earned version 1.0.0 has to be able to show what that asked of her when the page has long moved on. So
the version on the page is the newest line of its history. When a micro-credential ends, the page stays and says
when, why, and what takes its place; both sides name each other, so that no educator begins what is over.

A proposed change is also compared with what is public. Where something else is asked of educators, it is another
version, and the one they began with is kept for them under its own address. A page that people have saved does not
vanish, and a uid never stands for something else.

Fails:

    version: "1.2.0"
    changelog:
      - {version: "1.0.0", date: 2026-06-01, change: First version.}
      - {version: "1.1.0", date: 2026-08-01, change: The limits are shorter.}

Passes:

    version: "1.1.0"
    changelog:
      - {version: "1.1.0", date: 2026-08-01, change: The limits are shorter.}
      - {version: "1.0.0", date: 2026-06-01, change: First version.}
"""

from collections.abc import Iterator

from ...catalog.catalog import Entry
from ...catalog.nodes import DeletedSpec, KeptVersion
from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from ._dates import days_are_past, days_are_stated, days_follow_each_other
from ._kept import kept_as_published, kept_in_place, superseded_is_kept
from ._since import deletion, history, kinship
from ._succession import ending, predecessors, successor
from ._versions import versions


@rule("LC-04", "warning error error", derived_from=("OB3",), reads=("version", "changelog"))
def check(node: Spec | KeptVersion | DeletedSpec, context: Context) -> Iterator[Problem]:
    entry, catalog, known = context.entry, context.catalog, context.once(kinship)
    if isinstance(node, DeletedSpec):
        yield from deletion(node, entry.slug)
    elif isinstance(node, KeptVersion):
        yield from kept_in_place(node, entry, catalog)
        yield from kept_as_published(node, entry, known, catalog)
    else:
        yield from _on_record(node, entry, context)
        yield from history(entry, known, catalog)
        yield from superseded_is_kept(entry, known, catalog)


def _on_record(spec: Spec, entry: Entry[Spec], context: Context) -> Iterator[Problem]:
    yield from versions(spec, context.status)
    yield from days_are_stated(spec, context.status)
    yield from days_follow_each_other(spec)
    yield from days_are_past(spec, context.today)
    yield from ending(spec, context.status)
    yield from successor(spec, entry.slug, context.catalog)
    yield from predecessors(spec, entry.slug, context.catalog)
