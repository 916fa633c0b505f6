"""Make a state's own catalog from the demonstration: the new text of each file, and the files to delete.

Nothing here touches the disk. The demonstration uses few names of its own, and the same ones in every file, so a file
is rewritten by replacing them. Passages that are only true of a demonstration are between two marks, and are deleted.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files as resources

from ._names import replace_names
from .looks import apply_colors
from .models import is_model, is_on_offer, to_draft
from .state import AdoptingState

_STARTER = resources(__package__) / "starter"


class BrokenFileError(Exception):
    """A file of the project cannot be rewritten; the message says which one, and what to do."""


def adopt(texts: Mapping[str, str], state: AdoptingState) -> dict[str, str | None]:
    """Return the changes to a project of *texts*: the new text of each changed file, or None for a file to delete.

    Paths are relative to the project's folder. If ``state.keep_models`` is true, the specs are kept as drafts.

    Raises:
        BrokenFileError: one of *texts* has a syntax error.
    """
    changed = {path: _rewrite(path, text, state) for path, text in texts.items()}
    changed |= {path: replace_names(path, text, state) for path, text in _starter_pages()}
    return {path: text for path, text in changed.items() if text != texts.get(path)}


def _rewrite(path: str, text: str, state: AdoptingState) -> str | None:
    if is_model(path) and not (state.keep_models and is_on_offer(path, text)):
        return None
    try:
        if is_model(path):
            return replace_names(path, to_draft(path, text, state), state)
        return apply_colors(replace_names(path, text, state), state)
    except ValueError as error:
        advice = f"Restore it, for example with “git restore {path}”, and run this again."
        raise BrokenFileError(f"{path} has a syntax error. {advice}") from error


def _starter_pages() -> Iterator[tuple[str, str]]:
    """Yield the pages that a state starts with, in place of those about the demonstration."""
    for page in sorted((_STARTER / "about").iterdir(), key=lambda page: page.name):
        yield f"content/about/{page.name}", page.read_text("utf-8")
