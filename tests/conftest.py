from browser import browser
from project import project

__all__ = ["browser", "project"]
