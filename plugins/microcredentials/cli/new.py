"""The commands that begin a spec."""

import uuid
from datetime import date

import click

from ..authoring.new_draft import Answers, fill_template
from ..catalog.layout import TEMPLATE
from ..model.slugs import is_slug, suggest_slug
from ..reading.problem import Pointer
from ._project import current_project


@click.group()
def new() -> None:
    """Begin a spec: a complete draft with TODO where something is still to be written."""


@new.command()
@click.option("--title", prompt="Title (what readers see)")
@click.option("--competency", prompt="Competency (The educator …)", default="TODO")
@click.option("--subject", "subjects", multiple=True, help="An id from vocabulary.yml; repeatable.")
@click.option("--level", default="TODO", help="foundational, practicing or leading.")
@click.option("--stack", prompt="Stack it belongs to (empty for none)", default="", show_default=False)
@click.option("--role", type=click.Choice(["required", "elective"]), default="elective", show_default=True)
@click.option("--slug", default="", help="Name of the file and address; else made from the title.")
def credential(
    title: str, competency: str, subjects: tuple[str, ...], level: str, stack: str, role: str, slug: str
) -> None:
    """Begin a micro-credential in content/credentials/."""
    answers: dict[Pointer, object] = {
        ("title",): title, ("competency",): competency, ("level",): level, ("subjects",): list(subjects) or ["TODO"],
    }  # fmt: skip
    if stack:
        answers |= {("stacks", 0, "stack"): stack, ("stacks", 0, "role"): role}
    else:
        answers[("stacks",)] = []
    _begin("credentials", slug or suggest_slug(title), answers)


@new.command("stack")
@click.option("--title", prompt="Title (what readers see)")
@click.option("--outcome", prompt="Outcome (The educator …)", default="TODO")
@click.option("--slug", default="", help="Name of the file and address; else made from the title.")
def new_stack(title: str, outcome: str, slug: str) -> None:
    """Begin a stack in content/stacks/."""
    _begin("stacks", slug or suggest_slug(title), {("title",): title, ("outcome",): outcome})


def _begin(folder: str, slug: str, answers: Answers) -> None:
    content = current_project().content
    path, template = content / folder / f"{slug}.md", content / folder / TEMPLATE
    if not is_slug(slug) or any((content / kind / f"{slug}.md").exists() for kind in ("credentials", "stacks")):
        raise click.UsageError(f"“{slug}” is taken, or cannot be an address. Give another with --slug.")
    today = date.today().isoformat()
    try:
        text = fill_template(
            template.read_bytes(), {**answers, ("uid",): str(uuid.uuid4()), ("dates", "created"): today}
        )
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{template}: {error}") from error
    path.write_text(text, "utf-8")
    click.echo(f"{path} is a draft. Write where it says TODO; “microcredentials check {path}” says what is left.")
