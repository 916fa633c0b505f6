"""A catalog as one value: members, kept versions, duplicates, days, and the file that states a value."""

from datetime import date

from memory import catalog, credential, stack

from microcredentials.reading.problem import Problem, Related
from microcredentials.reading.text import Span

PROGRAM = """
name: Program
state: {name: Ohio, code: OH}
language: en-US
license: CC-BY-4.0
issuer: office
issuers: [{id: office, uid: 0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10, name: Office, url: "https://o.example.gov/",
  contact: a@o.example.gov, description: An office.}]
submission: {contact: a@o.example.gov}
"""


def membership(order: int, role: str = "required") -> str:
    return f"stacks: [{{stack: talk, role: {role}, order: {order}}}]\n"


def test_members_follow_the_order_of_their_stack_and_then_their_titles():
    found = catalog(
        {
            "credentials/a.md": credential("Last", membership(2)),
            "credentials/b.md": credential("Second", membership(1)),
            "credentials/c.md": credential("First", membership(1)),
            "credentials/d.md": credential("Not a member"),
            "stacks/talk.md": stack(),
        }
    )
    assert [each.slug for each in found.members("talk")] == ["c", "b", "a"]
    assert found.members("unknown") == ()


def test_only_published_members_and_pilots_can_be_earned():
    texts = {
        f"credentials/{status}.md": credential(status, membership(n), status)
        for n, status in enumerate(("published", "retired", "pilot", "draft"))
    }
    found = catalog({**texts, "stacks/talk.md": stack()})
    assert [each.slug for each in found.earnable_members("talk")] == ["published", "pilot"]
    assert len(found.members("talk")) == 4


def test_specs_are_sorted_by_title_without_regard_to_capitals():
    titles = ("beta", "Alpha", "Gamma")
    found = catalog({f"credentials/{n}.md": credential(title) for n, title in enumerate(titles)})
    assert [each.spec.title for each in found.credentials] == ["Alpha", "beta", "Gamma"]
    assert found.stacks == ()


def test_a_credential_that_cannot_be_read_may_be_a_member_of_any_stack():
    readable = {"credentials/a.md": credential(), "stacks/broken.md": "---\ntitle: X\n---\n"}
    assert catalog(readable).all_credentials_readable
    broken = catalog({**readable, "credentials/b.md": "---\ntitle: X\n---\n"})
    assert not broken.all_credentials_readable
    assert [each.slug for each in broken.credentials] == ["a"]
    assert set(broken.by_slug) == {"a", "b", "broken"}


def test_kept_versions_are_found_under_former_names_and_sorted_by_number():
    paths = ("now/1.9.0", "now/1.10.0", "once/1.0.0", "other/1.0.0")
    versions = {f"versions/{path}.md": credential() for path in paths}
    found = catalog({"credentials/now.md": credential(more="aliases: [once]\nversion: 1.10.0\n"), **versions})
    entry = found.entries[0]
    assert [each.slug for each in found.kept_versions(entry)] == ["1.10.0", "1.9.0", "1.0.0"]
    assert [each.slug for each in found.superseded_versions(entry)] == ["1.9.0", "1.0.0"]


def test_a_version_of_a_different_kind_or_of_a_broken_spec_is_not_superseded():
    texts = {"versions/now/1.0.0.md": stack(), "credentials/now.md": credential(more="version: 2.0.0\n")}
    found = catalog(texts)
    assert len(found.kept_versions(found.entries[0])) == 1
    assert list(found.superseded_versions(found.entries[0])) == []
    broken = catalog({**texts, "credentials/now.md": "---\ntitle: X\n---\n"})
    assert list(broken.superseded_versions(broken.entries[0])) == []


def test_the_newest_day_is_the_latest_past_day_of_any_record():
    assert catalog({"credentials/a.md": credential()}).newest_day == date(2000, 1, 1)
    dates = "dates: {created: 2026-01-02, last_reviewed: 2026-01-05, next_review: 2030-01-01}\n"
    assert catalog({"credentials/a.md": credential(more=dates)}).newest_day == date(2026, 1, 5)
    history = 'changelog: [{version: "1.0.0", date: 2026-03-01, change: New.}]\n'
    texts = {"credentials/a.md": credential(more=dates), "credentials/b.md": credential(more=history)}
    assert catalog(texts).newest_day == date(2026, 3, 1)


def test_an_inherited_value_is_located_in_program_yml():
    found = catalog(
        {
            "program/program.yml": PROGRAM + "supports: {coaching: offered}\nassessment: {feedback: overall}\n",
            "credentials/a.md": credential(more="assessment: {feedback: per-criterion}\n"),
        }
    )
    (entry,) = found.entries
    assert entry.spec.supports.coaching == "offered"
    assert entry.source_of(("supports", "coaching")).path.name == "program.yml"
    assert entry.source_of(("assessment", "feedback")) is entry.source
    assert entry.source_of(("title",)) is entry.source
    assert entry.source_of(("name",)) is entry.source, "only the inherited fields come from program.yml"
    assert entry.source_of(("supports", "unknown")) is entry.source


def located(problem: Problem, more: str = "") -> str:
    (entry,) = catalog({"credentials/a.md": credential("Wait time", more)}).entries
    source, span = entry.locate(problem)
    return source.text.value[span.start : span.end]


def test_a_problem_is_located_at_its_span_its_words_its_name_or_its_value():
    assert located(Problem(("title",), "x")) == "Wait time"
    assert located(Problem(("title",), "x", words=(5, 9))) == "time"
    assert located(Problem(("title",), "x", on_name=True)) == "title"
    assert located(Problem(("title",), "x", span=Span(0, 3))) == "---"


def test_pointers_count_the_items_of_the_file_where_unwritten_ones_were_left_out():
    more = "stacks: [{stack: TODO, role: required}, {stack: talk, role: required}]\n"
    (entry,) = catalog({"credentials/a.md": credential(more=more)}).entries
    assert [each.stack for each in entry.spec.stacks] == ["talk"]
    at = ("stacks", 0, "stack")
    found = entry.with_file_pointers(Problem(at, "x", related=(Related("here", at), Related("there", at, path="b"))))
    assert found.at == ("stacks", 1, "stack")
    assert [each.at for each in found.related] == [("stacks", 1, "stack"), at]


def test_a_section_is_the_markdown_under_its_heading():
    body = "## About this micro-credential\n\nOne.\n\n### More\n\nTwo.\n\n## Key method in practice\n\nThree.\n"
    (entry,) = catalog({"credentials/a.md": f"{credential()}\n{body}"}).entries
    assert entry.section("About this micro-credential") == "One.\n\n### More\n\nTwo."
    assert entry.section("Key method in practice") == "Three."
    assert entry.section("Notes for assessors") == ""


def test_paths_and_places_are_given_from_the_working_directory():
    found = catalog({"credentials/a.md": credential("Wait")})
    source = found.entries[0].source
    assert found.path(source) == "content/credentials/a.md"
    place = found.place(source, source.span(("title",)))
    assert place.path == "content/credentials/a.md"
    assert (place.start.line, place.start.column, place.end.column) == (2, 8, 12)


def test_every_file_has_an_entry_and_the_specs_come_last():
    guide = "---\ntitle: A\ndescription: B\n---\n"
    found = catalog({"guides/a.md": guide, "credentials/a.md": credential(), "x.txt": ""})
    paths = [each.source.path.as_posix() for each in found.all_entries]
    assert paths[-1] == "credentials/a.md"
    assert {"guides/a.md", "x.txt", "program/program.yml", "program/vocabulary.yml"} < set(paths)
    assert [guide.title for guide in found.guides] == ["A"]


def test_the_folder_of_a_file_is_its_first_one():
    found = catalog({"index.md": "---\ntitle: A\ndescription: B\n---\n", "credentials/a.md": credential()})
    folders = {each.source.path.name: each.folder for each in found.all_entries}
    assert (folders["index.md"], folders["a.md"], folders["program.yml"]) == ("", "credentials", "program")
