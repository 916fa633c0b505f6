"""``new``: create a draft of a spec."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from ..authoring.new_draft import Answers, fill_template
from ..catalog.layout import TEMPLATE
from ..catalog.loading import load_templates
from ..catalog.writing import write_file
from ..model.slugs import is_slug, suggest_slug
from ._disk import show_disk_errors
from ._echo import echo
from ._project import current_project

_SLUG = click.option("--slug", default="", help="File name and last part of the address [default: from the title].")


@click.group()
def new() -> None:
    """Create a spec: a complete draft, with TODO where something is still to be written."""


@dataclass(frozen=True)
class CredentialOptions:
    """The options of ``new credential``, under the names that click gives them."""

    title: str
    competency: str
    subjects: tuple[str, ...]
    level: str
    stack: str
    role: str
    slug: str


@new.command()
@click.option("--title", prompt="Title (as educators will see it)")
@click.option("--competency", prompt="Competency (The educator …)", default="TODO")
@click.option("--subject", "subjects", multiple=True, help="Id from vocabulary.yml; repeatable.")
@click.option("--level", default="TODO", help="One of: foundational, practicing, leading.")
@click.option("--stack", prompt="Stack it belongs to (empty for none)", default="", show_default=False)
@click.option("--role", type=click.Choice(["required", "elective"]), default="elective", show_default=True)
@_SLUG
def credential(**given: Any) -> None:
    """Create a micro-credential in content/credentials/."""
    options = CredentialOptions(**given)
    answers: Answers = {
        ("title",): options.title, ("competency",): options.competency, ("level",): options.level,
        ("subjects",): list(options.subjects) or ["TODO"],
    }  # fmt: skip
    _create("credentials", options.slug or suggest_slug(options.title), {**answers, **_membership(options)})


def _membership(options: CredentialOptions) -> Answers:
    if options.stack:
        return {("stacks", 0, "stack"): options.stack, ("stacks", 0, "role"): options.role}
    return {("stacks",): []}


@new.command()
@click.option("--title", prompt="Title (as educators will see it)")
@click.option("--outcome", prompt="Outcome (The educator …)", default="TODO")
@_SLUG
def stack(title: str, outcome: str, slug: str) -> None:
    """Create a stack in content/stacks/."""
    _create("stacks", slug or suggest_slug(title), {("title",): title, ("outcome",): outcome})


def _create(folder: str, slug: str, answers: Answers) -> None:
    content = current_project().content
    path, place = content / folder / f"{slug}.md", content / folder / TEMPLATE
    template = load_templates(content).get(folder)
    if template is None:
        raise click.UsageError(f"{place} is missing or cannot be read. “microcredentials check” says why.")
    if not is_slug(slug) or any((content / kind / f"{slug}.md").exists() for kind in ("credentials", "stacks")):
        raise click.UsageError(f"“{slug}” is taken, or cannot be part of an address. Choose another name with --slug.")
    today = date.today().isoformat()
    try:
        text = fill_template(template, {**answers, ("uid",): str(uuid.uuid4()), ("dates", "created"): today})
    except ValueError as error:
        raise click.UsageError(f"{place}: {error}") from error
    with show_disk_errors():
        write_file(path, text.encode(), content.parent)
    echo(f"{path} is a draft. Replace each TODO; “microcredentials check {path}” lists what is left.")
