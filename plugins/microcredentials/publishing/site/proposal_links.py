"""Addresses by which a reader without an account of the code proposes a micro-credential: an editor, or a form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

LONGEST = 8192
"""Bytes that servers commonly take as an address."""

NAME = "name-of-your-micro-credential.md"
_FORM = "propose-a-micro-credential.yml"
_PLAIN = "/:,;()!*'@?="  # stands in a query as it is (https://datatracker.ietf.org/doc/html/rfc3986#section-3.4)
_GITHUB = re.compile(r"(?P<repository>https://[^/]+(?:/(?!-/)[^/]+)+?)/edit/(?P<place>.+)/")


@dataclass(frozen=True)
class Proposing:
    """Where a proposal begins: ``editor`` opens a new file with the template in it, ``form`` asks questions.

    ``editor`` is empty where the template is too long for an address, even without its notes.
    """

    editor: str
    form: str


def proposing(edit: str, template: str) -> Proposing | None:
    """Return where a proposal begins; None where the host of the sources opens no editor by an address.

    ``edit`` is the address prefix under which content is edited. The template is shortened until it fits.
    """
    host = _GITHUB.fullmatch(edit)
    if not host or not template:
        return None
    begin = f"{host['repository']}/new/{host['place']}/credentials?filename={NAME}&value="
    addresses = (begin + quote_plus(text, safe=_PLAIN) for text in _shorter(_begun(template)))
    editor = next((address for address in addresses if len(address) <= LONGEST), "")
    return Proposing(editor, f"{host['repository']}/issues/new?template={_FORM}")


def _begun(template: str) -> str:
    """Return *template* without the blocks that belong to a later status, and without examples to be copied."""
    head, matter, body = re.split(r"(?m)^---\n", template, maxsplit=2)
    blocks = [block for block in re.split(r"\n\n(?=\S)", matter.rstrip()) if re.search(r"(?m)^\w", block)]
    kept = "\n\n".join(block for block in blocks if not _later(block))
    kept = re.sub(r"(?m)^ *# +(?:- )?\w+: (?:.*TODO|true).*\n", "", kept)
    return f"{head}---\n{_USE}\n{kept}\n---\n{body}"


def _later(block: str) -> bool:
    return "# LATER" in block or re.findall(r"(?m)^(\w+):", block)[0] in _OFFICE


_OFFICE = {"aliases", "replaces", "waivers", "validity", "portability"}
"""Fields that are filled in with the office, when the rest stands."""


_USE = "# Put your own words wherever it says TODO. Lines that begin with # are notes. Above, name the file.\n"


def _shorter(text: str) -> Iterator[str]:
    """Yield *text*, then with a line of each note, then with ever fewer notes: the last ones leave first."""
    yield text
    text = re.sub(r"(?m)^( *#(?!#).*\n)(?: *#.*\n)+", r"\1", text)
    yield text
    for note in reversed(list(re.finditer(r"(?m)^ *#(?!#).*\n", text))):
        text = text[: note.start()] + text[note.end() :]
        yield text
