"""The JSON Schema of ``catalog.json``."""

from ..model.data_format import COUNT, DAY, FLAG, NUMBER, TEXT, DataFormat, Schema, block, defined, listed
from ..model.fields import SLUG, UUID4, VERSION
from .exports.catalog_json import SCHEMA

_NAME: Schema = {"type": "string", "pattern": f"^{SLUG}$"}
_NAMES = listed(_NAME)
_TEXTS = listed(TEXT)
_TERM: Schema = {"type": "string", "description": "An entry of one of the state's lists."}
_LINK = block({"title": TEXT, "url": TEXT})
_RANGE = block({"min": NUMBER, "max": NUMBER})
_CURRENCY = block(
    {"type": _TERM},
    {
        "amount": NUMBER, "unit": _TERM, "jurisdiction": _TERM, "authority": _LINK, "effective": DAY, "expires": DAY,
        "note": TEXT,
    },
    description="What it counts for.",
)  # fmt: skip
_PORTABILITY = block({"jurisdiction": _TERM, "status": _TERM}, {"url": TEXT}, description="Who else accepts it.")
_DATES = block({}, {"published": DAY, "last_reviewed": DAY, "next_review": DAY, "retired_on": DAY})
_COMMON: Schema = {
    "slug": {**_NAME, "description": "Its name in addresses, which may change; the uid does not."},
    "aliases": {**_NAMES, "description": "Names that it had in addresses before; those addresses still answer."},
    "url": {"type": "string", "description": "The address of its page."},
    "title": TEXT,
    "status": {"enum": ["pilot", "published", "retired"]},
    "tags": _TEXTS,
    "dates": _DATES,
    "replaced_by": {"anyOf": [_NAME, {"type": "null"}]},
    "replaces": _NAMES,
    "currency": listed(defined("currency")),
    "portability": listed(defined("portability")),
}
_PERHAPS: Schema = {
    "uid": {"type": "string", "pattern": f"^{UUID4}$"},
    "summary": TEXT,
    "version": {"type": "string", "pattern": f"^{VERSION}$"},
    "language": TEXT,
    "license": _TERM,
    "issuer": _NAME,
    "validity": {"type": "string", "description": "An ISO 8601 duration, or “none” where it does not expire."},
}
_CREDENTIAL = block(
    {
        **_COMMON,
        "competency": TEXT,
        "subjects": listed(_TERM),
        "grade_bands": listed(_TERM),
        "educator_roles": listed(_TERM),
        "effort": block({}, {"hours": _RANGE, "weeks": _RANGE, "best_window": _TERM}),
        "prerequisites": _NAMES,
        "stacks": listed(block({"stack": _NAME, "role": _TERM, "order": COUNT})),
        "alignment": listed(block({"framework": _NAME, "code": TEXT})),
        "submission": block({}, {"label": TEXT, "url": TEXT, "contact": TEXT}),
    },
    {
        **_PERHAPS,
        "level": _TERM,
        "cost": block({"amount": NUMBER, "currency": TEXT}, {"who_pays": _TERM, "note": TEXT}),
        "requires_students": FLAG,
        "requires_video": FLAG,
    },
)
_STACK = block({**_COMMON, "outcome": TEXT, "electives_min": COUNT, "members": _NAMES}, _PERHAPS)
_PROGRAM = block({"name": TEXT, "state": block({"name": TEXT, "code": TEXT}), "illustrative": FLAG})

CATALOG = DataFormat(
    "catalog",
    SCHEMA,
    "Catalog of micro-credentials",
    "catalog.json",
    block(
        {
            "schema": {"const": SCHEMA},
            "program": {"anyOf": [_PROGRAM, {"type": "null"}]},
            "updated": DAY,
            "credentials": listed(defined("credential")),
            "stacks": listed(defined("stack")),
        }
    ),
    {"credential": _CREDENTIAL, "stack": _STACK, "currency": _CURRENCY, "portability": _PORTABILITY},
)
EXPORT_FORMATS = (CATALOG,)
