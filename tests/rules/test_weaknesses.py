"""The corpus of single weaknesses: its rule reports each of them, and no rule reports a good text."""

import re
from pathlib import Path

import pytest
from weaknesses import Judged, judge_corpus, read_corpus

from microcredentials.rules.registry import find_checks


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Judged], list[Judged]]:
    return judge_corpus(Path(tmp_path_factory.mktemp("corpus")))


def test_every_weakness_is_reported_by_its_rule(corpus: tuple[list[Judged], list[Judged]]):
    weak, _ = corpus
    assert [str(each.patch) for each in weak if not each.caught_by(each.patch.rule)] == []


def test_no_good_text_is_reported(corpus: tuple[list[Judged], list[Judged]]):
    _, good = corpus
    assert [(str(each.patch), [f.rule.id for f in each.findings]) for each in good if each.findings] == []


def test_the_corpus_is_large_and_apart_from_the_examples_of_rules():
    _, weak, good = read_corpus()
    assert min(len(weak), len(good)) >= 200
    examples = " ".join(example.text for check in find_checks() for example in check.rule.examples)
    assert [text for text in _sentences(weak) if text in re.sub(r"\s+", " ", examples)] == []


def _sentences(patches: list[object]) -> set[str]:
    values = (value for patch in patches for value in patch.changes.values())
    return {value for value in values if isinstance(value, str) and value.count(" ") >= 4}
