"""Print how well each rule tells weak specs from good ones.

For each rule: how many weaknesses of the corpus it catches at the right field, and how often it reports a good text of
the corpus or a published spec of the demonstration. A finding on a published spec may be right; read it before you call
it a false alarm.
"""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from weaknesses import Judged, judge_corpus

from microcredentials.catalog.loading import load
from microcredentials.checking.options import Options
from microcredentials.checking.run import check_catalog
from microcredentials.rules.registry import find_checks


def main(today: date) -> None:
    """Judge the corpus and the demonstration in ``content`` as of *today*, and print a line for each rule."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        weak, good = judge_corpus(Path(folder) / "content")
    tried = Counter(each.patch.rule for each in weak)
    caught = Counter(each.patch.rule for each in weak if each.caught_by(each.patch.rule))
    wrong = Counter(finding.rule.id for each in good for finding in each.findings)
    published = _findings_on_published(today)
    print(f"\n{'rule':<8}{'caught':>12}{'on good texts':>16}{'on published specs':>21}")
    for rule in sorted(tried | wrong | published):
        share = f"{caught[rule]} of {tried[rule]}" if tried[rule] else "–"
        print(f"{rule:<8}{share:>12}{wrong[rule]:>16}{published[rule]:>21}")
    _print_totals(weak, good, caught.total())


def _print_totals(weak: list[Judged], good: list[Judged], caught: int) -> None:
    noticed, silent = sum(each.is_noticed for each in weak), sum(not each.findings for each in good)
    print(f"\nWeaknesses reported by their rule: {caught} of {len(weak)}; by any rule at their field: {noticed}")
    print(f"Good texts without a finding: {silent} of {len(good)}")


def _findings_on_published(today: date) -> Counter[str]:
    content = Path("content")
    catalog = load(content, content)
    published = {catalog.path(each.source) for each in catalog.entries if each.node and each.node.status == "published"}
    report = check_catalog(catalog, find_checks(), Options(today))
    return Counter(
        finding.rule.id for finding in report.findings
        if finding.place.path in published and finding.status != "waived"
    )  # fmt: skip
