"""``init``: make the project a state's own."""

import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from ..authoring.adoption.adopt import adopt
from ..authoring.adoption.logo import clean_logo
from ..authoring.adoption.looks import ACCENT, BRAND, darken_for_text, is_visible_on
from ..authoring.adoption.models import is_model
from ..authoring.adoption.state import AdoptingState
from ..catalog.loading import load
from ..catalog.project import CONFIG
from ..model.fields import URL
from ..model.slugs import suggest_slug
from ..model.wording import plural
from ._project import current_project

DEMONSTRATION = Path("tests/demonstration")
_RESULTS = ("docs/accessibility-results.yml", "docs/openacr.yaml")  # of tests of the demonstration's pages
LOGO = Path("overrides/assets/images/favicon.svg")
_TEXTS = (
    CONFIG, "README.md", "SECURITY.md", LOGO.as_posix(), "overrides/assets/stylesheets/tokens.css",
    ".github/**/*", "content/**/*.md", "content/**/*.yml",
)  # fmt: skip
"""The files with names and colors of the demonstration."""

_NAME = r"[^\W_][\w .'’&()/-]*"  # without characters that mean something in YAML or Markdown
_MAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"


def _fits(pattern: str, example: str) -> Callable[[click.Context, click.Parameter, str], str]:
    """Return a check of an answer; its message gives an example of a correct one."""

    def check(_: click.Context, __: click.Parameter, value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise click.BadParameter(f"“{value}” cannot be used. Write it as in {example}")
        return value

    return check


@click.command()
@click.option("--state", prompt="State", callback=_fits(_NAME, "New Mexico"), help="Name of the state.")
@click.option("--code", prompt="Postal code", callback=_fits("[A-Z]{2}", "NM"), help="Its postal code.")
@click.option(
    "--agency",
    prompt="Agency that issues",
    callback=_fits(_NAME, "New Mexico Public Education Department"),
    help="Who issues the micro-credentials.",
)
@click.option(
    "--website", prompt="Its website", callback=_fits(URL, "https://agency.example.gov/"), help="The agency's website."
)
@click.option(
    "--contact",
    prompt="E-mail address for questions",
    callback=_fits(_MAIL, "microcredentials@agency.example.gov"),
    help="Address that educators write to.",
)
@click.option(
    "--site-url",
    prompt="Address the catalog is published at",
    callback=_fits(URL, "https://catalog.example.gov/"),
    help="Address of the site, with https.",
)
@click.option(
    "--repository",
    prompt="Address of the repository",
    callback=_fits(r"https://[\w.-]+(/[\w.~-]+){2,}/?", "https://github.com/agency/micro-credentials"),
    help="Repository in which changes are proposed.",
)
@click.option("--program", default="", help="Name of the program [default: made from the name of the state].")
@click.option("--color", default=BRAND, callback=_fits("#[0-9a-f]{6}", BRAND), help="Color of the band and the badges.")
@click.option(
    "--accent", default=ACCENT, callback=_fits("#[0-9a-f]{6}", ACCENT), help="Color of the marks on the band."
)
@click.option("--logo", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A plain SVG file.")
@click.option(
    "--models",
    type=click.Choice(["remove", "keep"]),
    default="remove",
    show_default=True,
    help="Remove the demonstration's micro-credentials, or keep them as drafts to adapt.",
)
def init(
    state: str, code: str, agency: str, website: str, contact: str, site_url: str, repository: str, program: str,
    color: str, accent: str, logo: Path | None, models: str,
) -> None:  # fmt: skip
    """Make this project your state's own: replace the invented state's names, addresses and colors by yours."""
    root = current_project().content.parent
    _refuse_twice(root)
    texts = dict(_texts(root))
    answers = AdoptingState(
        name=state, code=code, agency=agency, agency_id=suggest_slug(agency), website=website, contact=contact,
        program=program or f"{state} Educator Micro-credentials", site=f"{site_url.rstrip('/')}/",
        repository=repository.rstrip("/"), uid=str(uuid.uuid4()), today=date.today().isoformat(),
        color=darken_for_text(color), accent=accent, keep_models=models == "keep",
        uids={path: str(uuid.uuid4()) for path in texts if is_model(path)},
    )  # fmt: skip
    if not is_visible_on(accent, answers.color):
        raise click.UsageError(f"{accent} is hardly visible on {answers.color}. Choose a lighter --accent.")
    changed = adopt(texts, answers) | ({LOGO.as_posix(): _read_logo(logo)} if logo else {})
    _keep_demonstration(root)
    _write(root, changed)
    _report(answers, color, changed, root)


def _refuse_twice(root: Path) -> None:
    program = load(root / "content").program.file
    if program is None or not program.illustrative:
        raise click.UsageError(
            "content/program/program.yml is not that of the demonstration: this catalog already belongs to a state, "
            "or the file cannot be read. Edit the files that README lists under “Where to change what”."
        )


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that may name the demonstration."""
    for pattern in _TEXTS:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix(), path.read_text("utf-8")


def _read_logo(logo: Path) -> str:
    try:
        return clean_logo(logo.read_text("utf-8"))
    except ValueError as error:
        raise click.UsageError(f"{logo}: {error}") from error


def _keep_demonstration(root: Path) -> None:
    """Copy the demonstration to the folder in which the tests look for it first."""
    home = root / DEMONSTRATION
    if home.parent.is_dir() and not home.exists():
        shutil.copytree(root / "content", home / "content")
        shutil.copy(root / CONFIG, home)
        for name in _RESULTS:
            if (root / name).is_file():
                (home / name).parent.mkdir(exist_ok=True)
                shutil.move(root / name, home / name)


def _write(root: Path, changed: dict[str, str | None]) -> None:
    for path, text in changed.items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")


def _report(state: AdoptingState, color: str, changed: dict[str, str | None], root: Path) -> None:
    removed = sum(text is None for text in changed.values())
    click.echo(f"{plural(len(changed) - removed, 'file')} rewritten for {state.name}, {removed} removed.")
    if state.color != color:
        click.echo(f"{color} is too light for white text; {state.color} is used instead.")
    if (root / DEMONSTRATION).is_dir():
        click.echo(f"The demonstration is now in {DEMONSTRATION}, for the tests only.")
    click.echo("Read content/about/ and content/program/program.yml, because they state what you promise.")
    click.echo("Then run scripts/build.")
