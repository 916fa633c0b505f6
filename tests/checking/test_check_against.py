"""The part of a run that a change concerns, in memory."""

from typing import Any

import pytest
from small import QUALITY, READING, TODAY, catalog, check_of, finds, rule, spec

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.nodes import DeletedSpec
from microcredentials.checking.against_base import Base, check_against, with_base
from microcredentials.checking.options import Options
from microcredentials.checking.report import Report
from microcredentials.reading.problem import Problem, Related

UID = "uid: 0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f1{}\n"
SPECS = {f"credentials/{name}.md": spec(UID.format(i)) for i, name in enumerate(("one", "two", "three"))}
EVERYWHERE = check_of(rule("CO-01"), finds(Problem(("title",), "Found.", "Fix it.")))


def changed(name: str, more: str, files: dict[str, str] = SPECS) -> dict[str, str]:
    """Return *files* with further fields in the spec *name*."""
    path = f"credentials/{name}.md"
    return {**files, path: files[path].replace("---\n", f"---\n{more}", 1)}


def report(before: dict[str, str], after: dict[str, str], check: Any = EVERYWHERE) -> Report:
    """Return the report on the change from *before* to *after*."""
    base = Base(catalog(before), "the main branch")
    return check_against(base, catalog(after), [check, *READING], Options(TODAY), {}).report


def concerned(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the names of the specs on which there are findings, which the whole catalog has."""
    return sorted(finding.spec for finding in report(before, after).findings if finding.rule.id == "CO-01")


def test_a_changed_spec_alone_is_concerned():
    found = report(SPECS, changed("one", "level: leading\n"))
    assert [(each.spec, each.new) for each in found.findings] == [("one", False)]
    assert found.checked == 1
    assert found.notes == ("Compared with the main branch: 1 of 3 specs affected.",)
    assert found.changed == {"content/credentials/one.md"}
    assert {change.spec for change in found.changes} == {"one"}
    assert [card.path for card in found.scorecards] == ["content/credentials/one.md"]


def test_without_a_change_nothing_is_concerned():
    found = report(SPECS, SPECS)
    assert (found.findings, found.checked, found.changes, found.changed) == ((), 0, (), frozenset())


@pytest.mark.parametrize(
    "tie",
    [
        "prerequisites: [one]\n",
        "replaces: [one]\n",
        "replaced_by: one\n",
        "stacks: [{stack: one, role: required, order: 1}]\n",
    ],
)
def test_what_names_a_changed_spec_or_is_named_by_it_is_concerned(tie: str):
    tied = changed("two", tie)
    assert concerned(tied, changed("one", "level: leading\n", tied)) == ["one", "two"]
    assert concerned(tied, changed("two", "level: leading\n", tied)) == ["one", "two"]
    assert concerned(tied, changed("three", "level: leading\n", tied)) == ["three"]


def test_a_finding_is_concerned_through_a_related_place():
    related = (Related("here", ("title",), path="one"),)
    check = check_of(rule("CO-01"), finds(Problem(("title",), "Found.", "Fix it.", related=related)))
    found = report(SPECS, changed("one", "level: leading\n"), check)
    assert sorted(each.spec for each in found.findings) == ["one", "three", "two"]


def test_a_finding_on_a_program_file_is_concerned_if_that_file_changed():
    quality = {**SPECS, QUALITY: "severities: {XX-01: {draft: warning}}\n"}
    other = {**SPECS, QUALITY: "severities: {XX-02: {draft: warning}}\n"}
    assert [each.spec for each in report(quality, changed("one", "level: leading\n", quality)).findings] == ["one"]
    found = report(quality, other).findings
    assert [each.place.path for each in found if not each.spec] == [f"content/{QUALITY}"]


def test_new_findings_count_only_beyond_those_of_before():
    message = "There are {} of them."
    before = check_of(rule("CO-01"), finds(Problem(("title",), message.format(2), "Fix it.")))
    assert [each.new for each in report(SPECS, changed("one", "level: leading\n"), before).findings] == [False]
    found = report({}, SPECS, before)
    assert [each.new for each in found.findings] == [True, True, True]


def test_a_deleted_spec_has_an_empty_entry_with_its_last_content():
    base, head = catalog(SPECS), catalog({path: text for path, text in SPECS.items() if "one" not in path})
    judged: Catalog = with_base(head, base)
    assert judged.base is base
    assert judged.entries == head.entries
    *others, gone = judged.other_entries
    assert tuple(others) == head.other_entries
    assert isinstance(gone.node, DeletedSpec)
    assert gone.node.spec == base.by_slug["one"].spec
    assert (gone.source.path.name, gone.source.text.value, gone.source.yaml) == ("one.md", "", None)
