"""The official schemas that formats and exports are held against: data that is not ours to commit."""

import json
import os
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def interop() -> Path:
    """Return the folder named by MC_INTEROP_DATA. Outside CI its absence is said; in CI it is a failure."""
    folder = os.environ.get("MC_INTEROP_DATA", "")
    if folder and Path(folder).is_dir():
        return Path(folder).resolve()
    said = "the official schemas are not here; set MC_INTEROP_DATA to their folder"
    return pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)


def schema(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found
