"""A link to a page of this site leads to a page that exists, and to a place that is on it.

A dead link stops an educator at the moment she decided to act: to read how to start, to get the consent form, to
look up what ten points are worth. A page of another site may vanish any day without anybody's doing here. A link
within the site can only be wrong because somebody mistyped it, or renamed or held back what it led to.

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
from ...catalog.catalog import INHERITED_FIELDS, Catalog, Entry
from ...catalog.nodes import Guide
from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from .._prose import passages
from ._links import addresses
from ._site import site


@rule("AX-04", "warning error error", derived_from=("WCAG",), reads=("body",))
def check(node: Spec | Guide, context: Context) -> Iterator[Problem]:
    pages, from_draft = context.once(site), context.status == "draft"
    here = f"/{address_of(node.path.as_posix())}" if isinstance(node, Guide) else ""
    for piece in passages(context).body:
        for each in piece.links:
            if not each.link.picture and (fault := pages.fault(each.link.address, here, from_draft)):
                yield piece.problem(each.address, *fault)
    for at, address in addresses(context):
        inherited = at[0] in INHERITED_FIELDS and not context.entry.source.has(at)
        told = not inherited or context.once(_speaker) is context.entry
        if told and (fault := pages.fault(address, here, from_draft)):
            yield Problem(at, *fault)


def _speaker(catalog: Catalog) -> Entry[Spec] | None:
    """Return the spec under which what all inherit is reported, once: one that is published, if there is any."""
    return min(catalog.credentials, key=lambda entry: entry.spec.status in ("draft", "retired"), default=None)
