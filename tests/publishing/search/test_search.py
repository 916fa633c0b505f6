"""Search as a reader meets it: the index from Python and our engine in a real browser, compared with lunr.js."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page
from project import DEMONSTRATION, REPOSITORY
from search_page import Searcher, data_files, search_page

from microcredentials.catalog.loading import load
from microcredentials.publishing._selection import without_drafts
from microcredentials.publishing.search._analyzer import STOP_WORDS, spellings, words
from microcredentials.publishing.search._lunr_index import FIELDS, Document, lunr_index
from microcredentials.publishing.search.search_data import FOLDER, search_data

CATALOG = (
    Document(
        id=0, kind="credential", title="Formative Assessment in Daily Lessons", tags="feedback evidence",
        competency="The educator adjusts instruction to what students show.", codes="InTASC 6",
        stack="Assessment for Learning", subjects="All subjects", text="Exit tickets, questioning and wait time.",
    ),
    Document(
        id=1, kind="credential", title="Project-Based Learning with Community Partners", subjects="Social Studies",
        text="Families and organizations take part. The relational work comes first; a relativity unit is one example.",
    ),
    Document(id=2, kind="credential", title="Dialogic Read-Aloud", codes="TEKS 112.42(b)(1)", subjects="Preschool"),
    Document(id=3, kind="credential", title="Café Conversations", text="Naïve questions, façades, Hawaiʻi, LEGO™"),
    Document(id=4, kind="credential", title="🚀 Launching Rockets 🎓", text="For engineers. Planes: 𐓏𐓘𐓻𐓘𐓻𐓟, 﨎, 𠮷野."),
    Document(id=5, kind="credential", title="Coteaching Pathways", text="Survey, essay, play, try, journey, policies"),
    Document(id=6, kind="credential", title="Reading/Writing across STEM—Literacy", text="Open‑ended happiness"),
    Document(id=7, kind="guide", title="Choosing Formative Assessment", text="How to choose, by format and by hours."),
    Document(id=8, kind="stack", title="Early Reading", text="Formative assessment of the teacher’s own reading."),
    Document(id=9, kind="credential", title="Counting in Grade 3", codes="CCSS.MATH.CONTENT.3.OA.A.1 NGSS MS-PS1-2"),
    Document(id=10, kind="credential", title="Counting Further", codes="TEKS 112.43(c)"),
    Document(id=11, kind="credential", title="Counting On", codes="TEKS 112.4"),
)  # fmt: skip


QUERIES = (
    "assessment", "read aloud", "formative assessment in daily lessons", "feedb", "asessment", "112.42(b)(1)",
    "stem literacy", "how do students show what they know", "community partners",
    "co teaching pathways", "question", "r", "wait time",
)  # fmt: skip


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with search_page(browser) as page:
        yield page


@pytest.fixture(scope="module")
def catalog(browser: Browser) -> Iterator[Searcher]:
    with search_page(browser) as page:
        yield Searcher(page, data_files(CATALOG))


@pytest.fixture(scope="module")
def corpus() -> tuple[Document, ...]:
    """The small catalog and, if there are any, the Markdown files of the real one."""
    files = sorted((DEMONSTRATION / "content").rglob("*.md"))
    texts = (path.read_text("utf-8") for path in files)
    real = (
        Document(id=len(CATALOG) + n, kind="credential", title=text[:60], text=text) for n, text in enumerate(texts)
    )
    return (*CATALOG, *real)


def _words_of(document: Document) -> set[str]:
    return {word for field in FIELDS for word in words(getattr(document, field))} - STOP_WORDS


def _vocabulary(corpus: tuple[Document, ...]) -> dict[str, set[int]]:
    vocabulary: dict[str, set[int]] = {}
    for document in corpus:
        for word in _words_of(document):
            vocabulary.setdefault(word, set()).add(document.id)
    return vocabulary


def test_every_indexed_word_finds_each_of_its_documents(page: Page, corpus: tuple[Document, ...]) -> None:
    vocabulary = {spelling: ids for word, ids in _vocabulary(corpus).items() for spelling in spellings(word)}
    found = Searcher(page, data_files(corpus)).ids_of_each(list(vocabulary))
    assert len(vocabulary) > 100
    assert [word for word, ids in zip(vocabulary, found, strict=True) if not vocabulary[word] <= ids] == []


def test_lunr_js_alone_loads_the_index_and_finds_every_word(page: Page, corpus: tuple[Document, ...]) -> None:
    typed = [word for word in _vocabulary(corpus) if word.isalpha()]  # for numbers see the automaton below
    script = """([text, typed]) => {
        const loaded = lunr.Index.load(JSON.parse(text));
        return typed.filter((word) => !loaded.query((query) => query.term(word)).length);
    }"""
    assert page.evaluate(script, [lunr_index(corpus).decode(), typed]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("assessment", 0), ("ASSESSING", 0), ("pathway", 5), ("surveys", 5), ("trying", 5), ("journeys", 5),  # stems
        ("cafe", 3), ("café", 3), ("CAFE\u0301", 3), ("naive", 3), ("facade", 3),  # accents
        ("hawaii", 3), ("Hawai'i", 3), ("lego", 3), ("teachers", 8), ("teacher's", 8), ("teacher’s", 8),  # signs
        ("rocket", 4), ("🚀", None), ("🚀 launch", 4), ("𐓏𐓘𐓻𐓘𐓻𐓟", 4), ("𐓷𐓘𐓻𐓘𐓻𐓟", 4), ("﨎", 4), ("𠮷野", 4),  # planes
        ("project-based", 1), ("project based", 1), ("projectbased", 1), ("project‑based", 1), ("Project – Based", 1),
        ("co-teaching", 5), ("co teaching", 5), ("coteaching", 5), ("readaloud", 2), ("read aloud", 2),  # compounds
        ("openended", 6), ("stem", 6), ("literacy", 6), ("writing", 6), ("reading/writing", 6),
        ("112.42(b)(1)", 2), ("112.42b1", 2), ("112.42(b)", 2), ("112.42b", 2), ("112.42", 2), ("112.4", 11),  # codes
        ("teks 112.42 b", 2), ("§112.42(b)", 2), ("112.42(b)(9)", 2), ("112.42(d)", 2),
        ("3.OA.A.1", 9), ("CCSS.Math.Content.3.OA.A.1", 9), ("3.oa", 9),
        ("MS-PS1-2", 9), ("ps1", 9), ("intasc 6", 0), ("112.43", 10), ("112.43(c)", 10),
        ("asessment", 0), ("assesment", 0), ("assessmnet", 0), ("formaitve", 0), ("xormative", 0), ("pathwya", 5),
        ("comunity", 1), ("organizatons", 1), ("dialgic", 2), ("converstations", 3), ("launhcing", 4),
        ("enginepering", 4), ("teh reed aloud", 2),  # typos
        ("feedb", 0), ("communit", 1), ("organiza", 1), ("relatio", 1), ("happines", 6), ("policie", 5),  # unfinished
        ("asessm", 0), ("feadb", 0), ("comuni", 1), ("convresa", 3), ("zzzz", None), ("", None), (" - ", None),
    ],
)  # fmt: skip
def test_what_a_reader_types_finds_first(catalog: Searcher, text: str, expected: int | None) -> None:
    assert next(iter(catalog.ids(text)), None) == expected


@pytest.mark.parametrize(
    "word",
    ["assessment", "community", "organizations", "relational", "happiness", "formative", "conversations", "policies"],
)
def test_no_letter_on_the_way_to_a_word_loses_its_document(catalog: Searcher, word: str) -> None:
    expected = set(catalog.ids(word))
    beginnings = [word[:length] for length in range(2, len(word))]
    found = catalog.ids_of_each(beginnings)
    assert expected
    assert [text for text, ids in zip(beginnings, found, strict=True) if not expected <= ids] == []


def test_most_words_with_a_typing_error_still_find_their_documents(page: Page, corpus: tuple[Document, ...]) -> None:
    vocabulary = {word: ids for word, ids in _vocabulary(corpus).items() if word.isalpha() and word.isascii()}
    long = sorted(word for word in vocabulary if len(word) > 6)
    chance = random.Random(7)
    mistyped = [_mistype(word, chance) for word in long]
    found = Searcher(page, data_files(corpus)).ids_of_each(mistyped)
    hits = sum(vocabulary[word] <= ids for word, ids in zip(long, found, strict=True))
    assert hits / len(long) > 0.95


def _mistype(word: str, chance: random.Random) -> str:
    at, letter = chance.randrange(len(word) - 1), chance.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice([word[:at] + word[at + 1 :], word[:at] + letter + word[at:],
                          word[:at] + letter + word[at + 1 :], swapped])  # fmt: skip


def test_a_code_never_stands_for_its_neighbour(catalog: Searcher) -> None:
    assert catalog.ids("112.43") == [10]
    assert catalog.ids("112.41") == []


def test_more_words_found_rank_before_a_better_score(page: Page) -> None:
    rubric = Document(id=0, kind="credential", title="Rubric")
    both = Document(id=1, kind="credential", title="Portfolios in the Arts", text="With a rubric and a model lesson.")
    first, second = Searcher(page, data_files([rubric, both])).results("rubric lesson")
    assert (first["id"], second["id"]) == (1, 0)
    assert first["score"] < second["score"]


def test_words_in_title_or_competency_rank_before_a_better_score_with_running_text(page: Page) -> None:
    text = Document(id=0, kind="credential", title="Portfolios", text="A rubric, a lesson. A rubric for the lesson.")
    card = Document(id=1, kind="credential", title="Portfolios", competency="The educator plans a lesson by a rubric.")
    first, second = Searcher(page, data_files([text, card])).results("rubric lesson")
    assert (first["id"], second["id"]) == (1, 0)
    assert (first["coverage"], second["coverage"]) == (1, 1)
    assert first["onCard"] == 1 > second["onCard"] == 0


def test_the_word_itself_ranks_before_one_that_begins_with_it(page: Page) -> None:
    documents = [Document(id=0, kind="credential", title="Artistry"), Document(id=1, kind="credential", title="Art")]
    assert Searcher(page, data_files(documents)).ids("art") == [1, 0]


def test_a_title_ranks_before_running_text_and_a_credential_before_a_guide(catalog: Searcher) -> None:
    assert catalog.ids("formative assessment") == [0, 7, 8]


def test_question_words_are_ignored(catalog: Searcher) -> None:
    plain = catalog.results("choose assessment")
    assert plain
    assert catalog.results("How do I choose an assessment?") == plain
    assert catalog.results("what is the best way to choose assessment")[0] == plain[0]
    assert catalog.ids("how do I ") == []


def test_a_word_that_nothing_has_does_not_empty_the_result(catalog: Searcher) -> None:
    assert set(catalog.ids("xylophone rocket")) == {4}
    assert catalog.ids("rocket café projects xylophones") == catalog.ids("rocket café projects")


def test_search_syntax_of_lunr_has_no_meaning(catalog: Searcher) -> None:
    for text in ("title:rocket", "+rocket -launch", "rocket~2^10", "*rocket*", "foo:bar rocket", "rocket\\", '"rocket'):
        assert catalog.ids(text)[0] == 4
    assert catalog.ids("constructor __proto__ toString") == []


def test_numbers_that_the_automaton_of_lunr_js_confuses_are_found(page: Page) -> None:
    chance = random.Random(212)  # one of the sets in which lunr.js takes 74703 for 7494 and 747
    numbers = sorted({str(chance.randrange(10 ** chance.randint(1, 5))) for _ in range(330)})
    found = Searcher(page, data_files([Document(id=0, kind="guide", title=" ".join(numbers))])).ids_of_each(
        [*numbers, "7494"]
    )
    assert [number for number, ids in zip(numbers, found, strict=False) if ids != {0}] == []


def test_results_say_which_terms_were_found_and_mark_shows_them(catalog: Searcher) -> None:
    result = catalog.results("loud dialogue reads")[0]
    assert (result["id"], result["terms"]) == (2, ["aloud", "dialog", "read"])
    assert result["score"] > 0
    pieces = catalog.mark("Dialogic Read-Aloud, daily", result["terms"])
    assert "".join(piece["text"] for piece in pieces) == "Dialogic Read-Aloud, daily"
    assert [piece["text"] for piece in pieces if piece["hit"]] == ["Dialogic", "Read", "Aloud"]


def test_an_index_of_nothing_finds_nothing(page: Page) -> None:
    assert Searcher(page, data_files(())).ids("assessment") == []


def test_an_index_of_another_format_is_refused(page: Page) -> None:
    made = data_files(CATALOG)
    made["manifest.json"] = made["manifest.json"].replace(b'"format":3', b'"format":9')
    with pytest.raises(Exception, match="has format 9, not 3"):
        Searcher(page, made)


def test_scores_are_those_of_lunr_js_on_the_standard_index(page: Page, corpus: tuple[Document, ...]) -> None:
    ours = Searcher(page, data_files(corpus))
    vocabulary = sorted(_vocabulary(corpus))
    typed = [
        *QUERIES,
        *vocabulary[::40],
        *(f"{a} {b}" for a, b in zip(vocabulary[::55], vocabulary[7::55], strict=False)),
    ]
    script = """([text, queries]) => {
        const loaded = lunr.Index.load(JSON.parse(text));
        return queries.map((clauses) => loaded.query((query) => {
            for (const [term, boost] of clauses) query.term(term, { boost, usePipeline: false });
        }).map(({ ref, score }) => [Number(ref), score]));
    }"""
    asked = [text for text in typed if ours.clauses(text)]
    theirs = page.evaluate(script, [lunr_index(corpus).decode(), [ours.clauses(text) for text in asked]])
    assert len(asked) > 60
    for text, expected in zip(asked, theirs, strict=True):
        found = {result["id"]: result["score"] for result in ours.results(text) if set(result["where"]) <= set(FIELDS)}
        assert found.keys() == {id for id, _ in expected}, text
        assert max(abs(found[id] - score) for id, score in expected) < 1e-9, text


def test_the_whole_text_is_looked_into_only_where_the_cards_are_not_enough(page: Page) -> None:
    documents = [
        Document(id=0, kind="credential", title="Exit tickets"),
        Document(id=1, kind="credential", title="Talk"),
    ]
    searcher = Searcher(page, data_files(documents, ["", "At least three students explain the reason aloud."]))
    assert searcher.ids("exit") == [0]
    assert not [name for name in searcher.loaded if name.startswith("text")]
    (found,) = searcher.results("explaining")
    assert (found["id"], found["where"]) == (1, ["rubric"])
    assert [name for name in searcher.loaded if name.startswith("text-blocks")]
    both = searcher.results("talk reason")[0]
    assert (both["id"], sorted(both["where"])) == (1, ["rubric", "title"])


def test_a_large_index_is_fetched_in_pieces(page: Page) -> None:
    chance = random.Random(6)
    letters = "abcdefghiklmnoprstuv"
    vocabulary = ["".join(chance.choices(letters, k=9)) for _ in range(6000)]
    documents = [
        Document(id=n, kind="credential", title=f"Practice {n}", competency=" ".join(chance.choices(vocabulary, k=60)))
        for n in range(700)
    ]
    made = data_files(documents, [" ".join(chance.choices(vocabulary, k=300)) for _ in documents])
    blocks = [name for name in made if name.startswith(("blocks", "text-blocks"))]
    assert len(blocks) > 8
    assert max(len(made[name]) for name in blocks) < 60_000
    searcher = Searcher(page, made)
    word = documents[5].competency.split()[0]
    assert 5 in searcher.ids(word)
    assert len([name for name in searcher.loaded if name in blocks]) <= 2


def test_words_that_mean_the_same_find_the_same(page: Page) -> None:
    documents = [
        Document(id=0, kind="credential", title="Teaching multilingual learners"),
        Document(id=1, kind="credential", title="English in the garden"),
        Document(id=2, kind="credential", title="Learners who draw"),
        Document(id=3, kind="credential", title="Multilingual menus"),
    ]
    searcher = Searcher(page, data_files(documents, synonyms=[["multilingual learner", "English learner", "ELL"]]))
    assert searcher.ids("ELL") == searcher.ids("ELLs") == [0]  # and not what has one word of the two
    assert searcher.ids("english learners")[0] == 0
    assert 0 not in Searcher(page, data_files(documents)).ids("ELL")


def test_words_around_what_is_looked_for_are_left_out_unless_there_is_nothing_else(page: Page) -> None:
    cards = [Document(id=0, kind="credential", title="Getting better")]
    cards.append(Document(id=1, kind="credential", title="Feedback"))
    searcher = Searcher(page, data_files(cards))
    assert searcher.ids("how to get better at giving feedback") == [1]
    assert searcher.ids("getting better") == [0]


def test_a_saying_of_common_words_alone_is_a_synonym_too(page: Page) -> None:
    cards = [Document(id=0, kind="credential", title="Explicit instruction")]
    cards.append(Document(id=1, kind="credential", title="Do it yourself"))
    searcher = Searcher(page, data_files(cards, synonyms=[["explicit instruction", "I do, we do, you do"]]))
    assert searcher.ids("i do we do you do") == [0]


@pytest.mark.parametrize("typed", ["paraeducator", "paraeducater", "paraeduc", "paraedux"])
def test_a_synonym_that_no_document_has_is_found_unfinished_and_with_a_typing_error(page: Page, typed: str) -> None:
    cards = [Document(id=0, kind="credential", title="Support by an aide")]
    assert Searcher(page, data_files(cards, synonyms=[["aide", "paraeducator"]])).ids(typed) == [0]
    assert Searcher(page, data_files(cards)).ids(typed) == []


def test_of_long_synonyms_only_the_first_is_looked_for(page: Page) -> None:
    cards = [Document(id=0, kind="credential", title="Mentoring"), Document(id=1, kind="credential", title="New pens")]
    searcher = Searcher(page, data_files(cards, synonyms=[["mentoring", "new colleague"]]))
    assert searcher.ids("mentoring") == [0]
    assert searcher.ids("colleagues who are new")[0] == 0


def test_the_very_words_of_a_title_come_before_its_relatives(page: Page) -> None:
    documents = [
        Document(id=0, kind="credential", title="Assess assessing assesses"),
        Document(id=1, kind="credential", title="Assessments"),
    ]
    assert Searcher(page, data_files(documents)).ids("assessments") == [1, 0]


def test_the_module_answers_as_it_is_documented(page: Page) -> None:
    answer = Searcher(page, data_files(CATALOG)).search("read alowd")
    assert answer["total"] == len(answer["hits"]) > 0
    first = answer["hits"][0]
    assert (first["id"], first["url"], first["title"]) == (2, "credentials/2/", "Dialogic Read-Aloud")
    assert first["score"] > 0
    assert first["where"] == ["title"]
    assert Searcher(page, data_files(CATALOG)).search("")["total"] == len(CATALOG)


def test_a_cut_off_file_is_an_error_and_no_empty_result(page: Page) -> None:
    made = data_files(CATALOG)
    name = next(name for name in made if name.startswith("blocks"))
    made[name] = made[name][:40]
    with pytest.raises(Exception, match="cut off"):
        Searcher(page, made).ids("assessment")


def test_the_same_documents_give_the_same_bytes() -> None:
    here = lunr_index(CATALOG)
    assert lunr_index(reversed(CATALOG)) == here
    script = "import sys; from test_search import CATALOG, lunr_index; sys.stdout.buffer.write(lunr_index(CATALOG))"
    for seed in ("1", "2"):
        path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
        run = subprocess.run(
            [sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True, check=True,
        )  # fmt: skip
        assert run.stdout == here


def test_names_follow_what_is_in_the_files() -> None:
    here, other = data_files(CATALOG), data_files(CATALOG[:-1])
    assert data_files(CATALOG) == here
    same = here.keys() & other.keys()
    assert all(here[name] == other[name] for name in same - {"manifest.json"})


def test_terms_stand_in_the_order_of_utf_16() -> None:
    stored = [term for term, _ in json.loads(lunr_index(CATALOG))["invertedIndex"]]
    assert stored == sorted(stored, key=lambda term: term.encode("utf-16-be"))
    assert stored != sorted(stored), "the catalog must hold a word that code points would put elsewhere"


def test_two_documents_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        lunr_index([CATALOG[0], CATALOG[0]])


def test_what_teachers_ask_is_among_the_first_five_that_the_page_shows(page: Page) -> None:
    made = {
        f.path.removeprefix(FOLDER): f.content for f in search_data(without_drafts(load(DEMONSTRATION / "content")))
    }
    searcher = Searcher(page, made)
    asked = yaml.safe_load((REPOSITORY / "scripts/_bench/search/questions.yml").read_text("utf-8"))
    missed = [
        question
        for question, *slugs in asked
        if not {f"credentials/{slug}/" for slug in slugs} & set(searcher.page(question)[:5])
    ]
    assert len(asked) > 190
    assert len(missed) <= 4, missed


def test_every_address_is_that_of_a_credential(page: Page) -> None:
    catalog = load(DEMONSTRATION / "content")
    made = {f.path.removeprefix(FOLDER): f.content for f in search_data(without_drafts(catalog))}
    stored = json.loads(next(content for name, content in made.items() if name.startswith("store")))
    assert {type(url) for url in stored["urls"][: stored["kinds"][0][0]]} == {int, str}, "both ways must be tried"
    listed = {f"credentials/{each.slug}/" for each in catalog.credentials if each.spec.status in ("published", "pilot")}
    assert {hit["url"] for hit in Searcher(page, made).search("")["hits"]} == listed


def test_a_word_of_a_whole_text_is_no_typing_error(page: Page) -> None:
    cards = [Document(id=n, kind="credential", title=title) for n, title in enumerate(["Reading plans", "Sound walls"])]
    searcher = Searcher(page, data_files(cards, ["a text", "the readink of walls"]))
    assert searcher.ids("readink") == [1]


def test_a_word_that_most_documents_have_decides_nothing(page: Page) -> None:
    cards = [Document(id=n, kind="credential", title=f"Students {n}", text="students talk") for n in range(30)]
    cards.append(Document(id=30, kind="credential", title="Wait time"))
    assert Searcher(page, data_files(cards)).ids("students wait")[0] == 30
