"""Turn the demonstration's specs into models: drafts for a state, without the facts that were invented."""

import re

from .state import AdoptingState

_FOLDERS = re.compile(r"content/(?:credentials|stacks|versions)/(?!_)")
_INVENTED = {
    "aliases", "assessment", "attestations", "authors", "changelog", "currency", "dates", "pilot", "portability",
    "replaced_by", "replaces", "reviews", "status", "uid", "validity", "version", "waivers",
}  # fmt: skip
"""The fields that every state writes for itself: people, approvals, trials, recognition, and permanent names."""


def is_model(path: str) -> bool:
    """Return whether the file at *path* is one of the demonstration's specs or kept versions."""
    return _FOLDERS.match(path) is not None


def is_on_offer(path: str, text: str) -> bool:
    """Return whether the spec *text* can be earned today: it is published or in pilot, and not a kept version."""
    return "/versions/" not in path and re.search(r"(?m)^status: (?:published|pilot)$", text) is not None


def to_draft(path: str, text: str, state: AdoptingState) -> str:
    """Return the spec *text* as a first draft of *state*. The license requires the draft to name its origin."""
    _, matter, body = re.split(r"(?m)^---\n", text, maxsplit=2)
    blocks = re.split(r"(?m)^(?=\w+:)", matter)
    kept = [block for block in blocks if block.partition(":")[0] not in _INVENTED]
    head = f'uid: {state.uids[path]}\nstatus: draft\nversion: "0.1.0"\ndates: {{created: {state.today}}}\n'
    origin = "Adapted from an openly licensed model (CC BY 4.0)."
    history = f'changelog:\n  - {{version: "0.1.0", date: {state.today}, change: {origin}}}\n'
    return f"---\n{head}{''.join(kept).strip()}\n{history}---\n{body}"
