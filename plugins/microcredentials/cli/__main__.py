"""``python -m microcredentials.cli``."""

from .main import main

main()
