"""Replace the names of the demonstration by those of a state."""

import re
from collections.abc import Iterator

from .state import AdoptingState

_DEMONSTRATION_ONLY = re.compile(r"^[^\n]*\[demonstration\][^\n]*\n.*?\[/demonstration\][^\n]*\n\n?", re.M | re.S)
"""A passage that is only true of the demonstration, with the two lines that mark it."""

_ISSUER_UID = re.compile(r"(?m)^(    uid: )[0-9a-f-]{36}$")  # the only identifier in program.yml


def replace_names(text: str, state: AdoptingState) -> str:
    """Return *text* with the names of *state* in place of the demonstration's, and without its own passages."""
    text = _DEMONSTRATION_ONLY.sub("", text)
    for old, new in _replacements(state):
        text = text.replace(old, new)
    text = re.sub(r"\bXS\b", state.code, text)
    return _ISSUER_UID.sub(rf"\g<1>{state.uid}", text)


def _replacements(state: AdoptingState) -> Iterator[tuple[str, str]]:
    """Yield each name with its replacement. A name comes before any shorter name that is part of it."""
    yield "Sample State Educator Micro-credentials", state.program
    yield "Sample State Education Office", state.agency
    yield "sample-state-education-office", state.agency_id
    yield "[Sample State Spring Test*]", "[]"
    yield "Sample State", state.name
    yield "https://catalog.sample-state.example/", state.site
    yield "https://git.sample-state.example/micro-credentials", state.repository
    yield "https://agency.sample-state.example/", state.website
    for mailbox in ("microcredentials", "support", "security"):
        yield f"{mailbox}@sample-state.example", state.contact
    yield "@sample-state/", f"@{state.owner}/"
