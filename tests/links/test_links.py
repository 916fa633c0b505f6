"""External links: their state is reported at its place, no server is overloaded, and nothing private is contacted."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from repository import OTHER, PAGE, Repository

from microcredentials.cli import links as cli_links
from microcredentials.links import network
from microcredentials.links.answer import Answer, Outcome
from microcredentials.links.network import ConnectionPolicy, probe, probe_all
from microcredentials.links.record import LinkResult, find_due

REAL = socket.getaddrinfo


@dataclass
class Library:
    """A server on this machine: its answers by path, and the requests that it received."""

    port: int = 0
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def policy(self) -> ConnectionPolicy:
        return ConnectionPolicy(frozenset({("127.0.0.1", self.port)}))


class Tricks(BaseHTTPRequestHandler):
    """Answers that would keep a client forever, or fill its memory."""

    def drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: 1\r\n")
            time.sleep(0.02)

    def continue_(self) -> None:
        while True:
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.02)

    def endless(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            self.wfile.write(b"x" * 65_536)

    def bomb(self) -> None:
        body = gzip.compress(bytes(50_000_000), 1)
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + body)


@contextmanager
def opened() -> Iterator[Library]:
    made = Library()

    class Handler(Tricks):
        def do_HEAD(self) -> None:
            made.asked.append(f"{self.command} {self.path}")
            made.hosts.append(self.headers["Host"])
            status, to = made.answers.get(f"{self.command} {self.path}") or made.answers.get(self.path, (200, ""))
            if to in ("drip", "continue_", "endless", "bomb"):
                getattr(self, to)()
                return
            self.send_response(status)
            if to:
                self.send_header("Location", to)
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    made.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


def resolve_names(monkeypatch: pytest.MonkeyPatch, host: str = "", answers: Iterable[Sequence[str]] = ()) -> None:
    """Resolve only the name *host*, each time to the next of *answers*."""
    left = iter(answers)

    def numbers(name: str, port: int, *_: Any, **more: Any) -> Any:
        if name == host:
            return [(0, 0, 0, "", (number, port)) for number in next(left)]
        return REAL(name, port, flags=socket.AI_NUMERICHOST, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", numbers)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No host name can be resolved, and there are no pauses."""
    resolve_names(monkeypatch)
    monkeypatch.setattr(network, "PAUSE", 0.0)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A local server that may be requested although it is not public; only a test can allow this."""
    with opened() as made:
        monkeypatch.setattr(cli_links, "POLICY", made.policy)
        yield made


def add_links(repository: Repository, *addresses: str, page: str = PAGE) -> None:
    """Add a link to each of *addresses* to the text of a page."""
    text = "".join(f"\n\nSee [this one]({address})." for address in addresses)
    path = repository.content(page)
    path.write_text(path.read_text("utf-8").rstrip() + text + "\n", "utf-8")


def found(repository: Repository, day: str = "2026-11-02", *arguments: str) -> list[tuple[str, str, str]]:
    """Return rule, severity and marked words of each finding of ``links`` about the library."""
    result = repository.run("links", "--format", "json", "--today", day, *arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    told = [each for each in json.loads(result.stdout)["findings"] if "127.0.0.1" in each["message"]]
    return [(each["rule"], each["severity"], marked_words(repository, each)) for each in told]


def marked_words(repository: Repository, finding: dict[str, Any]) -> str:
    start, end = finding["span"]["start"], finding["span"]["end"]
    line = (repository.root / finding["path"]).read_text("utf-8").splitlines()[start["line"] - 1]
    return line[start["column"] - 1 : end["column"] - 1]


# --- What is found --------------------------------------------------------------------------------------------


def test_missing_moved_and_silent_pages_are_findings_at_their_links(repository: Repository, library: Library):
    library.answers |= {"/gone": (410, ""), "/moved": (301, "/new"), "/shut": (403, ""), "/soon": (302, "/new")}
    add_links(repository, *map(library.at, ("/there", "/gone", "/moved", "/shut", "/soon")))
    assert found(repository) == [
        ("LK-01", "warning", library.at("/gone")),
        ("LK-02", "warning", library.at("/moved")),
        ("LK-03", "info", library.at("/shut")),
    ]
    said = repository.run("links", "--today", "2026-11-02").stdout
    assert f"has moved to {library.at('/new')}" in said
    assert "answers 410" in said


def test_links_in_fields_and_works_are_requested_too(repository: Repository, library: Library):
    library.answers["/gone"] = (404, "")
    repository.change(PAGE, "https://", f"{library.at('/gone')} #")
    assert found(repository) == [("LK-01", "warning", library.at("/gone"))]
    record = json.loads((repository.root / "links.json").read_text("utf-8"))["links"]
    assert any(address.startswith("https://doi.org/10.") for address in record)
    assert not any("example.org" in address for address in record)


def test_a_page_is_gone_after_a_404_on_two_days(repository: Repository, library: Library):
    library.answers["/gone"] = (404, "")
    add_links(repository, library.at("/gone"))
    assert found(repository, "2026-11-02")[0][:2] == ("LK-01", "warning")
    assert repository.run("links", "--today", "2026-11-02").exit_code == 0
    assert repository.run("links", "--today", "2026-11-09").exit_code == 1
    assert found(repository, "2026-11-09")[0][:2] == ("LK-01", "error")


def test_a_silent_page_becomes_a_warning_after_two_weeks_of_requests(repository: Repository, library: Library):
    library.answers["/shut"] = (403, "")
    add_links(repository, library.at("/shut"))
    weights = [found(repository, day)[0][1] for day in ("2026-11-02", "2026-11-15", "2026-11-16")]
    assert weights == ["info", "info", "warning"]
    library.answers["/shut"] = (200, "")
    assert found(repository, "2026-11-20") == []


def test_links_in_retired_specs_are_not_reported(repository: Repository, library: Library):
    add_links(repository, library.at("/there"), page=OTHER)
    add_links(repository, library.at("/old"))
    kept = repository.content("versions/wait-time/1.0.0.md")
    kept.parent.mkdir(parents=True)
    kept.write_bytes(repository.content(PAGE).read_bytes())
    repository.change(PAGE, "status: published", "status: retired")
    found(repository)
    assert library.asked == ["HEAD /there"]


# --- Nobody is bothered ---------------------------------------------------------------------------------------


def test_working_links_are_not_rechecked_for_a_while_but_broken_ones_are(repository: Repository, library: Library):
    library.answers["/gone"] = (404, "")
    add_links(repository, library.at("/there"), library.at("/gone"))

    def asked(day: str) -> set[str]:
        library.asked.clear()
        found(repository, day)
        return {each.split(" ")[1] for each in library.asked}

    assert asked("2026-11-02") == {"/there", "/gone"}
    assert asked("2026-11-02") == set()
    assert asked("2026-11-03") == {"/gone"}
    assert asked("2026-12-02") == {"/there", "/gone"}


def test_a_run_is_limited_and_the_next_one_continues(repository: Repository, library: Library):
    for page, path in ((PAGE, "/first"), (OTHER, "/second")):
        add_links(repository, library.at(path), page=page)
    total = json.loads(repository.run("links", "--at-most", "0", "--format", "json").stdout)["notes"][0]
    assert library.asked == []
    assert " 0 checked now" in total
    for _ in range(40):
        repository.run("links", "--at-most", "1", "--today", "2026-11-02")
    assert sorted(library.asked) == ["HEAD /first", "HEAD /second"]


def test_the_link_that_was_checked_longest_ago_comes_first():
    days = {"https://a.org/": 3, "https://b.org/": 1, "https://c.org/": 2}
    answer = Answer(Outcome.GONE)
    record = {address: LinkResult(answer, date(2026, 11, day), date(2026, 11, 1)) for address, day in days.items()}
    asked = find_due([*days, "https://z.org/"], record, date(2026, 12, 1), 30)
    assert asked == ("https://z.org/", "https://b.org/", "https://c.org/", "https://a.org/")


def test_a_link_that_was_removed_is_forgotten(repository: Repository, library: Library):
    before = repository.content(PAGE).read_bytes()
    add_links(repository, library.at("/there"))
    found(repository)
    assert library.at("/there") in (repository.root / "links.json").read_text("utf-8")
    repository.content(PAGE).write_bytes(before)
    found(repository, "2026-11-03")
    assert library.at("/there") not in (repository.root / "links.json").read_text("utf-8")


def test_the_page_itself_is_requested_only_if_its_head_is_refused():
    with opened() as library:
        library.answers["HEAD /shy"] = (405, "")
        assert probe(library.at("/shy"), library.policy).outcome == "there"
        assert probe(library.at("/open"), library.policy).outcome == "there"
        assert library.asked == ["HEAD /shy", "GET /shy", "HEAD /open"]


def test_there_is_a_pause_between_two_requests_to_a_host(monkeypatch: pytest.MonkeyPatch):
    waits: list[float] = []
    monkeypatch.setattr(network, "PAUSE", 5.0)
    monkeypatch.setattr(network.time, "sleep", waits.append)
    with opened() as one, opened() as two:
        policy = ConnectionPolicy(one.policy.exceptions | two.policy.exceptions)
        list(probe_all([one.at("/1"), two.at("/1"), one.at("/2")], policy))
    assert [wait > 3 for wait in waits] == [False, False, True]


def test_hosts_take_turns(repository: Repository, monkeypatch: pytest.MonkeyPatch):
    with opened() as one, opened() as two:
        add_links(repository, *map(one.at, ("/1", "/2")), *map(two.at, ("/1", "/2")))
        monkeypatch.setattr(cli_links, "POLICY", ConnectionPolicy(one.policy.exceptions | two.policy.exceptions))
        turns: list[str] = []
        monkeypatch.setattr(network, "probe", lambda address, policy: turns.append(address) or probe(address, policy))
        found(repository)
    hosts = [turn.split("/")[2] for turn in turns if "127.0.0.1" in turn]
    assert len(hosts) == 4
    assert hosts[0] != hosts[1] != hosts[2] != hosts[3]


# --- Nothing private is touched -------------------------------------------------------------------------------

PRIVATE = (
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1",
    "192.0.0.8", "192.0.2.1", "192.88.99.1", "203.0.113.1", "198.51.100.1", "240.0.0.1", "3fff::1", "2001:db8::1",
    "::127.0.0.1", "::7f00:1", "::ffff:0:127.0.0.1", "0:0:0:0:ffff:0:7f00:1", "64:ff9b:1::7f00:1", "100::1", "5f00::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:0:7f00:1::1",
)  # fmt: skip


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The machines that a connection was tried with; no connection is made."""
    tried: list[object] = []

    def refuse(address: object, *_: object) -> None:
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refuse)
    return tried


@pytest.mark.parametrize("number", PRIVATE)
def test_a_private_ip_address_is_never_contacted(number: str, connected: list[object], monkeypatch: pytest.MonkeyPatch):
    host = f"[{number}]" if ":" in number else number
    assert probe(f"http://{host}/").reason == "it does not lead to a public web page"
    for numbers in ([number], ["93.184.216.34", number]):
        resolve_names(monkeypatch, "library.org", [numbers])
        assert probe("https://library.org/").reason == "it does not lead to a public web page"
    assert connected == []


def test_a_public_ip_address_is_contacted(connected: list[object]):
    for address in ("http://93.184.216.34/", "https://[2606:2800:220:1::1]/"):
        probe(address)
    assert set(connected) == {("93.184.216.34", 80), ("2606:2800:220:1::1", 443)}


@pytest.mark.parametrize(
    "address",
    ["http://93.184.216.34:22/", "file:///etc/passwd", "ftp://93.184.216.34/", "http://someone@93.184.216.34/",
     "http://2130706433/", "http://[::1", "http://93.184.216.34:99999/", "http://\u2028/", "javascript:alert(1)"],
)  # fmt: skip
def test_only_public_web_pages_are_requested(address: str, connected: list[object]):
    assert probe(address).outcome == "unreachable"
    assert connected == []


def test_a_redirect_is_followed_only_to_public_web_pages():
    with opened() as library, opened() as private:
        library.answers = {"/in": (302, private.at("/secret")), "/up": (302, "http://[::1]/"), "/on": (302, "/on"),
                           "/out": (301, "file:///etc/passwd")}  # fmt: skip
        for path in library.answers:
            assert probe(library.at(path), library.policy).outcome == "unreachable", path
        assert private.asked == []
        assert library.asked.count("HEAD /on") == network.MAX_ADDRESSES


def test_the_ip_address_that_was_checked_is_the_one_contacted(monkeypatch: pytest.MonkeyPatch):
    resolve_names(monkeypatch, "library.org", [["127.0.0.1"], ["10.0.0.1"]])
    with opened() as library:
        assert probe(f"http://library.org:{library.port}/", library.policy).outcome == "there"
        assert library.hosts == [f"library.org:{library.port}"]


@pytest.mark.parametrize("trick", ["drip", "continue_"])
def test_a_slow_server_cannot_keep_a_request_open(trick: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(network, "TOTAL_TIMEOUT", 0.1)
    with opened() as library:
        library.answers["/slow"] = (200, trick)
        assert probe(library.at("/slow"), library.policy).reason == "it takes too long to answer"


def test_redirects_share_the_time_limit_of_one_address(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(network, "TOTAL_TIMEOUT", 0.3)
    with opened() as library:
        library.answers = {"/a": (302, "/slow"), "/slow": (200, "drip")}
        began = time.monotonic()
        assert probe(library.at("/a"), library.policy).reason == "it takes too long to answer"
        assert time.monotonic() - began < 2 * 0.3 + 1  # a slow machine may take a second more


@pytest.mark.parametrize("body", ["endless", "bomb"])
def test_a_body_is_not_read(body: str):
    with opened() as library:
        library.answers = {"HEAD /big": (405, ""), "GET /big": (200, body)}
        assert probe(library.at("/big"), library.policy).outcome == "there"


def test_a_run_ends_at_its_time_limit_and_the_next_one_continues(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(network, "RUN_TIMEOUT", -1.0)
    with opened() as library:
        assert list(probe_all([library.at("/a")], library.policy)) == []
        assert library.asked == []


def test_an_interrupted_run_keeps_its_results(repository: Repository, monkeypatch: pytest.MonkeyPatch):
    add_links(repository, "https://one.org/", "https://two.org/")

    def interrupt(addresses: Iterable[str], _: object) -> Iterator[tuple[str, Answer]]:
        yield next(iter(addresses)), Answer(Outcome.FOUND)
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_links, "probe_all", interrupt)
    repository.run("links")
    record = json.loads((repository.root / "links.json").read_text("utf-8"))
    assert len(record["links"]) == 1


def test_a_malformed_address_is_reported_and_other_links_are_still_checked(repository: Repository, library: Library):
    add_links(repository, library.at("/there"))
    repository.change(PAGE, "https://", "https://[x #")
    assert "https://[x" in repository.run("links", "--today", "2026-11-20").stdout
    record = json.loads((repository.root / "links.json").read_text("utf-8"))["links"]
    assert "unreachable" in str(record["https://[x"])
    assert "there" in str(record[library.at("/there")])


def test_a_work_exists_if_its_doi_redirects(monkeypatch: pytest.MonkeyPatch):
    with opened() as library:
        library.answers = {"/10.1/a": (302, "http://10.0.0.1/"), "/10.1/b": (404, "")}
        resolve_names(monkeypatch, "doi.org", [["127.0.0.1"], ["127.0.0.1"]])
        said = [probe(f"http://doi.org:{library.port}/10.1/{letter}", library.policy).outcome for letter in "ab"]
    assert said == ["there", "gone"]


# --- When something is wrong with the setup ------------------------------------------------------------------


def test_without_a_network_no_page_is_recorded_as_unreachable(repository: Repository):
    result = repository.run("links")
    assert result.exit_code == 2
    assert "so nothing was recorded" in result.output
    assert not (repository.root / "links.json").exists()


@pytest.mark.parametrize("text", ["", "[]", '{"schema": 2, "links": {}}', '{"schema": 1, "links": {"a": {}}}', "\x00"])
def test_a_file_that_is_not_a_record_is_an_error_and_is_not_changed(repository: Repository, text: str):
    (repository.root / "links.json").write_text(text, "utf-8")
    result = repository.run("links")
    assert result.exit_code == 2
    assert "links.json cannot be read as a record of links" in result.output
    assert (repository.root / "links.json").read_text("utf-8") == text
