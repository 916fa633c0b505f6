"""The demonstration's specs as models: drafts of the state's own, without what was invented about them."""

import re

from .state import State

_FOLDERS = re.compile(r"content/(?:credentials|stacks|versions)/(?!_)")
_INVENTED = {
    "aliases", "assessment", "attestations", "authors", "changelog", "currency", "dates", "pilot", "portability",
    "replaced_by", "replaces", "reviews", "status", "uid", "validity", "version", "waivers",
}  # fmt: skip
"""Who did, approved, tried or counted something, and what names the spec for good: each state has its own."""


def is_model(path: str) -> bool:
    """Say whether the file at *path* is one of the demonstration's specs or kept versions."""
    return _FOLDERS.match(path) is not None


def is_kept(path: str, text: str) -> bool:
    """Say whether the spec *text* can be a model: it is on offer, and no earlier version."""
    return "/versions/" not in path and re.search(r"(?m)^status: (?:published|pilot)$", text) is not None


def as_draft(path: str, text: str, state: State) -> str:
    """Return the spec *text* as a first draft of the state's own; its license asks that the origin be named."""
    _, matter, body = re.split(r"(?m)^---\n", text, maxsplit=2)
    blocks = re.split(r"(?m)^(?=\w+:)", matter)
    left = [block for block in blocks if block.partition(":")[0] not in _INVENTED]
    head = f'uid: {state.uids[path]}\nstatus: draft\nversion: "0.1.0"\ndates: {{created: {state.today}}}\n'
    origin = "Adapted from an openly licensed model (CC BY 4.0)."
    history = f'changelog:\n  - {{version: "0.1.0", date: {state.today}, change: {origin}}}\n'
    return f"---\n{head}{''.join(left).strip()}\n{history}---\n{body}"
