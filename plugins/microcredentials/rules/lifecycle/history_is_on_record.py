"""Every version is on record, the dates agree with it, and every retirement has a stated reason.

Educators who earned version 1.0.0 must be able to show what it asked of them, long after the page has changed. So the
version on the page is the newest entry of its changelog. When a micro-credential is retired, its page stays and says
when, why, and what replaces it. Both specs name each other, so that educators do not begin something that has ended.

A proposed change is also compared with what is public. If it asks something different of educators, it needs a new
version, and the version that they began with is kept for them at its own address. A page that people have saved does
not vanish, and a uid never refers to something else.

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

from ...catalog.catalog import Catalog
from ...catalog.nodes import DeletedSpec, KeptVersion
from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from ._base_comparison import Lineage, check_change, check_deletion, trace_lineage
from ._dates import check_date_order, check_no_future_dates, check_required_dates
from ._kept_versions import check_former_versions, check_place, check_unchanged
from ._succession import check_replaced_specs, check_replacement, check_retirement
from ._versions import check_versions


@rule("LC-04", "warning error error", derived_from=("OB3",), reads=("version", "changelog"), looks_at=trace_lineage)
def check(node: Spec | KeptVersion | DeletedSpec, context: Context, lineage: Lineage) -> Iterator[Problem]:
    if isinstance(node, DeletedSpec):
        yield from check_deletion(node, context.entry.slug)
    elif isinstance(node, KeptVersion):
        yield from check_place(node, context.entry, lineage.catalog)
        yield from check_unchanged(node, context.entry, lineage)
    else:
        yield from _on_record(node, context, lineage.catalog)
        yield from check_change(context.entry, lineage)
        yield from check_former_versions(context.entry, lineage)


def _on_record(spec: Spec, context: Context, catalog: Catalog) -> Iterator[Problem]:
    yield from check_versions(spec, context.status)
    yield from check_required_dates(spec, context.status)
    yield from check_date_order(spec)
    yield from check_no_future_dates(spec, context.today)
    yield from check_retirement(spec, context.status)
    yield from check_replacement(spec, context.entry.slug, catalog)
    yield from check_replaced_specs(spec, context.entry.slug, catalog)
