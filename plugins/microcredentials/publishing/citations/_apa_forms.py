"""The parts of an entry of each CSL type, in APA Style, seventh edition.

`_FORMS`, at the end, lists the parts of each type. Every part is a function of the work; it returns the part without
its period, or nothing if the work does not have it. Words keep the capitals of the data. Section numbers refer to the
Publication Manual of the American Psychological Association (7th ed.).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from ...model import csl
from ._apa_names import fold, invert_names, list_names

UNDATED = "n.d."
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Work:
    """One CSL entry; `people` are its authors or, if `edited`, its editors, and `letter` follows its year (9.47)."""

    item: csl.Item
    form: "Form"
    people: csl.People
    edited: bool
    date: csl.Date
    letter: str = ""

    def key(self) -> str:
        """Return the CSL id as it is, or an empty string."""
        found = self.item.get("id")
        return "" if found is None else str(found)

    def text(self, *variables: str) -> str:
        """Return the text of the first of the CSL `variables` that has one."""
        return csl.read_text(self.item, *variables)

    def title(self) -> str:
        """Return the title, or the id of a work without a title."""
        return self.text("title", "id")

    def year(self) -> str:
        """Return the year with its letter: 2001a, n.d.-a."""
        hyphen = "-" if self.letter and not self.date.year[-1:].isdigit() else ""
        return self.date.year + hyphen + self.letter

    def cited_year(self) -> str:
        """Return the year for a citation; that of the original comes first if the work is republished (8.15)."""
        return "/".join(filter(None, (csl.read_date(self.item, "original-date").year, self.year())))


@dataclass(frozen=True)
class Form:
    """The printed form of a type of work: its parts in order, each of which ends with a period."""

    parts: tuple[Callable[[Work], Markup], ...]
    whole: bool = True  # not part of another work, so its title is in italics (9.19)
    by_day: bool = False  # its date has month and day (9.14)
    number: str = ""  # the name of its number; if empty, its number is not printed


def read(item: csl.Item) -> Work:
    """Return `item` as a work in the form of its type; editors take the place of authors (9.10, 9.12)."""
    form, date = _form(item), csl.read_date(item, "issued")
    if form is _LAW:
        return Work(item, form, csl.People(), False, date)
    authors, editors = csl.read_people(item, "author"), csl.read_people(item, "editor")
    edited = form.whole and not authors.names and bool(editors.names)
    return Work(item, form, editors if edited else authors, edited, replace(date, year=date.year or UNDATED))


def _form(item: csl.Item) -> Form:
    form = _FORMS.get(csl.read_text(item, "type"), _OTHER)
    return _OTHER if form is _CHAPTER and not csl.read_text(item, "container-title") else form


def address(work: Work) -> Markup:
    """Return the work's address, after the day of retrieval for an undated page (9.16, 9.35); only https is a link."""
    url, seen = csl.find_address(work.item), csl.read_date(work.item, "accessed")
    secure = url.casefold().startswith("https:")
    link = Markup('<a href="{0}">{0}</a>').format(url) if secure else escape(url)
    if not url or not seen.day or not work.form.by_day or work.date.year != UNDATED:
        return link
    return Markup("Retrieved{}, {}, from {}").format(_day(seen).removeprefix(","), seen.year, link)


def origin(work: Work) -> Markup:
    """Return when a republished work was first published; like an address, it has no period (9.41)."""
    original = csl.read_date(work.item, "original-date").year
    return escape(f"(Original work published {original})" if original else "")


def _lead(work: Work) -> Markup:
    """Return the authors, or else the editors, or else the title (9.7–9.12)."""
    listed = invert_names(work.people)
    return escape(f"{listed} ({_editors(work.people)})" if work.edited else listed) or _title(work)


def _editors(people: csl.People) -> str:
    return "Ed." if people.complete and len(people.names) == 1 else "Eds."


def _date(work: Work) -> Markup:
    return escape(f"({work.year()}{_day(work.date) if work.form.by_day else ''})")


def _day(date: csl.Date) -> str:
    month = f", {_MONTHS[date.month - 1]}" if 1 <= date.month <= 12 else ""
    return f"{month} {date.day}" if month and date.day else month


def _title(work: Work) -> Markup:
    title = work.title()
    return Markup("<i>{}</i>{}").format(title, _details(work)) if work.form.whole else escape(title)


def _after_lead(work: Work) -> Markup:
    return _title(work) if work.people.names else Markup("")


def _details(work: Work) -> str:
    """Return the details after a title: editors, translators, edition, volume, number, and its kind (9.19–9.21)."""
    editors = csl.People() if work.edited else csl.read_people(work.item, "editor")
    translators = csl.read_people(work.item, "translator")
    roles = [(list_names(editors), _editors(editors)), (list_names(translators), "Trans.")]
    marks = ", ".join(filter(None, (*_volume(work), _number(work), _eric(work))))
    details = "; ".join([*(f"{names}, {role}" for names, role in roles if names), *filter(None, [marks])])
    return (f" ({details})" if details else "") + _kind(work)


def _volume(work: Work) -> tuple[str, str]:
    edition, volume = work.text("edition"), _ranged(work.text("volume"))
    return ("" if edition == "1" else _ordinal(edition)), volume and f"Vol{'s' if '–' in volume else ''}. {volume}"


def _ordinal(edition: str) -> str:
    if not edition.isdigit():
        return edition if not edition or edition.endswith("ed.") else f"{edition} ed."
    teen = edition[-2:-1] == "1"
    return edition + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(edition[-1], "th")) + " ed."


def _number(work: Work) -> str:
    """Return the number: as it is if it names its series ("NCEE 2008-012"), else after its genre or type (9.21)."""
    number, genre = work.text("number"), work.text("genre")
    if not work.form.number or not number or number == csl.find_eric_number(work.item):
        return ""
    return number if " " in number else f"{f'{genre} No.' if genre else work.form.number} {number}"


def _kind(work: Work) -> str:
    genre = "" if _number(work) else work.text("genre")
    return genre and f" [{genre}]"


def _eric(work: Work) -> str:
    """Return the ERIC number of a work without a publisher; otherwise APA does not name the database (9.30)."""
    return "" if work.text("publisher") else csl.find_eric_number(work.item)


def _periodical(work: Work) -> Markup:
    """Return the title of the periodical, volume(issue), and pages or article number (9.25–9.27)."""
    title, issue = _italic(work.text("container-title")), work.text("issue")
    volume = _italic(work.text("volume")) + (f"({issue})" if issue else "")
    return Markup(", ").join(filter(None, (title, volume, _place(work)))) if title else title


def _italic(words: str) -> Markup:
    return Markup("<i>{}</i>").format(words) if words else Markup("")


def _place(work: Work) -> str:
    pages, number = _ranged(work.text("page")), work.text("number").removeprefix("Article ")
    article = number or (pages if re.fullmatch(r"e\d{4,}|\d{6,}", pages) else "")
    return f"Article {article}" if article else pages


def _ranged(numbers: str) -> str:
    """Return `numbers` with an en dash in each range; the hyphen of a page such as A-12 is part of its number."""
    return re.sub(r"(?<=[0-9ivxlc])\s*[-‐‑–—]+\s*(?=\w)", "–", numbers)


def _in_book(work: Work) -> Markup:
    """Return the book that contains a chapter or a conference paper (9.28)."""
    editors, pages = csl.read_people(work.item, "editor"), _ranged(work.text("page"))
    by = f"{list_names(editors)} ({_editors(editors)}), " if editors.names else ""
    numbered = pages and f"{'pp.' if re.search('[–,]', pages) else 'p.'} {pages}"
    marks = ", ".join(filter(None, (*_volume(work), numbered)))
    return Markup("In {}<i>{}</i>{}").format(by, work.text("container-title"), marks and f" ({marks})")


def _publisher(work: Work) -> Markup:
    return _source(work, "publisher") or escape("ERIC" if _eric(work) else "")


def _site(work: Work) -> Markup:
    return _source(work, "container-title", "event-title", "event", "publisher")


def _source(work: Work, *variables: str) -> Markup:
    """Return the first of the `variables` that does not repeat the author (9.29, 9.33)."""
    author = fold(invert_names(work.people))
    return escape(next((work.text(name) for name in variables if fold(work.text(name)) not in {"", author}), ""))


def _statute(work: Work) -> Markup:
    """Return a law, which is one part without italics: name, code and section or public law number, year (11.5)."""
    name = ", ".join(filter(None, (work.title(), _code(work))))
    return escape(f"{name} ({work.year()})" if work.year() else name)


def _code(work: Work) -> str:
    code, number, section = work.text("container-title"), work.text("number"), work.text("section")
    if not code:
        return f"Pub. L. No. {number}" if re.fullmatch(r"\d+[-–]\d+", number) else number
    sign = "§ " if section and not section.startswith("§") else ""
    return " ".join(filter(None, (work.text("volume"), code, sign + section)))


_START = (_lead, _date, _after_lead)
_BOOK = Form((*_START, _publisher))
_PAGE = Form((*_START, _site), by_day=True)
_PERIODICAL = Form((*_START, _periodical), whole=False)
_CHAPTER = Form((*_START, _in_book, _publisher), whole=False)
_LAW = Form((_statute,))
_OTHER = Form((*_START, _site))
_FORMS = {
    "article-journal": _PERIODICAL,
    "article-magazine": replace(_PERIODICAL, by_day=True),
    "article-newspaper": replace(_PERIODICAL, by_day=True),
    "book": _BOOK,
    "chapter": _CHAPTER,
    "entry-encyclopedia": _CHAPTER,
    "legislation": _LAW,
    "paper-conference": _CHAPTER,
    "post-weblog": _PAGE,
    "report": replace(_BOOK, number="Report No."),
    "standard": replace(_BOOK, number="Standard No."),
    "webpage": _PAGE,
}
