"""The JSON Schemas of what the browser reads: facts, stacks, and the files of search that are JSON."""

from ..model.data_format import COUNT, NUMBER, ONE_ON, TEXT, DataFormat, Schema, block, listed, row
from .search.search_data import FOLDER, FORMAT
from .search.store import CARDS_SCHEMA, NOTHING, SCHEMA as STORE_VERSION
from .site.facts_data import SCHEMA as FACTS_VERSION

_ADDRESS: Schema = {"type": "string", "description": "From the site's root."}
_RANGE = listed(NUMBER, maxItems=2, description="Least and most; empty where nobody said.")
_FOLLOWING = block({"slug": TEXT, "title": TEXT, "url": _ADDRESS})
_RETIRED = block({"words": TEXT, "followed_by": {"anyOf": [_FOLLOWING, {"type": "null"}]}})
_FILES = listed(row(TEXT, TEXT), description="Of each, its first term and its name.")

FACTS = DataFormat(
    "facts",
    FACTS_VERSION,
    "What a micro-credential is compared and planned by",
    "credentials/…/facts.json",
    block(
        {
            "schema": {"const": FACTS_VERSION},
            "slug": TEXT,
            "url": _ADDRESS,
            "title": TEXT,
            "version": {"type": ["string", "null"]},
            "retired": {"anyOf": [_RETIRED, {"type": "null"}], "description": "Since when, and what follows it."},
            "hours": _RANGE,
            "weeks": _RANGE,
            "counts_for": listed(TEXT),
            "facts": listed(row(TEXT, listed(TEXT)), description="Rows in order: a label, and its lines."),
            "steps": listed(TEXT, description="What has to be made, in the order of the form."),
        }
    ),
)
_MEMBER = block({"slug": TEXT, "title": TEXT, "role": TEXT})
_STACK = {"title": TEXT, "url": _ADDRESS, "members": listed(_MEMBER), "electives_min": COUNT, "capstone": TEXT}
STACKS = DataFormat(
    "plan-stacks",
    FACTS_VERSION,
    "Stacks with their members, for a plan",
    "assets/plan/stacks.json",
    block({"schema": {"const": FACTS_VERSION}, "stacks": listed(block(_STACK))}),
)
_FIELDS: Schema = {"type": "object", "additionalProperties": NUMBER, "description": "Each with its boost."}
MANIFEST = DataFormat(
    "search-manifest",
    FORMAT,
    "The files of search",
    f"{FOLDER}manifest.json",
    block(
        {
            "format": {"const": FORMAT},
            "fields": _FIELDS,
            "weights": listed(row(COUNT, NUMBER), description="How many documents in a row count how much."),
            "core": TEXT,
            "blocks": _FILES,
            "synonyms": listed(listed(TEXT)),
            "sections": listed(TEXT),
            "text": TEXT,
            "text_blocks": _FILES,
            "store": TEXT,
            "cards": listed(TEXT),
            "cards_per_file": ONE_ON,
        }
    ),
)
_PLACES = {"anyOf": [COUNT, listed(COUNT)]}
_FACET = block({"id": TEXT, "label": TEXT, "options": listed(row(TEXT, TEXT))})
STORE = DataFormat(
    "search-store",
    STORE_VERSION,
    "What lists and filters need of every document",
    f"{FOLDER}store-….json",
    block(
        {
            "schema": {"const": STORE_VERSION},
            "facets": listed(_FACET),
            "titles": listed(TEXT),
            "urls": listed(
                {"anyOf": [_ADDRESS, {"const": 0}]}, description="0: made of the title's letters and digits."
            ),
            "kinds": listed(row(COUNT, TEXT), description="From which place on documents are called what."),
            "answers": listed(listed(_PLACES), description="Per facet, of each credential, places in the options."),
            "hours": listed({"anyOf": [row(NUMBER, NUMBER), {"const": 0}]}),
            "days": listed(COUNT),
        }
    ),
)
_PLACE: Schema = {"type": "integer", "minimum": NOTHING, "description": "In the words; less than 0 for nothing."}
CARDS = DataFormat(
    "search-cards",
    CARDS_SCHEMA,
    "What lists show of documents",
    f"{FOLDER}cards-….json",
    block(
        {
            "schema": {"const": CARDS_SCHEMA},
            "facts": listed(TEXT),
            "words": listed(TEXT),
            "cards": listed(block({"text": TEXT}, {"facts": listed(_PLACE), "status": row(TEXT, TEXT)})),
        }
    ),
)
SITE_FORMATS = (FACTS, STACKS, MANIFEST, STORE, CARDS)
