"""The command line: an edge that reads options, calls the core, prints, and exits 0, 1 or 2.

0: nothing at or above ``--fail-on``; 1: findings; 2: something is wrong with the set-up or the call.
"""

import json
import os
import sys
import uuid
from datetime import date
from pathlib import Path
from typing import Literal

import click

from . import __version__
from .build import DATA_FORMATS
from .cache import cache_folder
from .choosing import chooser, narrowed, statistics
from .cli_history import diff, release, reported, settings_here as _settings
from .cli_import import import_
from .cli_init import init
from .explain import describe, explain_clause, explain_rule, find_clause, find_rule
from .files import load, materialized, write
from .finding import STATUSES
from .folder import TEMPLATE
from .problem import Pointer, Severity
from .publish import ContentError, publish
from .reports import formats, renderer
from .run import Options, check as run_check
from .scaffold import Answers, draft, is_slug, slug_of
from .schema import KINDS, json_schema
from .settings import SettingsError
from .standards import all_checks
from .wording import plural

FORMATS = click.Choice(sorted(formats()))
SEVERITIES = click.Choice([severity.value for severity in Severity])


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-09-01", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Check educator micro-credential specs against quality standards, and publish them as a catalog."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _outputs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, Path]]:
    pairs = [value.partition("=") for value in values]
    for name, _equals, path in pairs:
        if name not in formats() or not path:
            raise click.BadParameter(f"write FORMAT=FILE; formats are {', '.join(formats())}")
    return [(name, Path(path)) for name, _equals, path in pairs]


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_", type=FORMATS, default="text", show_default=True, help="How to print the report.")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    callback=_outputs,
    metavar="FORMAT=FILE",
    help="Also write a file; repeatable.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules or families (CO-02, EV).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or families.")
@click.option("--fail-on", type=SEVERITIES, default="error", show_default=True, help="Exit 1 from this severity on.")
@click.option("--as", "as_status", type=click.Choice(STATUSES), help="Judge every spec as if it had this status.")
@click.option("--today", type=Day(), default=date.today, help="The day to judge by (YYYY-MM-DD); else today.")
@click.option(
    "--dates",
    type=click.Choice(["warn", "error"]),
    default="warn",
    show_default=True,
    help="How much weighs what only time has brought about, such as an overdue review.",
)
@click.option("--since", metavar="REV", help="Only what the change since REV concerns; says which findings are new.")
@click.option("--cache/--no-cache", "cached", default=True, help="Recall the report if nothing has changed since.")
@click.option("--statistics", "counts", is_flag=True, help="Also count the findings by rule, on standard error.")
def check(
    paths: tuple[Path, ...], format_: str, outputs: list[tuple[str, Path]], select: tuple[str, ...],
    ignore: tuple[str, ...], fail_on: str, as_status: str | None, today: date, dates: Literal["warn", "error"],
    since: str | None, cached: bool, counts: bool,
) -> None:  # fmt: skip
    """Check specs against the quality standards.

    PATHS narrow what is reported; the whole catalog is always read, because specs refer to each other.
    """
    try:
        chosen = chooser(select, ignore, all_checks())
    except LookupError as error:
        raise click.UsageError(str(error)) from error
    content, options = _settings(paths[0] if paths else None).content, Options(today, as_status, chosen, dates)
    report = narrowed(reported(content, options, since, cache_folder(os.environ) if cached else None), paths)
    for name, path in outputs:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(renderer(name)(report), "utf-8")
    click.echo(renderer(format_)(report), nl=False)
    if counts:
        click.echo(statistics(report), nl=False, err=True)
    sys.exit(1 if report.reaches(Severity(fail_on)) else 0)


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


main.add_command(diff)
main.add_command(release)
main.add_command(import_)
main.add_command(init)


if __name__ == "__main__":
    main()
