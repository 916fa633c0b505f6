"""“check --as published”: the steps that are left, as a list that a writer can follow until it is empty."""

import re

import pytest
from project import Project

from microcredentials.model.sections import BODY_TEXT, CREDENTIAL_LAYERS, TOP_OF_PAGE, sections_of

WAIT, DRAFT = "wait-time", "idea"
STEP = re.compile(
    r"(?m)^ *(\d+)\. (.*)\n(?: {6}\S.*\n)*? {6}(.*), (\S+):(\d+):(\d+)  \((error|warning|info) ([A-Z]{2}-\d\d)\)$"
)
DAY = ("--today", "2026-09-15")
IDEA = "---\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n"


@pytest.fixture
def small(small: Project) -> Project:
    """The small catalog with a draft."""
    small.path(DRAFT).write_text(IDEA, "utf-8")
    return small


def todo(project: Project, slug: str) -> str:
    return project.run("check", "--as", "published", *DAY, f"content/credentials/{slug}.md").stdout


def blocks(text: str) -> dict[str, str]:
    """Return the fields of a spec by name, each as it is written, and its text under ``body``."""
    _, fields, body = re.split(r"(?m)^---\n", text, maxsplit=2)
    found = re.split(r"(?m)^(?=[a-z_]+:)", fields)
    return {**{block.partition(":")[0]: block for block in found if block}, "body": body}


def joined(parts: dict[str, str]) -> str:
    return f"---\n{''.join(block for name, block in parts.items() if name != 'body')}---\n{parts['body']}"


def test_the_list_begins_with_three_steps_and_continues_in_the_order_of_the_page(project: Project):
    out = todo(project, "regrouping-from-current-student-work")
    assert re.search(r"\n\d+ steps to publication\. \d+ of \d+ clauses met; \d+ for people to judge\.\n", out)
    headings = re.findall(r"(?m)^\n(\S.*)\n\n {2,3}\d+\.", out)
    titles = [title for _, title in sections_of(CREDENTIAL_LAYERS)]
    record = titles.index("People and reviews")
    order = ["Next", TOP_OF_PAGE, *titles[:record], BODY_TEXT, *titles[record:]]
    assert headings[0] == "Next"
    assert len(headings) > 3
    assert headings == [each for each in order if each in headings]
    steps = STEP.findall(out)
    assert [int(step[0]) for step in steps] == list(range(1, len(steps) + 1))
    assert out.index("\n   4. ") > out.index(f"\n{headings[1]}\n") > out.index("\n   3. ")


def test_every_finding_is_one_step(small: Project):
    path = f"content/credentials/{DRAFT}.md"
    findings = small.findings("--as", "published", *DAY, path)
    steps = [
        (message, label, int(line), rule) for _, message, label, _, line, _, _, rule in STEP.findall(todo(small, DRAFT))
    ]
    assert sorted(steps) == sorted((f["message"], f["label"], f["span"]["start"]["line"], f["rule"]) for f in findings)


def test_doing_the_steps_in_order_leaves_no_findings(small: Project):
    whole = blocks(small.path(WAIT).read_text("utf-8"))
    spoiled = dict(whole) | {
        "title": "title: Wait\n", "cost": "", "competency": "competency: The educator understands wait time.\n",
        "key_method": "key_method: TODO\n", "research": "", "resources": "", "pilot": "", "reviews": "",
        "attestations": "", "currency": "", "alignment": "alignment:\n  - {framework: intasc, code: \"99\"}\n",
        "rubric": re.sub(r"(?m)^  passing_level: .*\n", "", whole["rubric"]),
        "body": whole["body"].replace("## Supporting rationale", "### Supporting rationale"),
    }  # fmt: skip
    names, left = {name.replace("_", " "): name for name in whole}, []
    for _ in range(40):
        small.path(WAIT).write_text(joined(spoiled), "utf-8")
        steps = STEP.findall(todo(small, WAIT))
        left.append(len(steps))
        if not steps:
            break
        label = steps[0][2].split(" › ")[0].lower()
        field = "body" if label == "the file" else names.get(label) or names[re.sub(r" \d+$", "", label)]
        assert spoiled[field] != whole[field], steps[0]
        spoiled[field] = whole[field]
    assert left[0] > 12
    assert left[-1] == 0
    assert left == sorted(left, reverse=True)
    out = todo(small, WAIT)
    assert "Nothing is left to do." in out
    assert small.run("check", "--as", "published", *DAY).exit_code == 1  # the draft


def test_without_findings_the_list_says_which_status_to_write(small: Project):
    small.edit(WAIT, "status: published", "status: pilot")
    assert "Write “status: published” once the decision is made." in todo(small, WAIT)


def test_an_unreadable_file_is_the_first_step(small: Project):
    small.edit(DRAFT, "title: An", "titel: An")
    out = todo(small, DRAFT)
    assert "The file must be readable before it can be checked; more steps may follow." in out
    assert {step[7][:2] for step in STEP.findall(out)} == {"SC"}


@pytest.mark.parametrize("status", [(), ("--as", "draft"), ("--as", "pilot")])
def test_without_as_published_there_is_no_list_of_steps(small: Project, status: tuple[str, ...]):
    out = small.run("check", *status, *DAY, f"content/credentials/{DRAFT}.md").stdout
    assert "steps to publication" not in out
    assert out.count("   --> ") >= len(small.findings(*status, *DAY, f"content/credentials/{DRAFT}.md"))


@pytest.mark.parametrize(("status", "advice"), [("draft", "Write it, or delete the line."), ("published", "Write it.")])
def test_advice_does_not_say_to_delete_fields_that_publication_needs(small: Project, status: str, advice: str):
    path = small.path(WAIT)
    path.write_text(joined(blocks(path.read_text("utf-8")) | {"key_method": "key_method: TODO\n"}), "utf-8")
    findings = small.findings("--as", status, *DAY, f"content/credentials/{WAIT}.md")
    assert [each["advice"] for each in findings if each["rule"] == "LA-04"] == [advice]
