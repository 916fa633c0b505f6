"""Resources lead to the work itself, at an address that everyone may open.

A front page makes every reader search, a shop asks them to pay, a course or a group asks them to sign in, and a pirated
copy puts a state in the wrong. The publisher's own page for the work does none of this.

Fails:

    resources:
      - {title: Posters on silence, url: "https://www.teacherspayteachers.com/Product/posters-1", type: article,
         access: free, why: Three posters that remind a class of the silence before and after an answer.}

Passes:

    resources:
      - {title: A page on silence, url: "https://example.org/articles/silence", type: article,
         access: free, why: Three posters that remind a class of the silence before and after an answer.}
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from .._front_pages import is_front_page_of_publisher

_SHOP, _COPY = "is a shop", "may be an unlawful copy"
_SEARCH, _CLOSED = "lists results that change", "can be opened only by its members"
UNSUITABLE_SITES = {
    **dict.fromkeys(
        (
            "amazon.com",
            "barnesandnoble.com",
            "ebay.com",
            "chegg.com",
            "coursehero.com",
            "target.com",
            "tes.com",
            "etsy.com",
            "teacherspayteachers.com",
            "walmart.com",
        ),
        _SHOP,
    ),
    **dict.fromkeys(
        (
            "archive.ph",
            "archive.today",
            "libgen.is",
            "libgen.rs",
            "pdfdrive.com",
            "sci-hub.ru",
            "sci-hub.se",
            "scribd.com",
            "web.archive.org",
            "z-lib.org",
        ),
        _COPY,
    ),
    **dict.fromkeys(("bing.com", "duckduckgo.com", "google.com/search", "scholar.google.com"), _SEARCH),
    **dict.fromkeys(
        (
            "classroom.google.com",
            "facebook.com",
            "discord.com",
            "instagram.com",
            "pinterest.com",
            "quora.com",
            "reddit.com",
            "tiktok.com",
            "twitter.com",
            "x.com",
            "instructure.com",
            "linkedin.com",
            "mail.google.com",
            "padlet.com",
            "schoology.com",
            "slack.com",
            "teams.microsoft.com",
        ),
        _CLOSED,
    ),
}
"""Sites on which a resource should not be, perhaps with the start of a path, each with the reason."""


@rule(
    "RR-08", "info warning warning", derived_from=("NEA",), word_lists={"unsuitable_sites": UNSUITABLE_SITES},
    reads=("resources.url",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    sites = context.words("unsuitable_sites").preferred
    for i, resource in enumerate(credential.resources):
        at = ("resources", i, "url")
        if is_front_page_of_publisher(resource.url):
            message = f"The address of “{resource.title}” is the front page of a site."
            yield Problem(at, message, "Give the address of the page that educators should read.")
        elif site := next((site for site in sites if _is_on(resource.url, site)), ""):
            message = f"The address of “{resource.title}” {sites[site] or 'is on a site to avoid'}: {site}."
            yield Problem(at, message, "Link to the publisher's own page for the work.")


def _is_on(address: str, site: str) -> bool:
    """Return whether *address* belongs to *site*, a host and perhaps the start of a path."""
    host, slash, path = site.partition("/")
    if host not in address:
        return False
    parts = urlsplit(address)
    return f".{parts.netloc}".endswith(f".{host}") and (not slash or parts.path.startswith(f"/{path}"))
