"""How a content folder is laid out: its folders and the names with a meaning."""

from pathlib import PurePosixPath

from ..model.spec import MicroCredential, Spec, Stack

KINDS: dict[str, type[Spec]] = {"credentials": MicroCredential, "stacks": Stack}

VERSIONS = "versions"
"""The folder of the versions that were published and have been superseded: ``versions/<slug>/<version>.md``."""

TEMPLATE = "_template.md"

FOLDER = PurePosixPath("program")
