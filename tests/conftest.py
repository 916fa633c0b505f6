import os

from browser import browser
from interop import interop
from project import project
from repository import repository
from website import previewed, served

__all__ = ["browser", "interop", "previewed", "project", "repository", "served"]

os.environ["MICROCREDENTIALS_CACHE"] = ""  # nothing that another test found, and nothing in anybody's own folder
