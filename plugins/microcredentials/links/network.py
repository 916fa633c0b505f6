"""The network: request a page, and report what became of it. No other module uses the network.

The addresses come from strangers. So only the public internet is contacted, at the very IP address that was checked,
and each redirection is checked again; only the head of an answer is read, within a time limit; and no answer is
trusted. Pages are requested one at a time, with a pause between two requests to the same host.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

from .. import __version__
from .answer import Answer, Outcome

STEP_TIMEOUT = 10.0
"""Seconds that a server may take for one step, such as connecting."""

TOTAL_TIMEOUT = 20.0
"""Seconds that a server may take for a request, even if it sends a byte now and then."""

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
_EMBEDDING = tuple(map(IPv6Network, ("::ffff:0:0/96", "64:ff9b::/32", "2002::/16", "2001::/32")))
"""IPv6 networks whose addresses embed an IPv4 address (RFC 4291, 6052, 3056, 4380)."""
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
    """Yield each of *addresses* with its answer, one after the other, with pauses between requests to one host."""
    last: dict[str, float] = {}
    for address in addresses:
        host = address.split("/")[2]
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
    for _ in range(MAX_ADDRESSES):
        target = _find_target(current, policy)
        reply = _request_page(target)
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
    if isinstance(ip, IPv6Address) and (ip.is_site_local or any(ip in each for each in _EMBEDDING)):
        return False
    return ip.is_global and not ip.is_multicast


def _request_page(target: _Target) -> _Reply:
    """Request the head of the page; if the server does not support that, request the page itself."""
    try:
        head = _request("HEAD", target)
    except (ConnectionError, http.client.HTTPException):
        return _request("GET", target)
    return _request("GET", target) if head.status >= 400 and head.status not in _BUSY else head


def _request(method: str, target: _Target) -> _Reply:
    """Send a request, and read only the head of the answer."""
    connection = _Connection(target)
    limit = threading.Timer(TOTAL_TIMEOUT, connection.cut)
    limit.start()
    try:
        fields = {"User-Agent": f"microcredentials/{__version__} (link check)", "Accept": "*/*", "Connection": "close"}
        connection.request(method, target.path, headers=fields)
        response = connection.getresponse()
        if connection.was_cut:  # the part that arrived until then may look complete
            raise TimeoutError
        location = response.getheader("Location", "") if response.status in _MOVED else ""
        return _Reply(response.status, location)
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
        if self.target.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.target.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def cut(self) -> None:
        """End the connection from another thread, whatever its state."""
        self.was_cut = True
        with suppress(OSError, AttributeError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
