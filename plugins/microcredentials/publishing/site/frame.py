"""The values that the frame around every page shows, and the content policy of a finished page."""

import base64
import hashlib
import re
from dataclasses import asdict, dataclass

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog
from ...model.wording import ENGLISH, is_english
from .site_info import SiteInfo

_INLINE = re.compile(r"<script(?P<attributes>[^<>]*)>(?P<code>.*?)(?:</script>|\Z)", re.DOTALL)
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
)


@dataclass(frozen=True)
class Frame:
    """The program's name, contact, license and notice, as the header and footer of every page show them.

    ``footer`` has the columns of links: the title of each, and the label and the address of each link.
    """

    name: str = "Micro-credentials"
    tagline: str = ""
    notice: str = ""
    illustrative: bool = False
    contact: str = ""
    license: str = ""
    license_url: str = ""
    language: str = "en"
    edit: str = ""
    preview: bool = False
    trouble: tuple[str, ...] = ()
    footer: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


def frame_values(catalog: Catalog, site: SiteInfo) -> dict[str, object]:
    """Return the values by name, as the theme reads them from ``config.extra.catalog``."""
    program, vocabulary = catalog.program.file, catalog.program.vocabulary
    if program is None:
        return asdict(Frame(edit=site.edit, preview=site.preview, footer=_footer(catalog)))
    term = vocabulary.term("licenses", program.license) if vocabulary else None
    return asdict(
        Frame(
            name=program.name,
            tagline=program.tagline,
            notice=program.notice or "",
            illustrative=program.illustrative,
            contact=program.submission.contact or "",
            license=term.label if term else program.license,
            license_url=(term.url or "") if term else "",
            language=program.language if is_english(program.language) else ENGLISH,
            edit=site.edit,
            preview=site.preview,
            footer=_footer(catalog),
        )
    )


_FOOTER = (
    ("Find", (("All micro-credentials", "catalog/"), ("Stacks", "stacks/"), ("Compare", "catalog/compare/"),
              ("What is new", "catalog/news/"))),
    ("Help", (("Questions and answers", "guides/questions/"), ("How to start", "about/how-to-start/"),
              ("Words used here", "guides/glossary/"), ("Accessibility", "about/accessibility/"),
              ("Privacy", "about/privacy/"))),
    ("Trust", (("About this catalog", "about/"), ("Approved list", "catalog/approved-list/"),
               ("Quality standards", "standards/"), ("Coverage", "standards/coverage/"),
               ("Data for other systems", "about/data/"))),
)  # fmt: skip
"""The columns of links in the footer; links to guides that a state does not have are left out."""


def _footer(catalog: Catalog) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    guides = {address_of(guide.path.as_posix()) for guide in catalog.guides}
    return tuple(
        (title, tuple(link for link in links if not link[1].startswith(("guides/", "about/")) or link[1] in guides))
        for title, links in _FOOTER
    )


def add_policy(html: str) -> str:
    """Return a finished page with its content policy: only this site's files, and inline scripts by their hash.

    The policy is added last, because the hashes differ from page to page; in the page it comes first, because it must
    come before everything that it governs.
    """
    inline = [m for m in _INLINE.finditer(html) if "src=" not in m["attributes"] and m["code"].strip()]
    codes = [m["code"] for m in inline if "ld+json" not in m["attributes"]]  # data does not run
    hashes = sorted({base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in codes})
    policy = _POLICY.format(scripts=" ".join(["'self'", *(f"'sha256-{each}'" for each in hashes)]))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return re.sub(r"<meta charset=[^>]+>", lambda found: found[0] + meta, html, count=1)
