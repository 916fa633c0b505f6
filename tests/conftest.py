import os

import pytest
from axe import views
from browser import browser
from conformance import Recorder
from hypothesis import settings
from interop import interop
from project import project, small
from repository import repository
from website import previewed, served

__all__ = ["browser", "interop", "previewed", "project", "repository", "served", "small", "views"]

os.environ["MICROCREDENTIALS_CACHE"] = ""  # no results of other tests, and no files in a user's folder

# How much input is generated. A loaded machine may take any time for an example.
settings.register_profile("suite", max_examples=100, deadline=None)
settings.register_profile("nightly", max_examples=5_000, deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-results", action="store_true", help="write docs/accessibility-results.yml")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "wcag(numbers): the success criteria that the test holds")
    config.addinivalue_line("markers", "nightly: takes too long for the suite; scripts/nightly runs it")
    if config.getoption("write_results") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.user_properties += [("wcag", number) for mark in item.iter_markers("wcag") for number in mark.args]
