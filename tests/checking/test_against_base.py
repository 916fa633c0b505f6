"""A check of a change reports the findings that concern it, and marks those that it causes as new."""

from repository import FRESH, OTHER, PAGE, QUESTIONS, STACK, WAIT, Repository

VAGUE = "In the recording, answers are judged at once"
HOME = "program/program.yml"
WAIVER = (
    "waivers:\n  - {rule: RU-04, reason: A test., approved_by: {role: state-officer, organization: Sample Office},"
    " date: 2026-01-01, expires: 2027-01-01}\n"
)


def test_a_swapped_violation_is_new(repository: Repository):
    repository.change(PAGE, VAGUE, "In the recording, answers are judged in an appropriate way")
    repository.commit()
    [old] = [f for f in repository.since(f"content/{PAGE}") if f["rule"] == "RU-04"] or [None]
    assert old is None  # nothing changed, so nothing concerns the change
    repository.change(PAGE, "in an appropriate way", "in an adequate way")
    [found] = [f for f in repository.since() if f["rule"] == "RU-04"]
    assert (found["new"], "adequate" in found["message"]) == (True, True)


def test_what_was_there_before_is_not_new(repository: Repository):
    repository.change(PAGE, VAGUE, "In the recording, answers are judged in an appropriate way")
    repository.commit()
    repository.change(PAGE, "tags: [wait time]", "# moved down by a line\ntags: [wait time, silence]")
    [found] = repository.since()
    assert (found["rule"], found["new"]) == ("RU-04", False)
    said = repository.run("check", "--since", "HEAD", "--today", "2026-09-15").stdout
    assert "(new)" not in said


def test_a_second_one_of_the_same_kind_is_new(repository: Repository):
    repository.change(PAGE, VAGUE, "In the recording, answers are judged in an appropriate way")
    repository.commit()
    repository.change(PAGE, "in an appropriate way", "in an appropriate way and an appropriate time")
    assert sorted(f["new"] for f in repository.since() if f["rule"] == "RU-04") == [False, True]
    said = repository.run("check", "--since", "HEAD", "--today", "2026-09-15").stdout
    assert said.count("(new)") == len([f for f in repository.since() if f["new"]])


def test_a_waiver_taken_away_brings_its_finding_back_as_new(repository: Repository):
    repository.change(PAGE, VAGUE, "In the recording, answers are judged in an appropriate way")
    repository.change(PAGE, "changelog:\n", f"{WAIVER}changelog:\n")
    repository.commit()
    repository.change(PAGE, WAIVER, "")
    [found] = [f for f in repository.since() if f["rule"] == "RU-04"]
    assert (found["status"], found["new"]) == ("open", True)
    assert ("waiver-removed", WAIT) in repository.kinds()


def test_line_endings_alone_are_no_change(repository: Repository):
    for path in (PAGE, OTHER):
        repository.content(path).write_bytes(repository.content(path).read_bytes().replace(b"\n", b"\r\n"))
    result = repository.run("check", "--since", "HEAD", "--today", "2026-09-15")
    assert "0 of 3 specs affected" in result.stdout


def test_an_empty_revision_is_no_revision(repository: Repository):
    result = repository.run("check", "--since", "")
    assert result.exit_code == 2
    assert "There is no revision “”" in result.output


def test_a_waiver_that_comes_with_the_change_is_counted(repository: Repository):
    repository.change(PAGE, VAGUE, "In the recording, answers are judged in an appropriate way")
    repository.change(PAGE, "changelog:\n", f"{WAIVER}changelog:\n")
    summary = repository.run("check", "--since", "HEAD", "--format", "markdown", "--today", "2026-09-15").stdout
    assert "1 finding waived, 1 of them new in this change." in summary


def faults_everywhere(repository: Repository) -> None:
    """Give every spec and the home page an old finding."""
    for path in (PAGE, OTHER, f"stacks/{STACK}.md"):
        repository.change(path, "tags: [", "tags: [TODO, ")
    repository.commit()


def concerned(repository: Repository) -> set[str]:
    return {f["spec"] for f in repository.since()}


def test_an_unconcerned_spec_is_left_alone(repository: Repository):
    faults_everywhere(repository)
    assert repository.since() == []
    text = f"---\nuid: {FRESH}\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n"
    repository.content("credentials/idea.md").write_text(text, "utf-8")
    assert concerned(repository) == {"idea"}
    assert {f["new"] for f in repository.since()} == {True}


def test_specs_are_concerned_through_stacks_and_prerequisites(repository: Repository):
    faults_everywhere(repository)
    repository.change(PAGE, "cost: {amount: 0", "cost: {amount: 5")
    assert concerned(repository) == {WAIT, QUESTIONS, STACK}  # it comes before the one, and stands in the other
    repository.git("checkout", "--quiet", ".")
    repository.change(f"stacks/{STACK}.md", "validity: none", "validity: P5Y")
    assert concerned(repository) == {WAIT, QUESTIONS, STACK}


def test_specs_are_concerned_through_program_files(repository: Repository):
    faults_everywhere(repository)
    repository.change(HOME, "turnaround_business_days: 20", "turnaround_business_days: 25")
    found = repository.since()
    assert {f["spec"] for f in found if f["spec"]} == {WAIT, QUESTIONS}  # stacks are not scored
    assert {f["new"] for f in found} == {False}
    [change] = repository.changes()
    assert (change["kind"], change["before"], change["after"]) == ("policy-changed", "20", "25")
    assert set(change["reaches"]) == {WAIT, QUESTIONS}


def test_a_policy_that_breaks_a_rule_is_found_in_every_spec(repository: Repository):
    repository.change(HOME, "turnaround_business_days: 20", "turnaround_business_days: 90")
    found = [f for f in repository.since() if f["rule"] == "AS-04"]
    assert {(f["spec"], f["new"], f["path"]) for f in found} == {
        (spec, True, f"content/{HOME}") for spec in (WAIT, QUESTIONS)
    }


def test_a_spec_with_a_policy_of_its_own_is_not_reached(repository: Repository):
    repository.change(PAGE, "assessment:\n", "assessment:\n  turnaround_business_days: 10\n")
    repository.commit()
    repository.change(HOME, "turnaround_business_days: 20", "turnaround_business_days: 25")
    [change] = repository.changes()
    assert change["reaches"] == [QUESTIONS]


def test_a_work_of_the_bibliography_reaches_those_who_cite_it(repository: Repository):
    faults_everywhere(repository)
    repository.change("program/references/assessment.yml", "id: Rowe1986", "id: Rowe1986\n  note: Looked up again.")
    assert concerned(repository) == {WAIT, QUESTIONS}
    repository.git("checkout", "--quiet", ".")
    repository.change("program/references/assessment.yml", "id: Wisniewski2020", "id: Wisniewski2021")
    assert {f["spec"] for f in repository.since() if f["new"] and "/research/" in f["field"]} == {WAIT, QUESTIONS}


def test_a_stricter_rule_shows_what_it_finds_everywhere(repository: Repository):
    quality = repository.content("program/quality.yml")
    quality.write_text("settings:\n  ID-03: {summary_max_chars: 70}\n", "utf-8")
    found = [f for f in repository.since() if f["rule"] == "ID-03"]
    assert {f["spec"] for f in found} == {WAIT, QUESTIONS, STACK}
    assert all(f["new"] for f in found)


def test_the_exit_code_looks_at_what_the_change_concerns(repository: Repository):
    repository.change(PAGE, "level: foundational", "level: fundational")
    assert repository.run("check").exit_code == 1
    assert repository.run("check", "--since", "HEAD").exit_code == 1
    repository.commit()
    assert repository.run("check", "--since", "HEAD").exit_code == 0


def test_only_the_branch_is_judged_and_not_what_main_has_gained_since(repository: Repository):
    repository.git("branch", "proposal")
    repository.content("credentials/extra.md").write_text(
        f"---\nuid: {FRESH}\ntitle: Extra\nstatus: published\ncompetency: The educator thinks.\n---\n", "utf-8"
    )
    repository.commit("main goes on")
    repository.git("checkout", "--quiet", "proposal")
    repository.change(PAGE, "tags: [wait time]", "tags: [silence]")
    repository.commit("the proposal")
    assert repository.since(revision="main") == []  # what main has gained is not deleted by the branch
    assert repository.kinds("main") == repository.kinds("main", "proposal") == [("facets-changed", WAIT)]
    assert repository.kinds("proposal", "main") == [("added", "extra")]


def test_without_since_nothing_is_called_new(repository: Repository):
    repository.change(PAGE, VAGUE, "In the recording, answers are judged in an appropriate way")
    assert all("new" not in finding for finding in repository.findings())
    assert "(new)" not in repository.run("check").stdout


def test_a_broken_file_is_found_and_hides_nothing(repository: Repository):
    repository.change(PAGE, "status: published", "status: [")
    repository.change(OTHER, "The educator teaches", "The educator trains")
    rules = {(f["spec"], f["rule"][:2]) for f in repository.since()}
    assert (WAIT, "FM") in rules
    assert (QUESTIONS, "LC") in rules
    assert ("unreadable", WAIT) in repository.kinds()
