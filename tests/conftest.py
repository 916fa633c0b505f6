from browser import browser
from project import project
from website import previewed, served

__all__ = ["browser", "previewed", "project", "served"]
