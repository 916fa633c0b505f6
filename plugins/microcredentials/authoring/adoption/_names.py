"""The demonstration's names, and what takes their place."""

import re
from collections.abc import Iterator

from .state import State

_ONLY = re.compile(r"^[^\n]*\[demonstration\][^\n]*\n.*?\[/demonstration\][^\n]*\n\n?", re.M | re.S)
"""What only the demonstration says, with the two lines that mark it."""

_ISSUER = re.compile(r"(?m)^(    uid: )[0-9a-f-]{36}$")  # the one identifier in program.yml


def renamed(text: str, state: State) -> str:
    """Return *text* with the state's names in the places of the demonstration's."""
    text = _ONLY.sub("", text)
    for old, new in _pairs(state):
        text = text.replace(old, new)
    text = re.sub(r"\bXS\b", state.code, text)
    return _ISSUER.sub(rf"\g<1>{state.uid}", text)


def _pairs(state: State) -> Iterator[tuple[str, str]]:
    """Yield what is replaced by what; a name comes before the shorter one that is part of it."""
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
