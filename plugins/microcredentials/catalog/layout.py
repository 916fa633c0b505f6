"""The layout of a content folder: its folders, and the file names that have a meaning."""

from ..model.spec import MicroCredential, Spec, Stack

SPEC_FOLDERS: dict[str, type[Spec]] = {"credentials": MicroCredential, "stacks": Stack}
"""The folders of specs, each with the model of the specs in it."""

VERSIONS = "versions"
"""The folder of kept versions: ``versions/<slug>/<version>.md``."""

PROGRAM = "program"
"""The folder of the state's own lists, policies and references."""

TEMPLATE = "_template.md"
"""The annotated template in each folder of specs; it is never read as a spec."""
