"""Replace the names of the demonstration with those of a state, as data: no name acts as YAML or Markdown."""

import re
from collections.abc import Callable, Iterator

from ._yaml_values import replace_in_yaml
from .state import AdoptingState

Replace = Callable[[str], str]

_DEMONSTRATION_ONLY = re.compile(
    r"(?m)^[^\n]*\[demonstration\][^\n]*\n(?:(?![^\n]*\[/?demonstration\])[^\n]*\n)*"
    r"[^\n]*\[/demonstration\][^\n]*\n\n?"
)
"""A passage that is only true of the demonstration, with the two lines that mark it."""

_ISSUER_UID = re.compile(r"(?m)^(    uid: )[0-9a-f-]{36}$")  # the only identifier in program.yml
_STATE_TEST = "[Sample State Spring Test*]"
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.S)
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$^]")


def replace_names(path: str, text: str, state: AdoptingState) -> str:
    """Return *text*, the file at *path*, with the names of *state*, without the passages about the demonstration."""
    text = _DEMONSTRATION_ONLY.sub("", text).replace(_STATE_TEST, "[]")
    text = _ISSUER_UID.sub(rf"\g<1>{state.uid}", text)
    if path.endswith((".yml", ".yaml")):
        return replace_in_yaml(text, _replacer(state, str))
    if path.endswith(".md"):
        return _replace_in_markdown(text, state)
    return _replacer(state, str)(text)


def _replace_in_markdown(text: str, state: AdoptingState) -> str:
    matter = _FRONT_MATTER.match(text)
    body = _replacer(state, _escape)(text[matter.end() :] if matter else text)
    return f"---\n{replace_in_yaml(matter[1], _replacer(state, str))}---\n{body}" if matter else body


def _escape(name: str) -> str:
    """Return *name* as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", name)


def _replacer(state: AdoptingState, write: Replace) -> Replace:
    """Return a function that replaces every name in a text at once, so that no new name is replaced again.

    ``write`` makes text of the given format from a name that people chose freely.
    """
    new = dict(_replacements(state, write))
    found = re.compile("|".join([*map(re.escape, new), r"\bXS\b"]))
    return lambda text: found.sub(lambda match: new.get(match[0], state.code), text)


def _replacements(state: AdoptingState, write: Replace) -> Iterator[tuple[str, str]]:
    """Yield each name with its replacement. A name comes before any shorter name that is part of it."""
    yield "Sample State Educator Micro-credentials", write(state.program)
    yield "Sample State Education Office", write(state.agency)
    yield "sample-state-education-office", state.agency_id
    yield "Sample State", write(state.name)
    yield "https://catalog.sample-state.example/", state.site
    yield "https://git.sample-state.example/micro-credentials", state.repository
    yield "https://agency.sample-state.example/", state.website
    for mailbox in ("microcredentials", "support", "security"):
        yield f"{mailbox}@sample-state.example", state.contact
    yield "@sample-state/", f"@{state.owner}/"
