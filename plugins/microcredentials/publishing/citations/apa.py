"""Reference lists in APA Style, seventh edition, from CSL entries.

What an entry says is read by `csl`, what it is made of stands in `apa_forms`, and how people are named in `apa_names`.
Section numbers are those of the Publication Manual of the American Psychological Association (7th ed.).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...model import csl
from . import _apa_forms as apa_forms
from ._apa_forms import UNDATED, Work
from ._apa_names import Source, alphabetical, citations, folded


@dataclass(frozen=True)
class Reference:
    """One entry of a reference list.

    `key` is the CSL id, `html` the entry as it may stand in a page, `text` the same without markup, and `short` what a
    citation in running text has between its parentheses, such as "Ehri et al., 2001".
    """

    key: str
    html: Markup
    text: str
    short: str


def entries(items: Iterable[csl.Item]) -> tuple[Reference, ...]:
    """Return the reference list of `items`, in its order (9.44–9.49; here numerals stand before letters).

    Works that a citation could confuse are told apart among `items` alone, so one may be 2001 here and 2001a elsewhere.
    """
    works = sorted(map(apa_forms.read, items), key=_order)
    cited = citations([Source(work.people, _quoted(work), work.cited_year()) for work in works])
    lettered = (replace(work, letter=letter) for work, (_, letter) in zip(works, cited, strict=True))
    return tuple(_reference(work, names) for work, (names, _) in zip(lettered, cited, strict=True))


def _order(work: Work) -> tuple[object, ...]:
    title, year = folded(work.title()), work.date.year
    dated = (year not in {"", UNDATED}, year, work.date.month, work.date.day)  # undated first, "in press" last (9.46)
    return (alphabetical(work.people) if work.people.names else [(title, "", "")], dated, title, work.key())


def _quoted(work: Work) -> str:
    """The title as a citation names it if there is no author; that of a part is in quotation marks (8.14)."""
    return work.title() if work.form.whole else f"“{work.title()}”"


def _reference(work: Work, cited: str) -> Reference:
    parts = [_stopped(part) for part in (make(work) for make in work.form.parts) if part]
    html = Markup(" ").join(filter(None, (*parts, apa_forms.address(work), apa_forms.origin(work))))
    return Reference(work.key(), html, str(html.striptags()), ", ".join(filter(None, (cited, work.cited_year()))))


def _stopped(part: Markup) -> Markup:
    """End a part with a full stop, inside a closing quotation mark, unless it ends a sentence already (9.5)."""
    if re.search(r"[.?!]['\"’”]?$", part.striptags()):
        return part
    return part[:-1] + Markup(".”") if part.endswith("”") else part + Markup(".")
