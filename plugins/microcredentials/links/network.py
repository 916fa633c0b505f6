"""The network: request a page, and report what became of it. No other module uses the network.

The addresses come from untrusted files. So only the public internet is contacted, at the very IP address that was
checked, and each redirection is checked again; only the head of an answer is read, within a time limit; and no answer
is trusted. Pages are requested one at a time, with a pause between two requests to the same host.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from .. import __version__
from ..reading.web_address import find_server
from .answer import Answer, Outcome

STEP_TIMEOUT = 10.0
"""Seconds that a server may take for one step, such as connecting."""

TOTAL_TIMEOUT = 20.0
"""Seconds that an address may take with all its redirections, even if servers send a byte now and then."""

RUN_TIMEOUT = 2_400.0
"""Seconds after which a run requests no further page. The next run begins with the pages that are left."""

PAUSE = 1.0
"""Seconds between two requests to the same host."""

MAX_ADDRESSES = 6
"""How many addresses a chain of redirections may have, the first one included."""

RESOLVERS = frozenset(("doi.org", "dx.doi.org"))
"""Hosts whose redirection proves that a work exists. The page that it leads to often rejects programs."""

_PORTS = {"http": 80, "https": 443}
_GONE = (404, 410)
_MOVED, _MOVED_FOREVER = (301, 302, 303, 307, 308), (301, 308)
_BUSY = (429, 503)
_UNQUOTED = "/%:@!$&'()*+,;=~-._"  # in a path (RFC 3986)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""The only IPv6 addresses of the public internet (RFC 4291). All that embed an IPv4 address are elsewhere or below."""
_SPECIAL = tuple(map(ip_network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)))  # fmt: skip
"""The networks with a special purpose in the IANA registries (RFC 6890 and its updates), where no web page is."""
_NOT_PUBLIC = "it does not lead to a public web page"


@dataclass(frozen=True)
class ConnectionPolicy:
    """What may be contacted: the public internet at its usual ports.

    ``exceptions`` are IP addresses with a port that are also allowed; only our own tests have any.
    """

    exceptions: frozenset[tuple[str, int]] = frozenset()

    def allows(self, ip: str, port: int) -> bool:
        """Return whether the machine with the address *ip* may be contacted at *port*."""
        return (ip, port) in self.exceptions or (port in _PORTS.values() and _is_public(ip_address(ip)))


PUBLIC = ConnectionPolicy()


class _RefusedError(Exception):
    """We do not send the request; the message can end a sentence about the page."""


@dataclass(frozen=True)
class _Target:
    """The machine to contact, by the IP address that was checked, and the ``path`` with its query to request there."""

    host: str
    ip: str
    port: int
    secure: bool
    path: str


@dataclass(frozen=True)
class _Reply:
    status: int
    location: str


def probe_all(addresses: Iterable[str], policy: ConnectionPolicy = PUBLIC) -> Iterator[tuple[str, Answer]]:
    """Yield each of *addresses* with its answer, one after the other, with pauses between requests to one host.

    Addresses that are left after ``RUN_TIMEOUT`` are not yielded.
    """
    last, end = dict[str, float](), time.monotonic() + RUN_TIMEOUT
    for address in addresses:
        if time.monotonic() > end:
            return
        host = find_server(address)
        time.sleep(max(0.0, last.get(host, float("-inf")) + PAUSE - time.monotonic()))
        yield address, probe(address, policy)
        last[host] = time.monotonic()


def probe(address: str, policy: ConnectionPolicy = PUBLIC) -> Answer:
    """Request the page at *address*, which may be any text, and return the answer."""
    try:
        return _follow(address, policy)
    except _RefusedError as error:
        reason = str(error)
    except ssl.SSLCertVerificationError:
        reason = "its certificate is not valid"
    except TimeoutError:
        reason = "it takes too long to answer"
    except socket.gaierror:
        reason = "its host cannot be found"
    except (OSError, http.client.HTTPException, ValueError):  # ValueError: the address is malformed
        reason = "the server gave no usable response"
    return Answer(Outcome.UNREACHABLE, reason)


def _follow(address: str, policy: ConnectionPolicy) -> Answer:
    current = lasting = address
    end = time.monotonic() + TOTAL_TIMEOUT
    for _ in range(MAX_ADDRESSES):
        target = _find_target(current, policy)
        reply = _request_page(target, end)
        if not reply.location or target.host in RESOLVERS:
            return _answer(reply, address, lasting)
        only_moved_forever = current == lasting
        current = urljoin(current, reply.location)
        lasting = current if only_moved_forever and reply.status in _MOVED_FOREVER else lasting
    raise _RefusedError("it redirects too many times")


def _answer(reply: _Reply, address: str, lasting: str) -> Answer:
    if reply.status in _GONE:
        return Answer(Outcome.GONE, f"the server answers {reply.status}")
    if reply.status >= 400:
        return Answer(Outcome.REFUSED, f"the server answers {reply.status}")
    return Answer(Outcome.FOUND) if lasting == address else Answer(Outcome.MOVED, new_address=lasting)


def _find_target(address: str, policy: ConnectionPolicy) -> _Target:
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise _RefusedError(_NOT_PUBLIC)
    host, port = parts.hostname.encode("idna").decode(), parts.port or _PORTS[parts.scheme]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ips = sorted((str(each[4][0]) for each in found), key=lambda ip: ":" in ip)
    if not ips or not all(policy.allows(ip, port) for ip in ips):
        raise _RefusedError(_NOT_PUBLIC)
    query = f"?{quote(parts.query, safe=_UNQUOTED + '?')}" if parts.query else ""
    path = (quote(parts.path, safe=_UNQUOTED) or "/") + query
    return _Target(host, ips[0], port, parts.scheme == "https", path)


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    is_special = any(ip in network for network in _SPECIAL)
    return not is_special and (isinstance(ip, IPv4Address) or ip in _GLOBAL_UNICAST)


def _request_page(target: _Target, end: float) -> _Reply:
    """Request the head of the page; if the server does not support that, request the page itself."""
    try:
        head = _request("HEAD", target, end)
    except (ConnectionError, http.client.HTTPException):
        return _request("GET", target, end)
    return _request("GET", target, end) if head.status >= 400 and head.status not in _BUSY else head


def _request(method: str, target: _Target, end: float) -> _Reply:
    """Send a request, and read only the head of the answer, until *end* on the monotonic clock."""
    connection = _Connection(target)
    limit = threading.Timer(max(0.0, end - time.monotonic()), connection.cut)
    limit.start()
    try:
        fields = {"User-Agent": f"microcredentials/{__version__} (link check)", "Accept": "*/*", "Connection": "close"}
        connection.request(method, target.path, headers=fields)
        response = connection.getresponse()
        connection.require_time()  # the part that arrived until then may look complete
        location = response.getheader("Location", "") if response.status in _MOVED else ""
        return _Reply(response.status, location)
    except (OSError, http.client.HTTPException):
        connection.require_time()
        raise
    finally:
        limit.cancel()
        connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to the very machine that was checked, even if its name leads to a different one by now."""

    def __init__(self, target: _Target) -> None:
        super().__init__(target.host, target.port, timeout=STEP_TIMEOUT)
        self.target, self.was_cut = target, False
        self.default_port = _PORTS["https" if target.secure else "http"]

    def connect(self) -> None:
        self.sock = socket.create_connection((self.target.ip, self.target.port), STEP_TIMEOUT)
        self.require_time()
        if self.target.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.target.host, do_handshake_on_connect=False)
            self.require_time()
            self.sock.do_handshake()

    def require_time(self) -> None:
        """Raise TimeoutError if the time is over. A connection may be cut before it has a socket to shut down."""
        if self.was_cut:
            raise TimeoutError

    def cut(self) -> None:
        """End the connection from another thread, whatever its state."""
        self.was_cut = True
        with suppress(OSError, AttributeError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
