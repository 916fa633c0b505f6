"""A state's own catalog out of the demonstration: what each file says afterwards, and which files leave.

Nothing here touches the disk. The demonstration's own words are few and the same in every file, so a file is rewritten
by putting the state's names in their place; what only a demonstration says stands between two marks and leaves.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files as resources

from ._names import renamed
from .looks import dressed
from .models import as_draft, is_kept, is_model
from .state import State

_STARTER = resources(__package__) / "starter"


def adopted(texts: Mapping[str, str], state: State) -> dict[str, str | None]:
    """Return what changes in a project of *texts* by path: a file's new text, or None for a file that leaves.

    Paths are relative to the project's folder. ``state.models`` says whether specs stay, as drafts.
    """
    changed = {path: _rewritten(path, text, state) for path, text in texts.items()}
    changed |= {path: renamed(text, state) for path, text in _starter()}
    return {path: text for path, text in changed.items() if text != texts.get(path)}


def _rewritten(path: str, text: str, state: State) -> str | None:
    if is_model(path):
        return renamed(as_draft(path, text, state), state) if state.models and is_kept(path, text) else None
    return dressed(renamed(text, state), state)


def _starter() -> Iterator[tuple[str, str]]:
    """Yield the pages that a state begins with in place of those about the demonstration."""
    for page in sorted((_STARTER / "about").iterdir(), key=lambda page: page.name):
        yield f"content/about/{page.name}", page.read_text("utf-8")
