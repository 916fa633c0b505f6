"""The official schemas that formats and exports are validated against. We may not commit these data."""

import json
import os
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def interop() -> Path:
    """Return the folder named by MC_INTEROP_DATA. If it is missing, tests are skipped; in CI, they fail."""
    folder = os.environ.get("MC_INTEROP_DATA", "")
    if folder and Path(folder).is_dir():
        return Path(folder).resolve()
    said = "the official schemas are not here; set MC_INTEROP_DATA to their folder"
    return pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)


def schema(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found
