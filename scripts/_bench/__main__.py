"""Compare our build with stock Material's on the same specs, in one run, and print the cost of each.

Every figure is for whole processes, including start-up: user and system CPU seconds, and peak memory. A check is run
three times, each with an empty cache, and the median counts. Python keeps its compiled modules, as usual. The table of
targets only compares figures. It does not pass or fail, because a shared machine may be slow for many reasons.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .markup import Node, tree, words
from .measure import Cost, cost
from .sites import built_pages, lay_out, write_front_matter, write_out

CHECKS = 3
SIZES = (250, 1_000, 4_000)
MOST_IN_NAV = 1_000
TODAY = "2026-11-23"
CHECK = ("-m", "microcredentials.cli", "check", "--format", "concise", "--today", TODAY)

BUILD = ("build", "--strict", "--quiet")
WITHOUT_EXPORTS = f"""
import sys
from mkdocs.__main__ import cli
from microcredentials.publishing import _build
_build.find_exports = lambda: ()
_build.with_linked_data = lambda pages, *_: pages
sys.argv[1:] = {BUILD!r}
cli()
"""
"""Our build without the files that only other systems read."""

YAMLLINT = ("-m", "yamllint", "--config-data", "relaxed", "--no-warnings", "content")

CHECKED, RECALLED, LINTED = "check", "check again", "yamllint"
OURS, BARE, OUT, IN = "our build", "without exports", "stock, not in nav", "stock, in nav"


@dataclass
class Measured:
    """The costs for one number of specs, by kind of run, and the visible words of a credential's page on both sites."""

    runs: dict[str, list[Cost]] = field(default_factory=dict)
    our_words: int = 0
    stock_words: int = 0

    @property
    def costs(self) -> dict[str, Cost]:
        """The median run of each kind."""
        return {name: sorted(runs, key=lambda run: run.cpu)[len(runs) // 2] for name, runs in self.runs.items()}


def main() -> None:
    """Measure the chosen parts: each size in turn, smallest first. Figures are printed as soon as they are known."""
    options = _options()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if options.part in ("all", "build"):
        _builds(_sizes(options))
    if options.part in ("all", "search"):
        from .search.searching import main as searching

        searching(options.seed, options.large)
    if options.part in ("all", "pages"):
        from .pages import main as pages

        pages(options.runs)
    if options.part in ("all", "rules"):
        from .rules import main as rules

        rules(date.today())


def _builds(sizes: list[int]) -> None:
    print(__doc__)
    print(f"Stock Material with the credentials in its navigation costs their number squared; above {MOST_IN_NAV:,} it")
    print("is left out, and yamllint, which reads the same front matter, too.\n")
    print(f"{'specs':>6}  {'run':<18}{'CPU s':>8}{'ms a spec':>11}{'peak MiB':>10}")
    with tempfile.TemporaryDirectory(prefix="bench-") as base:
        measured = {size: _measure(size, Path(base)) for size in sizes}
    print("\nVisible words on the credential pages, meant to differ by no more than 2 %")
    for size, each in measured.items():
        difference = each.stock_words / each.our_words - 1 if each.our_words else 0
        print(f"{size:>6,}  ours {each.our_words:,}, stock {each.stock_words:,}: {difference:+.1%}")
    print(f"\n{'':<58}{'measured':>10}{'target':>10}")
    for what, figure, target in _comparisons(measured):
        print(f"{what:<58}{figure:>10}{target:>10}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument(
        "--part", choices=["all", "build", "search", "pages", "rules"], default="all", help="what to measure"
    )
    parser.add_argument("--seed", type=int, default=2026, help="of the corpus and the searches")
    parser.add_argument("--runs", type=int, default=5, help="of Lighthouse on each page")
    parser.add_argument("--large", action="store_true", help="search 10,000 specs, too")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of specs, multiples of 5: 250,1000")
    parser.add_argument("--quick", action="store_true", help="50 specs only: shows that everything runs, not how fast")
    options = parser.parse_args()
    options.refuse = parser.error
    return options


def _sizes(options: argparse.Namespace) -> list[int]:
    try:
        sizes = sorted({int(size) for size in options.sizes.split(",")})
    except ValueError:
        options.refuse("--sizes takes whole numbers with commas between them")
    if any(size < 5 or size % 5 for size in sizes):
        options.refuse("--sizes takes multiples of 5")
    return [50] if options.quick else sizes


def _measure(size: int, base: Path) -> Measured:
    measured = Measured()
    ours, stock, pages, matter = (base / f"{size} {each}" for each in ("ours", "stock", "pages", "matter"))
    lay_out(ours, size)
    for attempt in range(CHECKS):
        os.environ["MICROCREDENTIALS_CACHE"] = str(base / f"{size} cache {attempt}")
        _run(measured, size, CHECKED, ours, *CHECK)
    _run(measured, size, RECALLED, ours, *CHECK)
    if size <= MOST_IN_NAV:
        write_front_matter(ours / "content", matter / "content")
        _run(measured, size, LINTED, matter, *YAMLLINT)
    _run(measured, size, BARE, ours, "-c", WITHOUT_EXPORTS)
    _run(measured, size, OURS, ours, "-m", "mkdocs", *BUILD)
    measured.our_words = _visible(ours / "site", "main")
    cost(ours, "-m", "microcredentials.cli", "build", "--to", str(pages))
    write_out(pages, stock)
    _run(measured, size, OUT, stock, "-m", "mkdocs", "build", "--quiet", "--config-file", "out.yml")
    measured.stock_words = _visible(stock / "site", "article")
    if size <= MOST_IN_NAV:
        _run(measured, size, IN, stock, "-m", "mkdocs", "build", "--quiet", "--config-file", "in.yml")
    return measured


def _run(measured: Measured, size: int, name: str, folder: Path, *arguments: str) -> None:
    """Run after moving the last site away, without deleting it. Deleting it would slow the next build down: for each
    new file, ext4 searches past every inode that was just freed.
    """
    if (folder / "site").exists():
        (folder / "site").rename(folder.parent / f"{folder.name} before {name}")
    spent = cost(folder, *arguments)
    measured.runs.setdefault(name, []).append(spent)
    print(f"{size:>6,}  {name:<18}{spent.cpu:>8.2f}{1000 * spent.cpu / size:>11.2f}{spent.peak:>10.0f}", flush=True)


def _visible(site: Path, tag: str) -> int:
    """Return the number of words in the element *tag* of all credential pages together."""
    return sum(words(next(tree(page.read_text("utf-8")).all(tag), Node(tag))) for page in built_pages(site))


def _comparisons(measured: dict[int, Measured]) -> Iterator[tuple[str, str, str]]:
    for size, each in measured.items():
        for stock, target in ((OUT, "≤ 1.00×"), (IN, "≤ 0.25×")):
            if stock in each.costs:
                share = each.costs[OURS].cpu / each.costs[stock].cpu
                yield f"CPU at {size:,} specs: our build / {stock}", f"{share:.2f}×", target
    if {1_000, 4_000} <= measured.keys():
        less, more = (measured[size].costs[OURS].cpu / size for size in (1_000, 4_000))
        yield "CPU a spec of our build: at 4,000 / at 1,000", f"{more / less:.2f}×", "≤ 1.20×"
    for size, each in measured.items():
        if LINTED in each.costs:
            share = each.costs[CHECKED].cpu / each.costs[LINTED].cpu
            yield f"CPU at {size:,} specs: all our rules / yamllint", f"{share:.2f}×", "≤ 0.20×"
        exports = each.costs[OURS].cpu / each.costs[BARE].cpu - 1
        yield f"CPU at {size:,} specs: what exports add to the build", f"{exports:+.0%}", "≤ +15%"
    if 1_000 in measured:
        again = measured[1_000].costs[RECALLED].cpu / measured[1_000].costs[CHECKED].cpu
        yield "CPU at 1,000 specs: check again, nothing changed / check", f"{again:.2f}×", "≤ 0.20×"
        yield "CPU of checking 1,000 specs, all rules", f"{measured[1_000].costs[CHECKED].cpu:.2f} s", "≤ 4.00 s"


main()
