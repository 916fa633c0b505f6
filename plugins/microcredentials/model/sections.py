"""The layers and sections of a spec's page in their order, and the fields that each section shows."""

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
"""Anchor and title of each section."""
Layers = tuple[tuple[str, Sections], ...]
"""The two parts of a page, each with its title: one for educators, and one for those who judge its quality."""

_QUALITY: Sections = (
    ("people", "People and reviews"),
    ("pilot", "Pilot"),
    ("standards", "Quality standards"),
    ("history", "Versions"),
    ("data", "Data and citation"),
)
ABOUT_QUALITY = "About its quality"

CREDENTIAL_LAYERS: Layers = (
    (
        "Earn it",
        (
            ("evidence", "What you will do"),
            ("rubric", "How you are scored"),
            ("assessment", "Help and support"),
            ("currency", "What it counts for"),
            ("start", "How to start"),
        ),
    ),
    (ABOUT_QUALITY, (("research", "Research"), ("assessors", "Assessors"), *_QUALITY)),
)
"""The layers of a credential's page."""

STACK_LAYERS: Layers = (
    ("Earn it", (("members", "The path"), ("currency", "What it counts for"))),
    (ABOUT_QUALITY, _QUALITY),
)
"""The layers of a stack's page."""

_SHOWN_IN = {
    "evidence": ("summary", "tags", "competency", "key_method", "method_components", "prerequisites", "evidence"),
    "members": ("rationale", "electives_min", "capstone"),
    "rubric": ("rubric",),
    "assessment": ("resources", "supports", "integrity", "privacy"),
    "currency": ("currency", "portability", "validity", "stacks"),
    "start": ("submission",),
    "research": ("research", "alignment"),
    "assessors": ("assessment",),
    "people": ("authors", "reviews", "attestations"),
    "pilot": ("pilot",),
    "standards": ("waivers",),
    "history": ("version", "changelog", "aliases", "replaces", "replaced_by"),
    "data": ("uid", "issuer", "license", "dates"),
}  # fmt: skip
"""The fields of each section."""

_ORDER = {field: (anchor, n) for n, (anchor, field) in enumerate((a, f) for a, own in _SHOWN_IN.items() for f in own)}

TOP_OF_PAGE, BODY_TEXT = "The top of the page", "The text below the fields"


def sections_of(layers: Layers) -> Sections:
    """Return the sections of all *layers*."""
    return tuple(section for _, sections in layers for section in sections)


def section_title(field: Pointer, layers: Layers) -> str:
    """Return the title of the section of *layers* that shows *field*; other fields are at the top of the page."""
    if not field:
        return BODY_TEXT
    return dict(sections_of(layers)).get(_ORDER.get(str(field[0]), ("", 0))[0], TOP_OF_PAGE)


def page_order(field: Pointer, layers: Layers) -> tuple[int, int]:
    """Return a key that sorts fields in the order in which a page with *layers* is written; the record comes last."""
    titles = [title for _, title in sections_of(layers)]
    record = titles.index(_QUALITY[0][1])
    place = [TOP_OF_PAGE, *titles[:record], BODY_TEXT, *titles[record:]].index(section_title(field, layers))
    return place, _ORDER.get(str(field[0]), ("", 0))[1] if field else 0
