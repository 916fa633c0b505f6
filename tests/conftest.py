from browser import browser
from interop import interop
from project import project
from repository import repository
from website import previewed, served

__all__ = ["browser", "interop", "previewed", "project", "repository", "served"]
