"""The sections of a spec's page in their order, and the fields that each of them shows."""

from ..reading.problem import Pointer

BODY_HEADINGS = {
    "credentials": (
        "About this micro-credential",
        "Key method in practice",
        "Supporting rationale",
        "Notes for assessors",
    ),
    "stacks": ("About this stack",),
}
"""The headings that a body may have, in their order, by content folder."""


Sections = tuple[tuple[str, str], ...]

CREDENTIAL_SECTIONS: Sections = (
    ("about", "About this micro-credential"),
    ("competency", "Competency and key method"),
    ("evidence", "Evidence you submit"),
    ("rubric", "Rubric"),
    ("research", "Supporting research"),
    ("resources", "Resources"),
    ("assessment", "Assessment and support"),
    ("currency", "What it counts for"),
    ("stacks", "Stacks"),
    ("history", "History"),
)
"""Anchor and title of each section of a credential's page."""

STACK_SECTIONS: Sections = (
    ("about", "About this stack"),
    ("members", "Micro-credentials in this stack"),
    ("completion", "How to complete it"),
    ("currency", "What it counts for"),
    ("history", "History"),
)
"""Anchor and title of each section of a stack's page."""

_SHOWN_IN = {
    "about": ("summary", "tags", "rationale"),
    "competency": ("competency", "key_method", "method_components", "alignment", "prerequisites"),
    "evidence": ("evidence", "integrity", "privacy"),
    "rubric": ("rubric",),
    "research": ("research",),
    "resources": ("resources",),
    "assessment": ("assessment", "supports"),
    "completion": ("electives_min", "capstone"),
    "currency": ("currency", "portability", "validity"),
    "stacks": ("stacks",),
    "history": (
        "uid", "authors", "issuer", "license", "aliases", "replaces", "replaced_by", "version", "pilot", "dates",
        "changelog", "reviews", "attestations", "waivers",
    ),
}  # fmt: skip
"""The fields of each section in the order of writing: the judgments of people come last, when the rest is written."""

_ORDER = {field: (anchor, n) for n, (anchor, field) in enumerate((a, f) for a, own in _SHOWN_IN.items() for f in own)}

TOP_OF_PAGE, BODY_TEXT = "The top of the page", "The text below the fields"


def section_title(field: Pointer, sections: Sections) -> str:
    """Return the title of the section of *sections* that shows *field*; other fields are at the top of the page."""
    if not field:
        return BODY_TEXT
    return dict(sections).get(_ORDER.get(str(field[0]), ("", 0))[0], TOP_OF_PAGE)


def page_order(field: Pointer, sections: Sections) -> tuple[int, int]:
    """Return a key that sorts fields in the order in which a page with *sections* is written; the record comes last."""
    titles = [title for _, title in sections]
    place = [TOP_OF_PAGE, *titles[:-1], BODY_TEXT, titles[-1]].index(section_title(field, sections))
    return place, _ORDER.get(str(field[0]), ("", 0))[1] if field else 0
