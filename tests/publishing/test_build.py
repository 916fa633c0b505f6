"""The built site as an operator gets it: complete, repeatable, for two hosts, and never half written."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.exceptions import Abort
from project import DEMONSTRATION, Project, copy_project, copy_small_project
from website import Site, build_site

from microcredentials.publishing.write import write_files
from microcredentials.reports.assets import remove_comments

DRAFT = "regrouping-from-current-student-work"
IDEA = "---\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n"
RETIRED = "exit-tickets"
PUBLISHED = "phonemic-awareness-with-letters"


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    here = {**os.environ, "VIRTUAL_ENV": sys.prefix, "PATH": f"{sys.prefix}/bin:{os.environ['PATH']}",
            "NO_MKDOCS_2_WARNING": "1", **environment}  # fmt: skip
    return subprocess.run(command, cwd=root, env=here, capture_output=True, text=True, check=False)


def build(root: Path, host: str = "mkdocs", folder: str = "site", **environment: str) -> Path:
    result = run(root, sys.executable, "-m", host, "build", "--strict", "--site-dir", folder, **environment)
    assert result.returncode == 0, result.stderr
    return root / folder


def digest(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


Copy = Callable[[Path], Path]


@pytest.fixture(
    scope="module",
    params=[pytest.param(copy_small_project, id="small"), pytest.param(copy_project, marks=pytest.mark.nightly)],
)
def copy(request: pytest.FixtureRequest) -> Copy:
    """The functions that make a fresh project: a small one or, in a nightly run, the demonstration."""
    made: Copy = request.param
    return made


@pytest.fixture(scope="module")
def built(copy: Copy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site with the host's own command."""
    return build(copy(tmp_path_factory.mktemp("site")))


@pytest.fixture
def site(served: Site) -> Path:
    return served.folder


def html(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def test_every_spec_that_is_not_a_draft_has_a_page(site: Path):
    for folder in ("credentials", "stacks"):
        for path in (DEMONSTRATION / "content" / folder).glob("[!_]*.md"):
            assert (site / folder / path.stem / "index.html").exists() == (
                "\nstatus: draft\n" not in path.read_text("utf-8")
            ), path.stem


def test_drafts_sources_and_front_matter_are_not_published(site: Path):
    everything = "\n".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert not list(site.rglob("*.md")) + list(site.rglob("*.yml")) + list(site.rglob("*.map"))
    assert DRAFT not in everything + (site / "catalog.json").read_text() + (site / "sitemap.xml").read_text()
    pages = [html(site, f"{folder.name}/{path.name}") for folder in (site / "credentials", site / "stacks")
             for path in folder.iterdir() if path.is_dir()]  # fmt: skip
    assert not any(re.search(r"(?m)^---$|^title:|uid: [0-9a-f]{8}-", page) for page in pages)


def test_a_retired_credential_keeps_its_page_and_is_not_listed(site: Path):
    page = html(site, f"credentials/{RETIRED}")
    assert "checks-that-change-the-lesson/" in page
    assert "Retired" in page
    assert RETIRED not in html(site, "catalog")


def test_every_page_has_a_content_policy_and_loads_nothing_from_other_sites(site: Path):
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not re.findall(r'<(?:script|img|iframe|source|video|audio)[^>]+(?:src|srcset)="(?:https?:)?//', text), (
            path
        )
        assert not re.findall(r'<link(?![^>]*rel="canonical")[^>]+href="https?:', text), path
        assert not re.findall(r'\son[a-z]+="|\sstyle="|javascript:', text), path


def test_links_within_the_site_work(site: Path):
    anchors = {path: set(re.findall(r'\sid="([^"]+)"', path.read_text("utf-8"))) for path in site.rglob("*.html")}
    for path, _ in anchors.items():
        if path.name == "404.html":
            continue
        for href in re.findall(r'<a[^>]+href="([^"#?]*)(?:\?[^"#]*)?(?:#([^"]*))?"', path.read_text("utf-8")):
            target, anchor = href
            if re.match(r"[a-z]+:", target):
                continue
            found = (path.parent / target).resolve() if target else path
            found = found / "index.html" if found.is_dir() else found
            assert found in anchors or found.is_file(), f"{path.relative_to(site)} → {target}"
            assert not anchor or anchor in anchors[found], f"{path.relative_to(site)} → {target}#{anchor}"


def test_the_same_content_gives_the_same_bytes(built: Path, copy: Copy, tmp_path: Path):
    root = copy(tmp_path / "it's another [place]")
    command = "umask 077 && exec microcredentials build"
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "HOME": "/nowhere", "COLUMNS": "40"}
    result = run(root, "sh", "-c", command, **surroundings)
    assert result.returncode == 0, result.stderr
    assert digest(root / "site") == digest(built)
    assert digest(root / "site").keys() >= {"sitemap.xml.gz", "index.html"}


TEN_YEARS_ON = """
import datetime, sys, time
class Later(datetime.date):
    @classmethod
    def today(cls): return cls(2036, 11, 23)
datetime.date = Later
time.time = lambda: datetime.datetime(2036, 11, 23, tzinfo=datetime.UTC).timestamp()
from mkdocs.__main__ import cli
cli(["build", "--strict", "--site-dir", "site"])
"""


def test_an_unchanged_project_builds_the_same_site_ten_years_later(built: Path, copy: Copy, tmp_path: Path):
    root = copy(tmp_path)
    result = run(root, sys.executable, "-c", TEN_YEARS_ON)
    assert result.returncode == 0, result.stderr
    assert digest(root / "site") == digest(built)


def test_properdocs_builds_the_same_site(built: Path, copy: Copy, tmp_path: Path):
    other = build(copy(tmp_path), host="properdocs", DISABLE_MKDOCS_2_WARNING="true")
    assert digest(other) == digest(built)


def test_build_to_writes_the_same_pages_without_mkdocs(built: Path, copy: Copy, tmp_path: Path):
    root = copy(tmp_path)
    probe = "import sys; from microcredentials.cli.main import main\ntry: main(['build', '--to', 'out'])\n" \
            "except SystemExit as end: print(end.code, 'mkdocs' in sys.modules)"  # fmt: skip
    result = run(root, sys.executable, "-c", probe)
    assert result.stdout.splitlines()[-1] == "0 False", result.stderr
    written = root / "out"
    pages = {path.relative_to(written).as_posix() for path in written.rglob("*.md")}
    addresses = {re.sub(r"(^|/)index\.md$|\.md$", r"\1", page).rstrip("/") for page in pages}
    own = (path for path in built.rglob("index.html") if "This page has moved" not in path.read_text("utf-8"))
    there = {path.parent.relative_to(built).as_posix().removeprefix(".") for path in own}
    assert addresses == there
    [page, *_] = sorted(page for page in pages if page.startswith("credentials/"))
    body = (written / page).read_text("utf-8").split("---\n", 2)[2].strip()
    assert body in (built / page).with_suffix(".html").read_text("utf-8")
    assert (written / "catalog.json").read_bytes() == (built / "catalog.json").read_bytes()


def test_catalog_json_lists_the_specs_of_the_site(site: Path):
    data = json.loads((site / "catalog.json").read_text())
    slugs = {credential["slug"]: credential for credential in data["credentials"]}
    assert data["schema"] == 1
    assert DRAFT not in slugs
    assert slugs[RETIRED]["status"] == "retired"
    assert slugs[PUBLISHED]["url"].endswith(f"/credentials/{PUBLISHED}/")
    assert all(member in slugs for stack in data["stacks"] for member in stack["members"])


def test_errors_leave_the_old_site_unchanged(small: Project):
    before = small.root / "site/credentials/wait-time/index.html"
    before.parent.mkdir(parents=True)
    before.write_text("as it was", "utf-8")
    small.edit("wait-time", "status: published", "status: publisht")
    result = run(small.root, "scripts/build")
    assert result.returncode == 1
    assert "content/credentials/wait-time.md" in result.stderr
    assert "Did you mean “published”?" in result.stderr
    assert digest(small.root / "site").keys() == {"credentials/wait-time/index.html"}
    assert before.read_text("utf-8") == "as it was"
    assert [path.name for path in small.root.glob(".site.*")] == [".site.lock"]
    assert small.run("build", "--to", "out").exit_code == 1
    assert not (small.root / "out").exists()


def test_the_command_builds_the_site_in_the_configured_folder(small: Project):
    config = small.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_dir: site", "site_dir: out/it's <new>"), "utf-8")
    (small.root / "content/deep").mkdir()
    result = run(
        small.root / "content/deep", sys.executable, "-m", "microcredentials.cli", "build", HOME="", LC_ALL="C"
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert (small.root / "out/it's <new>/index.html").exists()
    assert result.stdout.endswith(f"The site is in {small.root}/out/it's <new>\n")
    assert not (small.root / "site").exists()


@pytest.mark.parametrize("folder", [".", "..", "content", "content/site"])
def test_a_build_never_replaces_the_content(small: Project, folder: str):
    before = digest(small.root)
    config = small.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("site_dir: site", f"site_dir: {folder}"), "utf-8")
    for arguments in ((), ("--to", folder)):
        result = small.run("build", *arguments)
        assert result.exit_code == 2
        assert "would replace the content" in " ".join(result.output.split())
    assert digest(small.root) == {**before, "mkdocs.yml": digest(small.root)["mkdocs.yml"]}


def test_a_host_that_fails_leaves_the_old_site_and_shows_only_errors(small: Project):
    (small.root / "site").mkdir()
    (small.root / "overrides/base.html").write_text("{% nonsense %}", "utf-8")
    result = run(small.root, "scripts/build")
    assert result.returncode == 1
    assert "nonsense" in result.stderr
    assert "INFO" not in result.stderr
    assert digest(small.root / "site") == {}


def test_a_disk_error_is_shown_as_a_sentence(small: Project, monkeypatch: pytest.MonkeyPatch):
    (small.root / "site").symlink_to("elsewhere")
    result = small.run("build")
    assert result.exit_code == 2
    assert "site is a link. Name the folder that it leads to." in " ".join(result.output.split())
    (small.root / "site").unlink()
    (small.root / "sitecustomize.py").write_text(
        "import errno\nfrom mkdocs import utils\n"
        "def full(content, path): raise OSError(errno.ENOSPC, 'No space left on device', path)\n"
        "utils.write_file = full\n", "utf-8"
    )  # fmt: skip
    result = run(small.root, "scripts/build", PYTHONPATH=f"{small.root}:{os.environ.get('PYTHONPATH', '')}")
    assert result.returncode == 1
    assert result.stderr.startswith(
        "The site cannot be written. The old one has not changed. No space left on device: "
    )
    assert len(result.stderr.splitlines()) == 1
    assert not (small.root / "site").exists()
    assert [path.name for path in small.root.glob(".site.*")] == [".site.lock"]


def test_build_to_keeps_other_files_and_does_not_follow_links(small: Project):
    out = small.root / "out"
    (out / "credentials").mkdir(parents=True)
    (out / "config.toml").write_text("mine", "utf-8")
    (out / "credentials/wait-time").symlink_to(small.root)
    before = digest(small.root / "content")
    result = small.run("build", "--to", "out")
    assert result.exit_code == 2
    assert "is a link" in " ".join(result.output.split())
    assert sorted(digest(out)) == ["config.toml"]
    (out / "credentials/wait-time").unlink()
    assert small.run("build", "--to", "out").exit_code == 0
    assert (out / "config.toml").read_text("utf-8") == "mine"
    assert (out / "credentials/wait-time/index.md").exists()
    assert digest(small.root / "content") == before


@pytest.mark.parametrize("name", [".a", ".git/a", "credentials/_template.md", "guides/a.md"])
@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_folder_with_links_is_refused_before_a_host_reads_it(
    small: Project, name: str, command: Literal["build", "serve"]
):
    link = small.root / "content" / name
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to("..")
    [finding] = [finding for finding in small.findings() if finding["rule"] == "FM-05"]
    assert (finding["path"], finding["severity"]) == (f"content/{name}", "error")
    assert finding["message"].startswith("This is a link")
    with pytest.raises(Abort):
        build_site(small.root, small.root / "site", command)
    assert not (small.root / "site").exists()


@pytest.mark.parametrize("id", ["../../../../evil", "a/b", "K 2", "..", "/evil"])
def test_an_id_of_the_vocabulary_cannot_lead_out_of_the_site(small: Project, id: str):
    for path in (small.root / "content").rglob("*.*"):
        if path.suffix in (".md", ".yml"):
            path.write_text(path.read_text("utf-8").replace("K-2", f'"{id}"'), "utf-8")
    result = small.run("build", "--to", "out")
    assert result.exit_code == 1
    assert "is not a valid id" in " ".join(result.output.split())
    assert not (small.root / "out").exists()


def test_the_writer_never_leaves_its_folder(tmp_path: Path):
    for path in ("../evil", "/evil", "a/../../evil"):
        with pytest.raises(ValueError, match="outside"):
            write_files([(path, b"")], tmp_path / "out")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("address", ["https://x.example/?q=1", "https://x.example/#a", "https://x.example/a/../b/", ""])
def test_the_address_of_the_site_must_be_complete(small: Project, address: str):
    config = small.root / "mkdocs.yml"
    config.write_text(re.sub(r"(?m)^site_url:.*$", f'site_url: "{address}"', config.read_text("utf-8")), "utf-8")
    result = small.run("build", "--to", "out")
    assert result.exit_code != 0
    assert "site_url" in result.output


def test_a_build_says_what_was_checked_published_and_where(small: Project):
    small.path("idea").write_text(IDEA, "utf-8")
    result = run(small.root, "scripts/build")
    assert "4 specs checked: 3 published, 1 in draft and kept back." in result.stdout
    assert str(small.root / "site") in result.stdout
    assert len(result.stdout.splitlines()) <= 5


def test_a_site_without_specs_says_how_to_begin(small: Project):
    for path in [*small.root.glob("content/credentials/*"), *small.root.glob("content/stacks/*")]:
        path.unlink()
    result = run(small.root, "scripts/build")
    assert result.returncode == 0, result.stderr
    assert "microcredentials new credential" in result.stdout
    assert "microcredentials new credential" in html(small.root / "site", "")


def test_errors_in_a_draft_do_not_stop_a_build_unless_it_cannot_be_read(small: Project):
    small.path("idea").write_text(IDEA.replace("---\n", "---\nsubjects: [magic]\n", 1), "utf-8")
    assert {f["spec"] for f in small.findings() if f["severity"] == "error"} == {"idea"}
    assert small.run("build", "--to", "out").exit_code == 0
    small.edit("idea", "status: draft", "status: [draft")
    assert small.run("build", "--to", "out").exit_code == 1


def test_an_old_address_redirects_to_the_new_one(small: Project):
    small.edit("wait-time", "tags: [", "aliases: [silence]\ntags: [")
    page = html(build_site(small.root, small.root / "site"), "credentials/silence")
    assert 'url=../wait-time/"' in page
    assert 'href="../wait-time/"' in page


@pytest.mark.parametrize(
    ("code", "light"),
    [
        ("/** A note\n * of two lines. */\nlet a = 1; // stays\n  // leaves\nb();\n", "let a = 1; // stays\nb();\n"),
        ("/* one */\na { color: red; } /* stays */\n", "a { color: red; } /* stays */\n"),
        ("let a = `\n// text\n/* text */\n`;\n// leaves\n", "let a = `\n// text\n/* text */\n`;\n"),
        ("/* stays */ a();\n", "/* stays */ a();\n"),
    ],
)  # fmt: skip
def test_comments_in_scripts_are_removed(code: str, light: str):
    assert remove_comments(code) == light


def test_published_scripts_contain_no_comments(served: Site):
    engine = (served.folder / "assets/search/engine.js").read_text("utf-8")
    assert "export async function open(" in engine
    assert "/**" not in engine
