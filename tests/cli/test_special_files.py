"""Each kind of file that a command reads, in each form that is not a plain text: one clear error, and never a wait."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from project import Project, copy_small_project
from repository import WAIT, Repository

from microcredentials.catalog.loading import load
from microcredentials.checking.cache import _files

SECRET = "words from outside"  # this file is outside of every project
SECONDS = 10  # a command that waits for a pipe waits for ever


def device(path: Path) -> None:
    """Make an endless device, or a socket if only the superuser may do that."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        os.mknod(path, stat.S_IFSOCK | 0o600)


def large(path: Path) -> None:
    path.touch()
    os.truncate(path, 21_000_000)


FORMS: dict[str, Callable[[Path], None]] = {
    "link": lambda path: path.symlink_to(__file__),
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "device": device,
    "not UTF-8": lambda path: path.write_bytes(b"title: Caf\xe9\n") and None,
    "too large": large,
}
WORDS = {
    "link": "is a link", "dangling link": "is a link", "not UTF-8": "UTF-8", "too large": "larger than",
    **dict.fromkeys(("pipe", "folder", "device"), "is a folder, a pipe or a device"),
}  # fmt: skip
"""What an error says of each form."""


def put(form: str, path: Path) -> None:
    """Replace the file at *path* with a special file of this *form*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    path.unlink(missing_ok=True)
    FORMS[form](path)


@contextmanager
def time_limit() -> Iterator[None]:
    """Let the block fail if it takes longer than ``SECONDS``."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def refusal(project: Project, *arguments: str, code: int = 2) -> str:
    """Run a command that has to end with *code*, and return its output on one line."""
    with time_limit():
        result = project.run(*arguments)
    output = " ".join(result.output.split())
    assert (result.exit_code, type(result.exception)) == (code, SystemExit), output
    assert SECRET not in output
    return output


CONTENT = (
    "credentials/wait-time.md", "credentials/_template.md", "stacks/classroom-talk.md", "versions/wait-time/1.0.0.md",
    "about/privacy.md", "program/program.yml", "program/vocabulary.yml", "program/quality.yml",
    "program/frameworks/intasc.yml", "program/standards/own.yml", "program/references/assessment.yml",
)  # fmt: skip
RULES = {"link": "FM-05", "dangling link": "FM-05", "pipe": "FM-05", "device": "FM-05", "not UTF-8": "FM-03",
         "too large": "FM-04"}  # fmt: skip


@pytest.mark.parametrize("form", RULES)
def test_special_files_in_the_content_are_findings(form: str, small: Project):
    for path in CONTENT:
        put(form, small.root / "content" / path)
    with time_limit():
        catalog = load(small.root / "content")
    found = {str(entry.source.path): entry for entry in catalog.all_entries if entry.node is None}
    for path in CONTENT:
        [problem] = {each.rule: each for each in found[path].problems}.values()
        assert problem.rule == RULES[form], path
        assert problem.advice
        assert SECRET not in found[path].source.text.value
    assert refusal(small, "check", code=1).count(RULES[form]) >= len(CONTENT)
    assert RULES[form] in refusal(small, "build", "--to", "out", code=1)


def test_a_folder_with_the_name_of_a_file_is_harmless(small: Project):
    """It is published nowhere, and a file in it is a finding; of a required file, the check says that it is missing."""
    put("folder", small.root / "content/credentials/another.md")
    put("folder", small.root / "content/about/other.md")
    assert small.findings() == []
    assert small.run("build", "--to", "out").exit_code == 0
    assert not (small.root / "out/about/other.md").exists()
    (small.root / "content/credentials/another.md/deep.md").write_text("x")
    [found] = small.findings()
    assert (found["rule"], found["path"]) == ("FM-20", "content/credentials/another.md/deep.md")
    put("folder", small.root / "content/program/program.yml")
    assert "SC-08" in {each["rule"] for each in small.findings()}


def test_the_configuration(small: Project):
    for form in FORMS:
        put(form, small.root / "mkdocs.yml")
        output = refusal(small, "check")
        assert "mkdocs.yml cannot be read" in output
        assert WORDS[form] in output


def test_the_record_of_links(small: Project):
    for form in FORMS:
        put(form, small.root / "links.json")
        output = refusal(small, "links", "--at-most", "0")
        assert "links.json" in output
        assert WORDS[form] in output
        assert "Delete it" in output


def test_a_record_of_links_named_by_the_operator(small: Project):
    """What a link leads to is read, because the operator chose it, but it has to be a record."""
    for form in set(FORMS) - {"dangling link"}:
        put(form, small.root / "named.json")
        output = refusal(small, "links", "--at-most", "0", "--record", "named.json")
        assert "named.json" in output
        assert form in ("link", "folder") or WORDS[form] in output


@pytest.mark.parametrize("kind", ["csv", "open-badges", "case", "case --framework new"])
def test_a_file_to_import(kind: str, small: Project):
    before = sorted(small.root.glob("content/**/*"))
    name, *options = kind.split()
    for form in FORMS:
        put(form, small.root / "given")
        assert "given" in refusal(small, "import", name, "given", *options)
    assert sorted(small.root.glob("content/**/*")) == before


ANSWERS = (
    "init", "--state", "New Mexico", "--code", "NM", "--agency", "Public Education", "--website", "https://a.example.gov/",
    "--contact", "a@a.example.gov", "--site-url", "https://c.example.gov", "--repository", "https://git.example.gov/a/b",
)  # fmt: skip


@pytest.mark.parametrize("path", ["README.md", "overrides/assets/stylesheets/tokens.css", ".github/workflows/x.yml"])
def test_a_file_that_init_rewrites(path: str, small: Project):
    before = (small.root / "mkdocs.yml").read_text("utf-8")
    for form in set(FORMS) - {"folder", "dangling link"}:  # of these two, init makes nothing
        put(form, small.root / path)
        output = refusal(small, *ANSWERS)
        assert Path(path).name in output
        assert WORDS[form] in output
    (small.root / path).unlink()
    (small.root / ".github").mkdir(exist_ok=True)
    (small.root / ".github/broken.yml").write_text("a: [b", "utf-8")
    assert ".github/broken.yml has a syntax error" in refusal(small, *ANSWERS)
    assert (small.root / "mkdocs.yml").read_text("utf-8") == before


def test_a_logo_named_by_the_operator(small: Project):
    for form in FORMS:
        put(form, small.root / "logo.svg")
        output = refusal(small, *ANSWERS, "--logo", "logo.svg")
        assert "logo.svg" in output
        assert form not in ("pipe", "device", "not UTF-8", "too large") or WORDS[form] in output


def test_a_version_that_is_already_kept(repository: Repository):
    for form in FORMS:
        put(form, repository.content(f"versions/{WAIT}/1.1.0.md"))
        output = refusal(repository, "release", WAIT)
        assert "1.1.0.md" in output
        assert ("different text" if form == "not UTF-8" else WORDS[form]) in output


@pytest.mark.parametrize("path", ["overrides/assets/images/favicon.svg", "overrides/home.html", "overrides/.hidden"])
def test_a_logo_a_picture_or_a_template_of_the_state(path: str, small: Project):
    for form in ("link", "dangling link", "pipe", "device"):
        put(form, small.root / path)
        assert path in refusal(small, "build", "--to", "out", code=1)
    assert not (small.root / "out").exists()


def test_a_remembered_result_is_made_again(small: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MICROCREDENTIALS_CACHE", str(small.root / "cache"))
    monkeypatch.setattr(_files, "_MOST", 20_000_000)
    small.edit("wait-time", "title: ", "titel: ")
    first = small.run("check")
    kept = sorted((small.root / "cache").iterdir())
    assert len(kept) == 2
    for form in FORMS:
        for path in kept:
            put(form, path)
        with time_limit():
            again = small.run("check")
        assert (again.output, again.exit_code) == (first.output, first.exit_code)
    assert "SC-01" in first.output


MODES = {"link": "120000", "a repository": "160000"}


@pytest.mark.parametrize("form", ["link", "a repository", "not UTF-8", "too large"])
def test_a_file_at_an_earlier_revision(form: str, repository: Repository, tmp_path: Path):
    """The base of a comparison may be anything; what cannot be read in it is a spec that was not there."""
    commit = repository.git("rev-parse", "HEAD")
    (tmp_path / "blob").write_bytes({"not UTF-8": b"\xff", "too large": bytes(1_100_000)}.get(form, b"/etc/hostname"))
    blob = repository.git("hash-object", "-w", str(tmp_path / "blob"))
    for path in ("credentials/wait-time.md", "program/frameworks/intasc.yml"):
        mode = MODES.get(form, "100644")
        object_ = commit if form == "a repository" else blob
        repository.git("update-index", "--cacheinfo", f"{mode},{object_},content/{path}")
    repository.git("commit", "--quiet", "--message", "an odd base")
    odd = repository.git("rev-parse", "HEAD")
    with time_limit():
        result = repository.run("diff", odd)
        assert result.exit_code == 0, result.output
        since = repository.run("check", "--since", odd, "--today", "2026-09-15")
    assert (since.exit_code, since.exception) == (0, None), since.output
    assert "wait-time" in result.output


def test_a_spec_may_be_called_404_and_the_error_page_stays(small: Project):
    path = small.root / "content/credentials/404.md"
    small.path("wait-time").rename(path)
    small.edit("student-questions", "prerequisites: [wait-time]", 'prerequisites: ["404"]')
    assert small.findings() == []
    built = small.run("build")
    assert built.exit_code == 0, built.output
    assert "Questions and wait time" in (small.root / "site/credentials/404/index.html").read_text("utf-8")
    assert "Questions and wait time" not in (small.root / "site/404.html").read_text("utf-8")


COMMANDS = (
    ("check", "--output", "html=a b.html"), ("check", "content/credentials/wait-time.md"), ("build", "--to", "o ü"),
    ("new", "stack", "--title", "A stack", "--outcome", "The educator waits."), ("release", "wait-time"),
)  # fmt: skip


def test_a_project_may_be_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = copy_small_project(tmp_path / 'it\'s "odd" 100 %41 “ü” 日本 #a &b; $HOME [c] {d} *')
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", "/nowhere")
    made, before = Project(root), os.umask(0o077)
    try:
        for command in (*COMMANDS, ANSWERS):
            result = made.run(*command)
            assert result.exit_code == 0, result.output
    finally:
        os.umask(before)


def test_a_working_directory_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "The working directory was deleted" in refusal(Project(gone), "check")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["rules", "check --format json"])
def test_an_output_that_is_full(command: str, unbuffered: str, small: Project):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "microcredentials.cli", *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
