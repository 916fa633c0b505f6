"""Every data format of our own: those of reports, of the exports, and of what the browser reads."""

from ..model.data_format import DataFormat
from ..reports.change_formats.json_ import ChangesData
from ..reports.formats.json_ import ReportData
from ..reports.formats.scorecard_json import ScorecardsData
from .exports.catalog_json import CatalogData
from .search.search_data import FOLDER, ManifestData
from .search.store import CardsData, StoreData
from .site.facts_data import FactsData, StacksData

_CHECK = "microcredentials check --format"
DATA_FORMATS = (
    DataFormat("catalog", CatalogData, "catalog.json", "Catalog of micro-credentials"),
    DataFormat("report", ReportData, f"{_CHECK} json", "Report of the quality rules for micro-credentials"),
    DataFormat("scorecard", ScorecardsData, f"{_CHECK} scorecard-json", "Scorecards against published standards"),
    DataFormat("changes", ChangesData, "microcredentials diff --format json", "Changes in a catalog"),
    DataFormat("facts", FactsData, "credentials/…/facts.json", "Facts by which credentials are compared and planned"),
    DataFormat("plan-stacks", StacksData, "assets/plan/stacks.json", "Stacks and their members, for plans"),
    DataFormat("search-manifest", ManifestData, f"{FOLDER}manifest.json", "Names of the files of search"),
    DataFormat("search-store", StoreData, f"{FOLDER}store-….json", "Facts by which lists filter and sort documents"),
    DataFormat("search-cards", CardsData, f"{FOLDER}cards-….json", "Texts and facts of documents in lists"),
)
