"""The filters of the catalog page: facets in groups, in the order in which educators decide."""

from dataclasses import dataclass
from typing import Literal

from .facets import FacetOptions


@dataclass(frozen=True)
class FilterGroup:
    """Facets that are offered together. ``form`` is “chips” for a few short options, “list” or “folded” for others.

    Of facets that say what is needed, only “not needed” is offered, because that is what readers look for.
    """

    label: str
    facets: tuple[FacetOptions, ...]
    form: Literal["chips", "list", "folded"]
    hint: str = ""
    is_single: bool = False


def filter_groups(facets: tuple[FacetOptions, ...]) -> tuple[FilterGroup, ...]:
    """Return the groups in the order in which educators decide; facets that narrow nothing down are left out."""
    useful = {each.facet.id: each for each in facets if each.narrows}
    groups = (
        FilterGroup(
            group.label, tuple(useful[id] for id in ids if id in useful), group.form, group.hint, group.is_single
        )
        for ids, group in _GROUPS
    )
    return tuple(group for group in groups if group.facets)


_GROUPS: tuple[tuple[tuple[str, ...], FilterGroup], ...] = (
    (("grade",), FilterGroup("Grade", (), "chips")),
    (("subject",), FilterGroup("Subject", (), "list")),
    (("hours",), FilterGroup("Time", (), "chips", "counted by the longer end", True)),
    (("when",), FilterGroup("When", (), "chips")),
    (("students", "video"), FilterGroup("Can be done", (), "list")),
    (("role",), FilterGroup("Your role", (), "folded")),
    (("counts-for", "counts-in"), FilterGroup("Counts for", (), "folded")),
    (("level",), FilterGroup("Career level", (), "folded")),
    (("stack",), FilterGroup("Stack", (), "folded")),
    (("cost",), FilterGroup("Cost", (), "folded")),
    (("issuer",), FilterGroup("Issuer", (), "folded")),
    (("status",), FilterGroup("Status", (), "folded")),
    (("added",), FilterGroup("Added", (), "folded")),
)
