"""Addresses where readers propose a micro-credential: an editor with the template, or a form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

LONGEST = 8192
"""The most bytes that servers commonly accept as an address."""

NAME = "name-of-your-micro-credential.md"
_FORM = "propose-a-micro-credential.yml"
_PLAIN = "/:,;()!*'@?="  # needs no escape in a query (https://datatracker.ietf.org/doc/html/rfc3986#section-3.4)
_GITHUB = re.compile(r"(?P<repository>https://[^/]+(?:/(?!-/)[^/]+)+?)/edit/(?P<place>.+)/")


@dataclass(frozen=True)
class ProposalLinks:
    """Addresses for a proposal: ``editor`` opens a new file with the template in it, ``form`` asks questions.

    ``editor`` is empty if the template is too long for an address, even without its notes.
    """

    editor: str
    form: str


def proposal_links(edit: str, template: str) -> ProposalLinks | None:
    """Return the addresses; None if no address opens an editor at the host of the sources.

    *edit* is the address prefix under which content is edited. The text of the *template* is shortened until it fits.
    """
    host = _GITHUB.fullmatch(edit)
    if not host or not template:
        return None
    prefix = f"{host['repository']}/new/{host['place']}/credentials?filename={NAME}&value="
    addresses = (prefix + quote_plus(text, safe=_PLAIN) for text in _shortened(_starter(template)))
    editor = next((address for address in addresses if len(address) <= LONGEST), "")
    return ProposalLinks(editor, f"{host['repository']}/issues/new?template={_FORM}")


def _starter(template: str) -> str:
    """Return *template* without the blocks that belong to a later status and without examples."""
    head, matter, body = re.split(r"(?m)^---\n", template, maxsplit=2)
    blocks = [block for block in re.split(r"\n\n(?=\S)", matter.rstrip()) if re.search(r"(?m)^\w", block)]
    kept = "\n\n".join(block for block in blocks if not _comes_later(block))
    kept = re.sub(r"(?m)^ *# +(?:- )?\w+: (?:.*TODO|true).*\n", "", kept)
    return f"{head}---\n{_USE}\n{kept}\n---\n{body}"


def _comes_later(block: str) -> bool:
    return "# LATER" in block or re.findall(r"(?m)^(\w+):", block)[0] in _OFFICE


_OFFICE = {"aliases", "replaces", "waivers", "validity", "portability"}
"""Fields that are filled in together with the state office, at the end."""


_USE = "# Replace each TODO with your own words. Lines that begin with # are notes. Name the file above.\n"


def _shortened(text: str) -> Iterator[str]:
    """Yield *text* in shorter and shorter forms: with one line of each note, then without the last note, and so on."""
    yield text
    text = re.sub(r"(?m)^( *#(?!#).*\n)(?: *#.*\n)+", r"\1", text)
    yield text
    for note in reversed(list(re.finditer(r"(?m)^ *#(?!#).*\n", text))):
        text = text[: note.start()] + text[note.end() :]
        yield text
