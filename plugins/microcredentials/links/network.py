"""The network: ask for a page, and hear what became of it. No other module knows the network.

Addresses come from people nobody knows. So only the public internet is asked, by the very number that was judged and
at every step of a redirection; nothing of a page is read but the head of its answer, within a time, and nothing that
was heard is trusted. One page is asked at a time, its host with a pause.
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

SECONDS = 10.0
"""How long a server may take for anything."""

SECONDS_IN_ALL = 20.0
"""How long it may take for everything, so that it cannot keep us with a byte now and then."""

PAUSE = 1.0
"""Seconds between two questions to one host."""

STEPS = 6
"""How many addresses a redirection may go through."""

RESOLVERS = frozenset(("doi.org", "dx.doi.org"))
"""Hosts whose redirection says that what was asked for exists; where it leads, often no program is let in."""

_PORTS = {"http": 80, "https": 443}
_GONE = (404, 410)
_MOVED, _FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)
_BUSY = (429, 503)
_AS_IT_IS = "/%:@!$&'()*+,;=~-._"  # in a path (RFC 3986)
_TRANSLATORS = tuple(map(IPv6Network, ("::ffff:0:0/96", "64:ff9b::/32", "2002::/16", "2001::/32")))
"""IPv6 networks whose numbers stand for some IPv4 number (RFC 4291, 6052, 3056, 4380)."""


@dataclass(frozen=True)
class Reach:
    """Whom we may ask: the public internet at its usual ports, and ``also``, which nobody but our own tests names."""

    also: frozenset[tuple[str, int]] = frozenset()

    def allows(self, number: str, port: int) -> bool:
        """Say whether the machine with the IP *number* may be asked at *port*."""
        return (number, port) in self.also or (port in _PORTS.values() and _is_public(ip_address(number)))


class _RefusedError(Exception):
    """We do not ask; the message is the end of a sentence."""


@dataclass(frozen=True)
class _Place:
    """Whom to ask for what: the ``number`` is the one that was judged."""

    host: str
    number: str
    port: int
    secure: bool
    target: str


@dataclass(frozen=True)
class _Reply:
    status: int
    to: str


def ask_all(addresses: Iterable[str], reach: Reach = Reach()) -> Iterator[tuple[str, Answer]]:
    """Yield each of *addresses* with its answer, one after the other, and no host too soon after it has answered."""
    last: dict[str, float] = {}
    for address in addresses:
        host = address.split("/")[2]
        time.sleep(max(0.0, last.get(host, float("-inf")) + PAUSE - time.monotonic()))
        yield address, ask(address, reach)
        last[host] = time.monotonic()


def ask(address: str, reach: Reach = Reach()) -> Answer:
    """Return what became of the page at *address*, which may be anything."""
    try:
        return _followed(address, reach)
    except _RefusedError as error:
        said = str(error)
    except ssl.SSLCertVerificationError:
        said = "its certificate is not valid"
    except TimeoutError:
        said = "it takes too long to answer"
    except socket.gaierror:
        said = "its host is not known"
    except (OSError, http.client.HTTPException, ValueError):  # what is no address, or no answer
        said = "no answer comes that can be read"
    return Answer(Outcome.UNREACHABLE, said)


def _followed(address: str, reach: Reach) -> Answer:
    here = lasting = address
    for _ in range(STEPS):
        place = _place(here, reach)
        reply = _reply(place)
        if not reply.to or place.host in RESOLVERS:
            return _judged(reply, address, lasting)
        moved_so_far = here == lasting
        here = urljoin(here, reply.to)
        lasting = here if moved_so_far and reply.status in _FOR_GOOD else lasting
    raise _RefusedError("it leads on and on")


def _judged(reply: _Reply, address: str, lasting: str) -> Answer:
    if reply.status in _GONE:
        return Answer(Outcome.GONE, f"it answers {reply.status}")
    if reply.status >= 400:
        return Answer(Outcome.REFUSED, f"it answers {reply.status}")
    return Answer(Outcome.THERE) if lasting == address else Answer(Outcome.MOVED, now=lasting)


def _place(address: str, reach: Reach) -> _Place:
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise _RefusedError("it leads to what is no public page")
    host, port = parts.hostname.encode("idna").decode(), parts.port or _PORTS[parts.scheme]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = sorted((str(each[4][0]) for each in found), key=lambda number: ":" in number)
    if not numbers or not all(reach.allows(number, port) for number in numbers):
        raise _RefusedError("it leads to what is no public page")
    query = f"?{quote(parts.query, safe=_AS_IT_IS + '?')}" if parts.query else ""
    target = (quote(parts.path, safe=_AS_IT_IS) or "/") + query
    return _Place(host, numbers[0], port, parts.scheme == "https", target)


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    if isinstance(number, IPv6Address) and (number.is_site_local or any(number in each for each in _TRANSLATORS)):
        return False
    return number.is_global and not number.is_multicast


def _reply(place: _Place) -> _Reply:
    """Return what is heard of the page's head, or of the page itself where the server does not like to be asked so."""
    try:
        head = _request("HEAD", place)
    except (ConnectionError, http.client.HTTPException):
        return _request("GET", place)
    return _request("GET", place) if head.status >= 400 and head.status not in _BUSY else head


def _request(method: str, place: _Place) -> _Reply:
    """Ask, and read the head of the answer and nothing more."""
    connection = _Connection(place)
    late = threading.Timer(SECONDS_IN_ALL, connection.cut)
    late.start()
    try:
        said = {"User-Agent": f"microcredentials/{__version__} (link check)", "Accept": "*/*", "Connection": "close"}
        connection.request(method, place.target, headers=said)
        response = connection.getresponse()
        if connection.was_cut:  # what came until then may look whole
            raise TimeoutError
        to = response.getheader("Location", "") if response.status in _MOVED else ""
        return _Reply(response.status, to)
    finally:
        late.cancel()
        connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to the very machine that was judged, whatever its name stands for a moment later."""

    def __init__(self, place: _Place) -> None:
        super().__init__(place.host, place.port, timeout=SECONDS)
        self.place, self.was_cut = place, False
        self.default_port = _PORTS["https" if place.secure else "http"]

    def connect(self) -> None:
        self.sock = socket.create_connection((self.place.number, self.place.port), SECONDS)
        if self.place.secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.place.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def cut(self) -> None:
        """End it from another thread, whatever state it is in."""
        self.was_cut = True
        with suppress(OSError, AttributeError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
