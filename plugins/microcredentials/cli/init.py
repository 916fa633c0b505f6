"""``init``: make the project a state's own."""

import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..authoring.adoption.adopt import BrokenFileError, adopt
from ..authoring.adoption.logo import clean_logo
from ..authoring.adoption.looks import ACCENT, BRAND, darken_for_text, is_visible_on
from ..authoring.adoption.models import is_model
from ..authoring.adoption.naming import find_name_problem
from ..authoring.adoption.state import AdoptingState
from ..catalog.folder import list_files
from ..catalog.loading import load
from ..catalog.opening import decode, read_file, read_named
from ..catalog.project import CONFIG
from ..catalog.writing import refuse_links, remove_file, write_file
from ..model.fields import URL
from ..model.slugs import suggest_slug
from ..model.wording import plural
from ..reading.source import MAX_DATA
from ._disk import show_disk_errors
from ._echo import echo
from ._project import current_project

DEMONSTRATION = Path("tests/demonstration")
_RESULTS = ("docs/accessibility-results.yml", "docs/openacr.yaml")  # about the demonstration's own pages
LOGO = Path("overrides/assets/images/favicon.svg")
_TEXTS = (
    CONFIG, "README.md", "SECURITY.md", LOGO.as_posix(), "overrides/assets/stylesheets/tokens.css",
    ".github/**/*", "content/**/*.md", "content/**/*.yml",
)  # fmt: skip
"""The files that contain the demonstration's names and colors."""

_NAME = r"[^\W_][\w .'’&()/-]{0,199}"
_EMAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"
_REPOSITORY = r"https://[\w.-]+(/[\w.~-]+){2,}/?"
_COLOR = "#[0-9a-f]{6}"


@dataclass(frozen=True)
class InitOptions:
    """The options of ``init``, under the names that click gives them."""

    state: str
    code: str
    agency: str
    website: str
    contact: str
    site_url: str
    repository: str
    program: str
    color: str
    accent: str
    logo: Path | None
    models: str


def _matches(pattern: str, example: str) -> Callable[[click.Context, click.Parameter, str], str]:
    """Return a callback that accepts an answer if it matches *pattern*, and otherwise shows *example*."""

    def check(_: click.Context, __: click.Parameter, value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise click.BadParameter(f"“{value}” cannot be used. Write it like {example}")
        return value

    return check


def _check_name(_: click.Context, __: click.Parameter, value: str) -> str:
    """Accept the name of a program, or no name."""
    if value and (problem := find_name_problem(value)):
        raise click.BadParameter(problem)
    return value


@click.command()
@click.option("--state", prompt="State", callback=_matches(_NAME, "New Mexico"), help="Name of the state.")
@click.option("--code", prompt="Postal code", callback=_matches("[A-Z]{2}", "NM"), help="Postal code of the state.")
@click.option(
    "--agency",
    prompt="Agency that issues the micro-credentials",
    callback=_matches(_NAME, "New Mexico Public Education Department"),
    help="Agency that issues the micro-credentials.",
)
@click.option(
    "--website",
    prompt="Website of the agency",
    callback=_matches(URL, "https://agency.example.gov/"),
    help="Website of the agency.",
)
@click.option(
    "--contact",
    prompt="Email address for questions",
    callback=_matches(_EMAIL, "microcredentials@agency.example.gov"),
    help="Email address for educators' questions.",
)
@click.option(
    "--site-url",
    prompt="Address at which the catalog is published",
    callback=_matches(URL, "https://catalog.example.gov/"),
    help="Address of the published catalog, with https.",
)
@click.option(
    "--repository",
    prompt="Address of the repository",
    callback=_matches(_REPOSITORY, "https://github.com/agency/micro-credentials"),
    help="Address of the repository in which changes are proposed.",
)
@click.option(
    "--program",
    default="",
    callback=_check_name,
    help="Name of the program [default: made from the name of the state].",
)
@click.option("--color", default=BRAND, callback=_matches(_COLOR, BRAND), help="Color of the header and the badges.")
@click.option("--accent", default=ACCENT, callback=_matches(_COLOR, ACCENT), help="Color of marks on top of --color.")
@click.option("--logo", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Plain SVG file.")
@click.option(
    "--models",
    type=click.Choice(["remove", "keep"]),
    default="remove",
    show_default=True,
    help="Remove the demonstration's micro-credentials, or keep them as drafts to adapt.",
)
def init(**given: Any) -> None:
    """Make this project your state's own: put in its names, addresses and colors, and remove the demonstration."""
    options, root = InitOptions(**given), current_project().content.parent
    _refuse_if_adopted(root)
    with show_disk_errors():
        texts = dict(_texts(root))
    state = _state(options, texts)
    if not is_visible_on(options.accent, state.color):
        raise click.UsageError(f"{options.accent} is hard to see on {state.color}. Choose a lighter --accent.")
    changed = _adopt(texts, state) | ({LOGO.as_posix(): _read_logo(options.logo)} if options.logo else {})
    with show_disk_errors():
        for path in (DEMONSTRATION.as_posix(), *changed):
            refuse_links(root / path, root)
    with show_disk_errors("Some files have already been changed; “git restore .” restores them."):
        _keep_demonstration(root)
        _write(root, changed)
    _report(state, options.color, changed, root)


def _state(options: InitOptions, texts: Mapping[str, str]) -> AdoptingState:
    return AdoptingState(
        name=options.state,
        code=options.code,
        agency=options.agency,
        agency_id=suggest_slug(options.agency),
        website=options.website,
        contact=options.contact,
        program=options.program or f"{options.state} Educator Micro-credentials",
        site=f"{options.site_url.rstrip('/')}/",
        repository=options.repository.rstrip("/"),
        uid=str(uuid.uuid4()),
        today=date.today().isoformat(),
        color=darken_for_text(options.color),
        accent=options.accent,
        keep_models=options.models == "keep",
        uids={path: str(uuid.uuid4()) for path in texts if is_model(path)},
    )


def _refuse_if_adopted(root: Path) -> None:
    program = load(root / "content").program.file
    if program is None or not program.illustrative:
        raise click.UsageError(
            "content/program/program.yml is not the demonstration's: this catalog already belongs to a state, "
            "or the file cannot be read. Edit the files that README lists under “Where to change what”."
        )


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file that may name the demonstration."""
    for pattern in _TEXTS:
        for path in sorted(root.glob(pattern)):
            if not path.is_dir():
                yield (
                    path.relative_to(root).as_posix(),
                    decode(read_file(path, root, MAX_DATA), path).removeprefix("\ufeff"),
                )


def _adopt(texts: Mapping[str, str], state: AdoptingState) -> dict[str, str | None]:
    try:
        return adopt(texts, state)
    except BrokenFileError as error:
        raise click.UsageError(str(error)) from error


def _read_logo(logo: Path) -> str:
    with show_disk_errors():
        text = decode(read_named(logo, MAX_DATA), logo)
    try:
        return clean_logo(text)
    except ValueError as error:
        raise click.UsageError(f"{logo}: {error}") from error


def _keep_demonstration(root: Path) -> None:
    """Copy the demonstration to the folder where the suite looks for it, so that the tests still work."""
    home = root / DEMONSTRATION
    if not home.parent.is_dir() or home.exists():
        return
    content = [f"content/{file.path}" for file in list_files(root / "content") if not file.problem]
    results = [name for name in _RESULTS if (root / name).is_file()]
    for name in (*content, CONFIG, *results):
        write_file(home / name, read_file(root / name, root, MAX_DATA), root)
    for name in results:
        remove_file(root / name, root)


def _write(root: Path, changed: Mapping[str, str | None]) -> None:
    for path, text in changed.items():
        if text is None:
            remove_file(root / path, root)
        else:
            write_file(root / path, text.encode(), root)


def _report(state: AdoptingState, color: str, changed: Mapping[str, str | None], root: Path) -> None:
    removed = sum(text is None for text in changed.values())
    echo(f"{plural(len(changed) - removed, 'file')} rewritten for {state.name}, {removed} removed.")
    if state.color != color:
        echo(f"{color} is too light for white text on it; {state.color} is used instead.")
    if (root / DEMONSTRATION).is_dir():
        echo(f"The demonstration is now in {DEMONSTRATION}, for the tests only.")
    echo("Read content/about/ and content/program/program.yml, because they state what you promise.")
    echo("Then run scripts/build.")
