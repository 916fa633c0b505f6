"""The command line: an edge that reads options, calls the core, prints, and exits 0, 1 or 2.

0: nothing at or above ``--fail-on``; 1: findings; 2: something is wrong with the set-up or the call.
"""

import json
import sys
import uuid
from datetime import date
from pathlib import Path

import click

from . import __version__
from .build import DATA_FORMATS
from .cli_check import check
from .cli_history import diff, release, settings_here as _settings
from .cli_import import import_
from .cli_init import init
from .explain import describe, explain_clause, explain_rule, find_clause, find_rule
from .files import load, materialized, write
from .finding import STATUSES
from .folder import TEMPLATE
from .problem import Pointer
from .publish import ContentError, publish
from .run import Options, check as run_check
from .scaffold import Answers, draft, is_slug, slug_of
from .schema import KINDS, json_schema
from .settings import SettingsError
from .standards import all_checks
from .wording import plural


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Check educator micro-credential specs against quality standards, and publish them as a catalog."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command()
@click.argument("name")
def explain(name: str) -> None:
    """Say what a rule (CO-03) or a clause of a published standard (file/clause) asks."""
    rule = find_rule(name, all_checks())
    if rule:
        click.echo(explain_rule(rule), nl=False)
        return
    clauses = find_clause(name, load(_settings().content))
    if not clauses:
        raise click.UsageError(f"There is no rule or clause “{name}”. “microcredentials rules” lists the rules.")
    click.echo("\n".join(explain_clause(*clause) for clause in clauses), nl=False)


@main.command()
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def rules(format_: str) -> None:
    """List every rule with its class and its severity per status."""
    rows = [
        (c.rule.id, c.rule.title, c.rule.rule_class, *(c.rule.severities.get(s, "–") for s in STATUSES))
        for c in all_checks()
    ]
    heads = ("id", "title", "class", *STATUSES)
    if format_ == "json":
        click.echo(json.dumps([dict(zip(heads, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    elif format_ == "markdown":
        for line in (heads, ("---",) * len(heads), *rows):
            click.echo(f"| {' | '.join(line)} |")
    else:
        for row in rows:
            click.echo(f"{row[0]}  {row[3]:<8}{row[4]:<8}{row[5]:<8}{row[1]}")


@main.command()
@click.argument("slug")
def show(slug: str) -> None:
    """Say in brief what a spec holds."""
    catalog = load(_settings().content)
    entry = catalog.by_slug.get(slug)
    if entry is None:
        raise click.UsageError(f"There is no spec “{slug}”.")
    report = run_check(catalog, all_checks(), Options(date.today()))
    click.echo(describe(entry, catalog, report), nl=False)


@main.command()
@click.option("--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to write.")
@click.option("--site-url", default="", help="The site's address; else site_url in mkdocs.yml.")
def build(folder: Path, site_url: str) -> None:
    """Write every page and data file into a folder, for any host; nothing is written if there are errors."""
    try:
        site = publish(_settings(site_url=site_url), date.today())
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    except ContentError as error:
        click.echo(str(error), nl=False, err=True)
        sys.exit(1)
    count = write(materialized(site.outputs), folder)
    click.echo(f"{site.said}{plural(count, 'file')} written to {folder}")


@main.command()
@click.argument("kind", type=click.Choice([*KINDS, *(each.name for each in DATA_FORMATS)]), default="credential")
def schema(kind: str) -> None:
    """Print the JSON Schema of a spec's front matter, with this state's own lists, or of one of our data formats."""
    known = next((each.schema for each in DATA_FORMATS if each.name == kind), None)
    made = known or json_schema(kind, load(_settings().content).program)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))


@main.group()
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
    _begin("credentials", slug or slug_of(title), answers)


@new.command("stack")
@click.option("--title", prompt="Title (what readers see)")
@click.option("--outcome", prompt="Outcome (The educator …)", default="TODO")
@click.option("--slug", default="", help="Name of the file and address; else made from the title.")
def new_stack(title: str, outcome: str, slug: str) -> None:
    """Begin a stack in content/stacks/."""
    _begin("stacks", slug or slug_of(title), {("title",): title, ("outcome",): outcome})


def _begin(folder: str, slug: str, answers: Answers) -> None:
    content = _settings().content
    path, template = content / folder / f"{slug}.md", content / folder / TEMPLATE
    if not is_slug(slug) or any((content / kind / f"{slug}.md").exists() for kind in ("credentials", "stacks")):
        raise click.UsageError(f"“{slug}” is taken, or cannot be an address. Give another with --slug.")
    today = date.today().isoformat()
    try:
        text = draft(template.read_bytes(), {**answers, ("uid",): str(uuid.uuid4()), ("dates", "created"): today})
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{template}: {error}") from error
    path.write_text(text, "utf-8")
    click.echo(f"{path} is a draft. Write where it says TODO; “microcredentials check {path}” says what is left.")


main.add_command(check)
main.add_command(diff)
main.add_command(release)
main.add_command(import_)
main.add_command(init)


if __name__ == "__main__":
    main()
