"""Every data format of our own: those of reports, of the exports, and of what the browser reads."""

from ..model.data_format import DataFormat
from ..reports.change_formats.json_ import FORMAT as CHANGES
from ..reports.formats.json_ import FORMAT as REPORT
from ..reports.formats.scorecard_json import FORMAT as SCORECARDS
from .exports.catalog_json import FORMAT as CATALOG
from .search.search_data import MANIFEST
from .search.store import CARDS, STORE
from .site.facts_data import FACTS, STACKS

DATA_FORMATS: tuple[DataFormat, ...] = (
    CATALOG, REPORT, SCORECARDS, CHANGES, FACTS, STACKS, MANIFEST, STORE, CARDS,
)  # fmt: skip
