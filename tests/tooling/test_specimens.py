"""Specimens represent real specs in benchmarks, so they must be as long, as varied and as sound as real ones."""

from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import mean

import specimens

from microcredentials.catalog.loading import load
from microcredentials.checking.options import Options
from microcredentials.checking.run import check_catalog
from microcredentials.reading.problem import Severity
from microcredentials.rules.registry import find_checks

TODAY = date(2026, 11, 26)


def test_specimens_pass_every_rule(tmp_path: Path) -> None:
    specimens.write(tmp_path / "content", 25)
    report = check_catalog(load(tmp_path / "content"), find_checks(), Options(TODAY))
    assert report.checked == 30
    errors = [finding for finding in report.open if finding.spec and finding.severity is Severity.ERROR]
    assert [f"{error.place.path} {error.rule.id} {error.message}" for error in errors] == []


def test_the_same_seed_gives_the_same_bytes_and_a_different_seed_does_not() -> None:
    first = list(specimens.specimens(10, seed=7))
    assert first == list(specimens.specimens(10, seed=7))
    assert not {path for path, _ in first} & {path for path, _ in specimens.specimens(10, seed=8)}


def test_specimens_are_as_long_as_real_specs() -> None:
    sizes = [len(text.encode()) for path, text in specimens.specimens(50) if path.startswith("credentials")]
    texts = [path.read_text("utf-8") for path in (specimens.DEMONSTRATION / "content" / "credentials").glob("*.md")]
    real = mean(len(text.encode()) for text in texts if "\nstatus: published" in text)
    assert 0.8 * real < mean(sizes) < 1.2 * real


def test_addresses_are_unique_in_a_large_catalog() -> None:
    paths = [path.split("/")[1] for path, _ in specimens.specimens(2_000)]
    assert len(set(paths)) == len(paths) == 2_400


def test_no_two_specimens_share_more_than_two_traits() -> None:
    chosen = [set(specimens.traits(number, seed=0).values()) for number in range(0, specimens.MOST, 47)]
    assert max(len(one & other) for one, other in combinations(chosen, 2)) == 2
