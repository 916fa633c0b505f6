"""The frame of reports that are one HTML file: templates, style sheets, scripts and a strict content policy."""

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from ...model.wording import format_day, plural
from ...reading.place import Place
from ..assets import join_sheets, remove_comments
from ..safe import plain

PACKAGE = Path(__file__).parents[2]
TEMPLATES = PACKAGE / "templates"


def frame_page(title: str, main: str, style: str, script: str = "") -> str:
    """Return the HTML *main* as a complete page. *style* and *script* are not changed, so that their hashes match."""
    frame = make_environment().get_template("report_frame.html")
    return frame.render(
        title=title, main=Markup(main), style=Markup(style), script=Markup(script), policy=_policy(style, script)
    )


@cache
def load_style(*names: str) -> str:
    """Return the style sheets *names* of reports as one sheet, with the site's own sheets that they import."""
    sheets = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.css")}
    return "\n".join(join_sheets(f"templates/assets/{name}", sheets) for name in names)


@cache
def load_script(name: str) -> str:
    """Return the script *name* of a report."""
    return remove_comments((TEMPLATES / "assets" / name).read_text("utf-8"))


def _policy(style: str, script: str) -> str:
    """Return the content policy of a file: this style, this script, and nothing else."""
    code = f"script-src 'sha256-{_hash(script)}'; " if script else ""
    return f"default-src 'none'; style-src 'sha256-{_hash(style)}'; {code}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def make_environment() -> jinja2.Environment:
    """Return the environment of the templates, with the filters and functions that they use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(TEMPLATES)),
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {"day": format_day, "plain": plain}
    made.globals |= {"plural": plural, "where": Place.describe, "rule_address": lambda _: ""}
    return made
