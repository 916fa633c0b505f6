"""A link to a page of this site leads to a page that exists, and to a heading that is on it.

A dead link stops educators at the moment they decide to act: to read how to start, to get the consent form, to look up
what ten points are worth. A page on another site may vanish any day. A link within this site can only be wrong because
of a typing error, or because its page was renamed or not published.

Fails:

    # guides/earn-one.md
    ---
    title: Earn a micro-credential
    description: From the choice to the result.
    ---

    Begin with [wait time](/credentials/wait-tiem/).

Passes:

    # guides/earn-one.md
    ---
    title: Earn a micro-credential
    description: From the choice to the result.
    ---

    Begin with [wait time](/credentials/wait-time/).
"""

from collections.abc import Iterator

from ...catalog.addresses import address_of
from ...catalog.entry import INHERITED_FIELDS
from ...catalog.nodes import Guide
from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from ._links import find_addresses
from ._site_pages import SitePages, collect_pages


@rule("AX-04", "warning error error", derived_from=("WCAG",), reads=("body",), looks_at=collect_pages)
def check(node: Spec | Guide, context: Context, pages: SitePages) -> Iterator[Problem]:
    from_draft = context.status == "draft"
    here = f"/{address_of(node.path.as_posix())}" if isinstance(node, Guide) else ""
    for piece in context.prose.body:
        for each in piece.links:
            if not each.link.picture and (problem := pages.find_problem(each.link.address, here, from_draft)):
                yield piece.problem(each.address, *problem)
    for at, address in find_addresses(context.entry):
        is_inherited = at[0] in INHERITED_FIELDS and not context.entry.source.has(at)
        is_reported_here = not is_inherited or pages.reporter is context.entry
        if is_reported_here and (problem := pages.find_problem(address, here, from_draft)):
            yield Problem(at, *problem)
