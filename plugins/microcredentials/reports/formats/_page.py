"""What reports that are one HTML file share: their templates, their styles, and a policy that lets nothing else in."""

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from ...model.wording import format_day, plural
from ...reading.place import Place
from ..safe import plain

TEMPLATES = Path(__file__).parents[2] / "templates"


def framed(title: str, main: str, style: str, script: str = "") -> str:
    """Return the HTML *main* as a whole page; *style* and *script* go in as they are, or their hash would not fit."""
    frame = environment().get_template("report_frame.html")
    return frame.render(
        title=title, main=Markup(main), style=Markup(style), script=Markup(script), policy=_policy(style, script)
    )


@cache
def assets(*names: str) -> str:
    """Return the style sheets or scripts *names* of this package, one behind the other."""
    return "\n".join((TEMPLATES / "assets" / name).read_text("utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """Return the content policy of a file: this style, this script, and nothing from anywhere."""
    code = f"script-src 'sha256-{_hash(script)}'; " if script else ""
    return f"default-src 'none'; style-src 'sha256-{_hash(style)}'; {code}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def environment() -> jinja2.Environment:
    """Return the templates with the few words that they may use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(TEMPLATES)),
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {"day": format_day, "plain": plain}
    made.globals |= {"plural": plural, "where": Place.describe, "rule_address": lambda _: ""}
    return made
