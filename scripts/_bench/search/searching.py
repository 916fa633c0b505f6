"""Measure the bytes, time and results of search, compared with lunr.js on its own index, MiniSearch and Pagefind.

The corpus is made up; --seed makes a different one. Then the queries in ``questions.yml`` search the repository's own
content. Bytes are brotli 11 (gzip 9 in brackets), each file by itself. Times are those of Chromium on this machine, in
milliseconds; “slow” is with the processor slowed down four times. Node compresses with brotli.
"""

import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

import specimens
import yaml

from microcredentials.catalog.loading import load
from microcredentials.model.spec import MicroCredential
from microcredentials.publishing._selection import listed_credentials, without_drafts
from microcredentials.publishing.search._lunr_index import Document, lunr_index
from microcredentials.publishing.search._thesaurus import load_thesaurus
from microcredentials.publishing.search.search_data import FOLDER, SearchWords, search_data, search_files
from microcredentials.reports.assets import remove_comments

from .corpus import Made, Query, corpus, queries
from .engines import ENGINE, HERE, ROOT, Stage, Weight, packed, pagefind_files, stage, weight

SIZES = (250, 1_000)
LARGE = 10_000
SLOW = 4
_PAGE = (
    "card-buttons",
    "cards",
    "catalog",
    "catalog-engine",
    "catalog-view",
    "catalog-words",
    "dom",
    "filters",
    "query",
    "results",
    "saved-plan",
    "suggest",
    "understood",
    "url",
)  # fmt: skip  (the scripts of the catalog page for a search)


def main(seed: int, large: bool) -> None:
    """Measure every size, then the questions; print figures as they come."""
    print(__doc__)
    with stage() as browser:
        for size in (*SIZES, LARGE) if large else SIZES:
            _size(browser, size, seed)
    _questions()


def _size(browser: Stage, size: int, seed: int) -> None:
    made = corpus(size, seed)
    built = _built(made)
    rows = list(chain(_bytes(size, built, browser, made), _times(size, built, browser, made, seed)))
    print(f"{size:,} specs (seed {seed})\n" + "\n".join(_row(*row) for row in rows) + "\n", flush=True)


def _row(what: str, figure: str, target: str = "") -> str:
    return f"  {what:<66}{figure:>22}{target:>12}"


def _built(made: Sequence[Made]) -> dict[str, Any]:
    """Return our files, lunr's index, and the CPU seconds that each took."""
    cards = [each.card for each in made]
    begun = time.process_time()
    ours = {
        f.path.removeprefix(FOLDER): f.content
        for f in search_files(cards, [e.sections for e in made], _store(made), [], SearchWords((), load_thesaurus()))
    }
    between = time.process_time()
    lunr = lunr_index(cards)
    return {"ours": ours, "lunr": lunr, "cpu": between - begun, "lunr cpu": time.process_time() - between}


def _store(made: Sequence[Made]) -> bytes:
    """Return the data for lists and filters, as ``publishing/search/store.py`` writes it."""
    subjects = sorted({each.card.subjects for each in made})
    titles = [each.card.title for each in made]
    stored = {
        "schema": 5, "titles": titles, "kinds": [[len(made), "Stack"]],
        "urls": [0] * len(titles),
        "facets": [{"id": "subject", "label": "Subject", "options": [[name, name] for name in subjects]}],
        "answers": [[subjects.index(each.card.subjects) for each in made]],
        "hours": [[4 + n % 9, 8 + n % 9] for n in range(len(made))],
        "measures": {}, "days": [739_000 + n % 400 for n in range(len(made))],
    }  # fmt: skip
    return json.dumps(stored, separators=(",", ":")).encode()


def _of(ours: dict[str, bytes], *beginnings: str) -> list[bytes]:
    return [content for name, content in ours.items() if name.startswith(beginnings)]


def _bytes(size: int, built: dict[str, Any], browser: Stage, made: Sequence[Made]) -> Iterator[tuple[str, str, str]]:
    ours, lunr = built["ours"], weight([built["lunr"]])
    short, whole = weight(_of(ours, "core", "blocks")), weight(_of(ours, "text"))
    yield "index of cards, bytes a spec", _both(short, size), {250: "≤ 45", 1000: "≤ 35"}.get(size, "")
    yield "  beside lunr's JSON", f"{short.brotli / max(1, lunr.brotli):.2f}×", "≤ 0.30×"
    mini = weight([browser.minisearch_index([each.card for each in made]).encode()])
    yield "  beside MiniSearch's JSON", f"{short.brotli / max(1, mini.brotli):.2f}×", "≤ 0.70×"
    paths = [
        *ENGINE.glob("*.js"),
        *(ROOT / f"plugins/microcredentials/theme/assets/javascripts/{name}.js" for name in _PAGE),
    ]
    scripts = [remove_comments(path.read_text("utf-8")).encode() for path in paths]
    first = weight(
        [*scripts, *_of(ours, "manifest", "core", "store"), *_of(ours, "blocks")[:1], *_of(ours, "thesaurus")[:1]]
    )
    yield (
        "a first search: scripts, index, titles, facets",
        _both(first),
        {250: "≤ 30,000", LARGE: "≤ 150,000"}.get(size, ""),
    )
    yield "index of whole texts, bytes a spec", _both(whole, size), "≤ 350" if size == 1000 else ""
    cpu = f"{1000 * built['cpu'] / size:.2f} s"
    yield "CPU for our files a 1,000 specs", cpu, "≤ 1.50 s"
    yield "CPU for lunr's own index a 1,000 specs", f"{1000 * built['lunr cpu'] / size:.2f} s", ""


def _both(found: Weight, count: int = 1) -> str:
    return f"{found.brotli / count:,.0f} ({found.gzip / count:,.0f})"


def _times(
    size: int, built: dict[str, Any], browser: Stage, made: Sequence[Made], seed: int
) -> Iterator[tuple[str, str, str]]:
    asked = queries(made, seed, 40 if size <= 1000 else 12)
    parts: dict[str, Any] = {"files": packed(built["ours"]), "lunrIndex": built["lunr"].decode()}
    engines = {"ours": partial(browser.measured, "ours"), "lunr.js, cards": partial(browser.measured, "lunr")}
    if size <= 1000:
        wholes = [" ".join(each.sections) for each in made]
        parts["miniIndex"] = browser.minisearch_index([each.card for each in made], wholes)
        engines["MiniSearch"] = partial(browser.measured, "minisearch", whole=True)
    texts = [query.text for query in asked]
    found = {name: ask(parts, texts) for name, ask in engines.items()}
    for name, each in found.items():
        yield f"ready / keystroke p95: {name}", f"{each['ready']:.1f} / {each['p95']:.1f} ms", _limit(name, size)
    browser.slow_down(SLOW)
    slow = browser.measured("ours", parts, texts)
    browser.slow_down(1)
    yield "ready / keystroke p95: ours, slow", f"{slow['ready']:.1f} / {slow['p95']:.1f} ms", _limit("ours", size)
    yield from _found(asked, {name: each["found"] for name, each in found.items()})


def _limit(name: str, size: int) -> str:
    return {1000: "≤ 10 / 10", LARGE: "p95 ≤ 15"}.get(size, "") if name == "ours" else ""


def _found(asked: Sequence[Query], found: dict[str, list[list[int]]]) -> Iterator[tuple[str, str, str]]:
    """Yield the share of searches with an answer among the first five results, in all and by kind, and note a better
    rival.
    """
    kinds = {"all kinds": asked, **_by_kind(asked)}
    for kind, those in kinds.items():
        places = [asked.index(query) for query in those]
        shares = {
            name: sum(bool(set(asked[at].answers) & set(ids[at])) for at in places) / len(places)
            for name, ids in found.items()
        }
        best = max(shares, key=lambda name: (shares[name], name == "ours"))
        said = " / ".join(f"{share:.3f}" for share in shares.values())
        targets = {"all kinds": "≥ .970", "a typing error": "≥ .950"}
        won = "" if best == "ours" else f"  {best} wins"
        yield f"success@5, {kind}: {' / '.join(shares)}", said, targets.get(kind, "") + won


def _by_kind(asked: Sequence[Query]) -> dict[str, list[Query]]:
    kinds = defaultdict[str, list[Query]](list)
    for query in asked:
        kinds[query.kind].append(query)
    return kinds


def _questions() -> None:
    """Search our own content with teachers' queries, and print those without an answer in the first five."""
    catalog = without_drafts(load(specimens.DEMONSTRATION / "content"))
    ours = {f.path.removeprefix(FOLDER): f.content for f in search_data(catalog)}
    entries = listed_credentials(catalog)
    cards = [_card(n, entry.spec) for n, entry in enumerate(entries)]
    wholes = [
        (specimens.DEMONSTRATION / f"content/credentials/{entry.slug}.md").read_text("utf-8") for entry in entries
    ]
    asked = yaml.safe_load((HERE / "questions.yml").read_text("utf-8"))
    with stage(pagefind_files(cards, wholes)) as browser:
        parts = {"files": packed(ours), "lunrIndex": ours["lunr-index.json"].decode(),
                 "miniIndex": browser.minisearch_index(cards, wholes)}  # fmt: skip
        for name in ("page", "ours", "lunr", "minisearch", "pagefind"):
            options = {"below": len(entries), "whole": True}
            found = browser.measured(name, parts, [question for question, *_ in asked], **options)["found"]
            slugs = [{entries[id].slug for id in ids} for ids in found]
            missed = [question for (question, *right), seen in zip(asked, slugs, strict=True) if not seen & set(right)]
            share = f"{len(asked) - len(missed)} of {len(asked)}"
            print(_row(f"questions on the own content, found in five: {name}", share))
            if name == "page":
                print("".join(f"    not found: {question}\n" for question in missed), end="")


def _card(number: int, spec: MicroCredential) -> Document:
    return Document(
        id=number, kind="credential", title=spec.title, competency=spec.competency, tags=" ".join(spec.tags),
        text=spec.summary or "",
    )  # fmt: skip
