"""Reference lists in APA Style, seventh edition, from CSL entries.

`csl` reads an entry, `_apa_forms` puts its parts together, and `_apa_names` writes names. Section numbers refer to the
Publication Manual of the American Psychological Association (7th ed.).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...model import csl
from . import _apa_forms as apa_forms
from ._apa_forms import UNDATED, Work
from ._apa_names import Source, cite, fold, sort_key


@dataclass(frozen=True)
class Reference:
    """One entry of a reference list.

    `key` is the CSL id, `html` the entry for a page, `text` the same without markup, and `short` the citation for
    running text, which goes between parentheses, such as "Ehri et al., 2001".
    """

    key: str
    html: Markup
    text: str
    short: str


def entries(items: Iterable[csl.Item]) -> tuple[Reference, ...]:
    """Return the reference list of `items` in alphabetical order (9.44–9.49); numerals come before letters.

    Letters after years tell works apart only within `items`, so a work may be 2001 here and 2001a in another list.
    """
    works = sorted(map(apa_forms.read, items), key=_order)
    cited = cite([Source(work.people, _quoted(work), work.cited_year()) for work in works])
    lettered = (replace(work, letter=letter) for work, (_, letter) in zip(works, cited, strict=True))
    return tuple(_reference(work, names) for work, (names, _) in zip(lettered, cited, strict=True))


def _order(work: Work) -> tuple[object, ...]:
    title, year = fold(work.title()), work.date.year
    dated = (year not in {"", UNDATED}, year, work.date.month, work.date.day)  # undated first, "in press" last (9.46)
    return (sort_key(work.people) if work.people.names else [(title, "", "")], dated, title, work.key())


def _quoted(work: Work) -> str:
    """Return the title for a citation without an author; the title of a part is in quotation marks (8.14)."""
    return work.title() if work.form.whole else f"“{work.title()}”"


def _reference(work: Work, cited: str) -> Reference:
    parts = [_with_period(part) for part in (make(work) for make in work.form.parts) if part]
    html = Markup(" ").join(filter(None, (*parts, apa_forms.address(work), apa_forms.origin(work))))
    return Reference(work.key(), html, str(html.striptags()), ", ".join(filter(None, (cited, work.cited_year()))))


def _with_period(part: Markup) -> Markup:
    """End `part` with a period, inside a closing quotation mark, unless it already ends a sentence (9.5)."""
    if re.search(r"[.?!]['\"’”]?$", part.striptags()):
        return part
    return part[:-1] + Markup(".”") if part.endswith("”") else part + Markup(".")
