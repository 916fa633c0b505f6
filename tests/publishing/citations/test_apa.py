"""References in APA Style: compared with published examples, sorted, distinguished by letters, and for the program's
whole bibliography.

`apa_examples.yml` contains the examples and the pages that they come from. A test that relies on a page names it.
"""

import re
from pathlib import Path

import pytest
import yaml
from apa_entries import Browser, Item, one, work
from project import DEMONSTRATION

from microcredentials.publishing.citations.apa import entries

HERE = Path(__file__).parent
EXAMPLES = yaml.safe_load((HERE / "apa_examples.yml").read_text(encoding="utf-8"))
BIBLIOGRAPHY = sorted((DEMONSTRATION / "content" / "program" / "references").glob("*.[yj]*"))


def lead(authors: str) -> str:
    """Return the text before the year in the entry of a work by `authors`."""
    return one(work(authors)).text.partition(" (2001)")[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['shows']} ({example['page']})")
def test_published_example(example: Item) -> None:
    made = one({"id": "an-id"} | example["entry"])
    assert Browser(made.html).shown == example["printed"]
    assert made.text == example["printed"].replace("<i>", "").replace("</i>", "")
    assert (made.key, made.short) == ("an-id", example["short"])


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        ("Plato", "Plato."),
        ("Black; Wiliam", "Black & Wiliam."),
        ("Able, Ann Mary; Baker", "Able, A. M., & Baker."),
        ("Able; Baker; Cain", "Able, Baker, & Cain."),
        ("Costa, P. T., Jr.; McCrae, R. R.", "Costa, P. T., Jr., & McCrae, R. R."),
        ("Stone, J. R., III", "Stone, J. R., III."),
        ("Geenen, Marie-José; Kim, J.-P.; Ehri, LC; Li, M.J.", "Geenen, M.-J., Kim, J.-P., Ehri, L. C., & Li, M. J."),
        ("Fuchs, L. S.; et al.", "Fuchs, L. S., et al."),
        ("Fuchs; et al.", "Fuchs et al."),
        ("Able; Baker; others", "Able, Baker, et al."),
        ("; ".join(f"Name{n}, N." for n in range(20)), ", ".join(f"Name{n}, N." for n in range(19)) + ", & Name19, N."),
    ],
)
def test_authors(authors: str, printed: str) -> None:
    """avans.libguides.com/APA-Guidelines/Elements-of-reference-list-entries; guides.library.uab.edu/APA_7th/citing."""
    assert lead(authors) == printed


def test_an_incomplete_list_of_authors() -> None:
    made = one(work("Gersten, R.; Compton, D.", custom={"authors_complete": False}))
    assert made.text.startswith("Gersten, R., Compton, D., et al. (2001).")
    assert made.short == "Gersten et al., 2001"
    assert one(work("Gersten, R.", custom={"authors_complete": True})).short == "Gersten, 2001"


def test_particles() -> None:
    names = [
        {"family": "Waal", "given": "P. N.", "non-dropping-particle": "van der"},
        {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
    ]
    assert one(work() | {"author": names}).text.startswith("van der Waal, P. N., & Humboldt, A. von.")


def test_order() -> None:
    """guides.library.uab.edu/APA_7th/citing and libguides.uvt.nl/apa-manual/order-references."""
    listed = [
        work("Álvarez, Z."),
        work("Brown, J. R."),
        work("Browning, A. R."),
        work("", title="A citizen's guide"),
        work("Costa, P. T., Jr.; Bradley, D.; McCrae, R. R.", 2018),
        work("Costa, P. T., Jr.; Davis, B.", 2018),
        work("Costa, P. T., Jr.; McCrae, R. R.", 2013),
        work("Costa, P. T., Jr.; McCrae, R. R.", 2014),
        work("Davison, T. E.", 2019),
        work("Davison, T. E.; McCabe, M. P.", 2015),
        work("de Beauvoir, S."),
        work("Fuchs, L. S.", 2021),
        work("Fuchs, L. S.; et al.", 2020),
        work("Fuchs, L. S.; Fuchs, D.", 2019),
        work("The Zebra Society"),
    ]
    assert [made.key for made in entries(listed[::-1])] == [item["id"] for item in listed]


def test_years_of_one_author() -> None:
    """guides.library.uab.edu/APA_7th/citing: undated, by year, with letters, and in press last."""
    april = {"date-parts": [[2020, 4]]}
    issued = [{"literal": "in press"}, april, 2020, 2016, ""]
    made = entries([work("Patel, S. N.", year, type="webpage") for year in issued])
    printed = ["(n.d.)", "(2016)", "(2020a)", "(2020b, April)", "(in press)"]
    assert [entry.text.removeprefix("Patel, S. N. ").partition(". ")[0] for entry in made] == printed
    years = ["n.d.", "2016", "2020a", "2020b", "in press"]
    assert [entry.short for entry in made] == [f"Patel, {year}" for year in years]


def test_letters_without_a_date() -> None:
    """libguides.wintec.ac.nz/APA7/faqs/web."""
    made = entries([work("Fieldays", "", "Media centre: Exhibition areas"), work("Fieldays", "", "Business centre")])
    assert [entry.short for entry in made] == ["Fieldays, n.d.-a", "Fieldays, n.d.-b"]
    assert made[0].text == "Fieldays. (n.d.-a). Business centre."


def test_letters_go_on_after_z() -> None:
    made = entries([work(title=f"{n:02}") for n in range(28)])
    assert [entry.short for entry in made[25:]] == ["Able, 2001z", "Able, 2001aa", "Able, 2001ab"]


def test_more_names_distinguish_authors() -> None:
    """help.informingscience.org/APA/FormatofIn-textCitations.html."""
    six = "Danaher, M.; Schoepp, K.; Ater Kranov, A.; Dssouli, R.; Kamoun, F.; Wallace, J. B."
    three = "Danaher, M.; Schoepp, K.; Rhodes, A."
    made = {entry.short: entry.text for entry in entries([work(six, 2018), work(three, 2018)])}
    assert list(made) == ["Danaher, Schoepp, Ater Kranov, et al., 2018", "Danaher, Schoepp, & Rhodes, 2018"]
    assert all("(2018)." in text for text in made.values())


def test_initials_distinguish_first_authors() -> None:
    """blog.apastyle.org/apastyle/page/3/ (initials of the first author in every citation)."""
    first = work("Campbell, A.; Muncer, M.; Gorman, B.", 1993)
    second = work("Campbell, W. K.; Bush, C. P.; Brunell, A. B.", 2005)
    cited = [made.short for made in entries([first, second])]
    assert cited == ["A. Campbell et al., 1993", "W. K. Campbell et al., 2005"]


def test_a_person_with_fewer_initials_is_the_same_person() -> None:
    made = entries([work("Fuchs, L. S.", 2006), work("Fuchs, L.", 2007), work("Fuchs", 2008)])
    assert {entry.short for entry in made} == {"Fuchs, 2006", "Fuchs, 2007", "Fuchs, 2008"}


def test_letters_depend_on_the_list() -> None:
    first, second = work(title="An apple"), work(title="Bread")
    assert [made.short for made in entries([second, first])] == ["Able, 2001a", "Able, 2001b"]
    assert one(second).short == "Able, 2001"


@pytest.mark.parametrize(
    ("more", "source"),
    [
        ({"edition": "1"}, "Title."),
        ({"edition": 11}, "Title (11th ed.)."),
        ({"edition": "22"}, "Title (22nd ed.)."),
        ({"edition": "Rev. ed."}, "Title (Rev. ed.)."),
        ({"edition": "2", "translator": [{"family": "Weaver", "given": "H."}]}, "Title (H. Weaver, Trans.; 2nd ed.)."),
        ({"edition": "5", "volume": "1"}, "Title (5th ed., Vol. 1)."),
        ({"title": "Really?!", "publisher": "Press, Inc."}, "Really?! Press, Inc."),
        ({"type": "report", "number": "NCEE 2008-012"}, "Title (NCEE 2008-012)."),
        ({"type": "report", "number": "RR-2840", "publisher": "RAND"}, "Title (Report No. RR-2840). RAND."),
        ({"type": "report", "genre": "Fact sheet"}, "Title [Fact sheet]."),
        ({"type": "thesis", "genre": "Master's thesis", "publisher": "A U"}, "Title [Master's thesis]. A U."),
        ({"type": "a new type", "publisher": "Somebody"}, "Title. Somebody."),
        ({"type": "chapter", "container-title": "Book", "page": "7"}, "Title. In Book (p. 7)."),
        ({"type": "paper-conference", "event-title": "A meeting"}, "Title. A meeting."),
        ({"type": "article-journal", "page": "1-2", "volume": "3"}, "Title."),
        ({"type": "article-journal", "container-title": "J", "issue": "249", "page": "3-4"}, "Title. J, (249), 3–4."),
        ({"type": "article-journal", "container-title": "J", "page": "12-19, 39"}, "Title. J, 12–19, 39."),
        ({"type": "article-journal", "container-title": "J", "page": "A-12"}, "Title. J, A-12."),
        ({"type": "article-journal", "container-title": "J", "page": "103956"}, "Title. J, Article 103956."),
        ({"type": "article-journal", "container-title": "J", "number": "Article 2"}, "Title. J, Article 2."),
        ({"PMCID": "PMC3900052"}, "Title. https://pmc.ncbi.nlm.nih.gov/articles/PMC3900052/"),
        ({"DOI": "10.1/x", "URL": "https://a.example/b"}, "Title. https://a.example/b"),
        ({"URL": "https://doi.org/10.1000/182"}, "Title. https://doi.org/10.1000/182"),
        ({"DOI": "10.1175/15(1996)7<04:T>2.0.CO;2"}, "Title. https://doi.org/10.1175/15(1996)7%3C04:T%3E2.0.CO;2"),
        (
            {"type": "report", "archive": "ERIC", "archive_location": "ED502720"},
            "Title (ED502720). ERIC. https://eric.ed.gov/?id=ED502720",
        ),
        ({"type": "report", "number": "ED502720", "publisher": "IES"}, "Title. IES. https://eric.ed.gov/?id=ED502720"),
    ],
)
def test_source(more: Item, source: str) -> None:
    assert one(work() | more).text.removeprefix("Able, A. (2001). ") == source


@pytest.mark.parametrize(
    ("more", "printed", "short"),
    [
        ({"number": "114-95", "issued": {"raw": "2015-12-10"}}, "Act, Pub. L. No. 114-95 (2015).", "Act, 2015"),
        ({"number": "20 U.S.C. § 1232g; 34 CFR Part 99"}, "Act, 20 U.S.C. § 1232g; 34 CFR Part 99.", "Act"),
    ],
)
def test_law(more: Item, printed: str, short: str) -> None:
    made = one(work("", "", "Act", type="legislation") | more)
    assert (made.html, made.short) == (printed, short)


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        (None, "n.d."),
        ({"date-parts": [[None]]}, "n.d."),
        ({"date-parts": []}, "n.d."),
        ({"date-parts": [["2001", "13", 1]]}, "2001"),
        ({"date-parts": [[2001], [2003]]}, "2001–2003"),
        ({"literal": "Spring 2001"}, "2001"),
        ("2001-02-03", "2001"),
        (2001, "2001"),
    ],
)
def test_date(issued: object, year: str) -> None:
    assert one(work() | {"issued": issued}).short == f"Able, {year}"


def bibliography() -> list[Item]:
    """Every entry of the program's bibliography, and those of a file of our own for a program that has none."""
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in BIBLIOGRAPHY]
    held = [held.get("references", []) if isinstance(held, dict) else held or [] for held in files]
    return [*(entry for file in held for entry in file), *({"id": "own"} | example["entry"] for example in EXAMPLES)]


def test_the_whole_bibliography_prints() -> None:
    items = bibliography()
    made = entries(items)
    assert len(made) == len(items)
    assert len({entry.short for entry in made}) == len(made)
    for entry in made:
        assert entry.text[:1].isalnum()
        assert not re.search(r"  |\.\.|[^.,] \.|,,|\(\)|None|[?!]\.", entry.text)
        assert re.search(r"([.?!]”?|https?://\S+|\(Original work published \d+\))$", entry.text)
