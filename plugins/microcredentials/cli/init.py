"""The command that makes the project a state's own."""

import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from ..authoring.adoption.adopt import adopted
from ..authoring.adoption.logo import mark
from ..authoring.adoption.looks import ACCENT, BRAND, dark_enough, shows_on
from ..authoring.adoption.models import is_model
from ..authoring.adoption.state import State
from ..catalog.loading import load
from ..catalog.project import CONFIG
from ..model.fields import URL
from ..model.slugs import suggest_slug
from ..model.wording import plural
from ._project import current_project

DEMONSTRATION = Path("tests/demonstration")
_FOUND_OUT = ("docs/accessibility-results.yml", "docs/openacr.yaml")  # about the demonstration's own pages
LOGO = Path("overrides/assets/images/favicon.svg")
_TEXTS = (
    CONFIG, "README.md", "SECURITY.md", LOGO.as_posix(), "overrides/assets/stylesheets/tokens.css",
    ".github/**/*", "content/**/*.md", "content/**/*.yml",
)  # fmt: skip
"""Where the demonstration's names and colors stand."""

_NAME = r"[^\W_][\w .'’&()/-]*"  # nothing that YAML or Markdown would take for a sign
_MAIL = r"[\w.+-]+@[\w-]+(\.[\w-]+)+"


def _fits(pattern: str, example: str) -> Callable[[click.Context, click.Parameter, str], str]:
    """Return a check of an answer, which says by an example how to mend it."""

    def check(_: click.Context, __: click.Parameter, value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise click.BadParameter(f"“{value}” cannot be used. Write it as in {example}")
        return value

    return check


@click.command()
@click.option("--state", prompt="State", callback=_fits(_NAME, "New Mexico"), help="Its name.")
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
    help="Where educators write to.",
)
@click.option(
    "--site-url",
    prompt="Address the catalog is published at",
    callback=_fits(URL, "https://catalog.example.gov/"),
    help="With https.",
)
@click.option(
    "--repository",
    prompt="Address of the repository",
    callback=_fits(r"https://[\w.-]+(/[\w.~-]+){2,}/?", "https://github.com/agency/micro-credentials"),
    help="Where changes are proposed.",
)
@click.option("--program", default="", help="Name of the program; else made from the state's.")
@click.option("--color", default=BRAND, callback=_fits("#[0-9a-f]{6}", BRAND), help="Color of the band and the badges.")
@click.option(
    "--accent", default=ACCENT, callback=_fits("#[0-9a-f]{6}", ACCENT), help="Color of the marks that stand on it."
)
@click.option("--logo", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A plain SVG file.")
@click.option(
    "--models",
    type=click.Choice(["remove", "keep"]),
    default="remove",
    show_default=True,
    help="Whether the demonstration's micro-credentials leave, or stay as drafts to adapt.",
)
def init(
    state: str, code: str, agency: str, website: str, contact: str, site_url: str, repository: str, program: str,
    color: str, accent: str, logo: Path | None, models: str,
) -> None:  # fmt: skip
    """Make this project your state's own: names, addresses, colors, and no invented state any more."""
    root = current_project().content.parent
    _refuse_twice(root)
    texts = dict(_texts(root))
    answers = State(
        name=state, code=code, agency=agency, agency_id=suggest_slug(agency), website=website, contact=contact,
        program=program or f"{state} Educator Micro-credentials", site=f"{site_url.rstrip('/')}/",
        repository=repository.rstrip("/"), uid=str(uuid.uuid4()), today=date.today().isoformat(),
        color=dark_enough(color), accent=accent, models=models == "keep",
        uids={path: str(uuid.uuid4()) for path in texts if is_model(path)},
    )  # fmt: skip
    if not shows_on(accent, answers.color):
        raise click.UsageError(f"{accent} can hardly be seen on {answers.color}. Give a lighter --accent.")
    changed = adopted(texts, answers) | ({LOGO.as_posix(): _mark(logo)} if logo else {})
    _keep_demonstration(root)
    _write(root, changed)
    _say(answers, color, changed, root)


def _refuse_twice(root: Path) -> None:
    program = load(root / "content").program.file
    if program is None or not program.illustrative:
        raise click.UsageError(
            "content/program/program.yml is not the demonstration's: this catalog is a state's own already, "
            "or the file cannot be read. Edit the files that README lists under “Where to change what”."
        )


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file that may speak of the demonstration."""
    for pattern in _TEXTS:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix(), path.read_text("utf-8")


def _mark(logo: Path) -> str:
    try:
        return mark(logo.read_text("utf-8"))
    except ValueError as fault:
        raise click.UsageError(f"{logo}: {fault}") from fault


def _keep_demonstration(root: Path) -> None:
    """Copy the demonstration to where the suite looks for it first, so that its tests go on working."""
    home = root / DEMONSTRATION
    if home.parent.is_dir() and not home.exists():
        shutil.copytree(root / "content", home / "content")
        shutil.copy(root / CONFIG, home)
        for name in _FOUND_OUT:
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


def _say(state: State, color: str, changed: dict[str, str | None], root: Path) -> None:
    left = sum(text is None for text in changed.values())
    click.echo(f"{plural(len(changed) - left, 'file')} rewritten for {state.name}, {left} removed.")
    if state.color != color:
        click.echo(f"{color} is too light for white words on it; {state.color} is used.")
    if (root / DEMONSTRATION).is_dir():
        click.echo(f"The demonstration is in {DEMONSTRATION}, where only the tests read it.")
    click.echo("Read content/about/ and content/program/program.yml: they say what you promise. Then: scripts/build")
