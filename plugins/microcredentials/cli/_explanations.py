"""Explain rules, clauses and specs in the terminal."""

import textwrap
from collections.abc import Iterable, Sequence

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..checking.finding import STATUSES, Rule
from ..checking.report import Report
from ..checking.rule import Check
from ..model.quality import Clause, Crosswalk
from ..model.spec import MicroCredential, Spec, Stack
from ..model.wording import plural
from ..rules.sources import SOURCES

_CLASSES = {
    "hard": "certain, because it counts or looks something up",
    "heuristic": "a hint that may be wrong, so it shows the words that it matched",
    "attestation": "judged by a person, who states their role and the date",
}
WIDTH = 100


def find_rule(name: str, checks: Sequence[Check]) -> Rule | None:
    """Return the rule with the id or name *name*, regardless of case; None if there is none."""
    return next((c.rule for c in checks if name.lower() in (c.rule.id.lower(), c.rule.name)), None)


def explain_rule(rule: Rule) -> str:
    """Return the manual of *rule*, which is also the text of its page on the site."""
    severities = ", ".join(f"{status}: {rule.severities.get(status, 'not checked')}" for status in STATUSES)
    derived = [f"  {SOURCES[code].title} ({SOURCES[code].publisher})" for code in rule.derived_from if code in SOURCES]
    numbers = [f"  {name} = {value}" for name, value in rule.settings.items()]
    words = [_word_list(name, phrases) for name, phrases in rule.word_lists.items()]
    examples = [f"{'Passes' if e.passes else 'Fails'}:\n\n{textwrap.indent(e.text, '    ')}" for e in rule.examples]
    parts = [
        f"{rule.id}  {rule.title}",
        *(textwrap.fill(paragraph, WIDTH) for paragraph in rule.why.split("\n\n")),
        f"Class: {rule.rule_class} ({_CLASSES[rule.rule_class]}).\nSeverity: {severities}.",
        *(["Derived from:\n" + "\n".join(derived)] if derived else []),
        *(["Settings that a state may change in program/quality.yml:\n" + "\n".join(numbers)] if numbers else []),
        *(["Word lists that a state may change in program/quality.yml:\n" + "\n".join(words)] if words else []),
        *examples,
    ]
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def _word_list(name: str, phrases: Iterable[str]) -> str:
    text = f"{name}: {'; '.join(phrases)}"
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def find_clauses(name: str, catalog: Catalog) -> list[tuple[str, Crosswalk, Clause]]:
    """Return the clauses of *name*, ``file/clause`` or ``file`` for all, each with its file and its crosswalk."""
    file, _, wanted = name.partition("/")
    crosswalk = (catalog.program.crosswalks or {}).get(file)
    clauses = crosswalk.clauses if crosswalk else ()
    return [(file, crosswalk, clause) for clause in clauses if crosswalk and wanted in ("", clause.id)]


def explain_clause(file: str, crosswalk: Crosswalk, clause: Clause) -> str:
    """Return the requirement of a published *clause*, the rules that check it, and the question for people."""
    reading = "our reading of" if crosswalk.reading == "ours" else "confirmed for"
    lines = [f"{file}/{clause.id}  {clause.text}", f"({reading} {crosswalk.title}, {crosswalk.publisher})"]
    lines += [f"Rules: {', '.join(clause.rules)}"] if clause.rules else []
    if clause.attestation:
        lines.append(f"A person judges: {clause.attestation.question} ({' or '.join(clause.attestation.roles)})")
    elif not clause.rules:
        lines.append("No rule covers this clause: it needs judgment.")
    return "\n".join(lines) + "\n"


def describe(entry: Entry[Spec], catalog: Catalog, report: Report) -> str:
    """Return a summary of a spec, with the number of its findings."""
    if entry.node is None:
        return f"{entry.source.path} cannot be read; “microcredentials check” says why.\n"
    spec = entry.spec
    lines = [f"{spec.title}  ({spec.status}{f', version {spec.version}' if spec.version else ''})", ""]
    lines += _credential(spec, catalog) if isinstance(spec, MicroCredential) else _stack(entry, catalog)
    own = [finding for finding in report.open if finding.spec == entry.slug]
    lines += ["", f"{plural(len(own), 'finding')}; see them with: microcredentials check {path_of(entry, catalog)}"]
    return "\n".join(lines) + "\n"


def path_of(entry: Entry[Spec], catalog: Catalog) -> str:
    """Return the path of a spec from the working directory."""
    return (catalog.root / entry.source.path).as_posix()


def _credential(spec: MicroCredential, catalog: Catalog) -> list[str]:
    label = catalog.program.label
    facts = {
        "Counts for": ", ".join(label("currency_types", each.type) for each in spec.currency),
        "Hours": spec.effort.hours.words if spec.effort.hours else "",
        "Level": label("levels", spec.level),
        "Subjects": ", ".join(label("subjects", subject) for subject in spec.subjects),
        "Grades": ", ".join(label("grade_bands", band) for band in spec.grade_bands),
        "Stacks": ", ".join(f"{m.stack} ({m.role})" for m in spec.stacks),
    }
    lines = [
        textwrap.fill(spec.competency, WIDTH),
        "",
        *(f"{name + ':':<12}{value}" for name, value in facts.items() if value),
    ]
    lines += ["", "Evidence:", *(f"  {part.id}" for part in spec.evidence.parts)] if spec.evidence.parts else []
    if spec.rubric.criteria:
        lines += ["", f"Rubric ({' < '.join(spec.rubric.levels)}; passes at {spec.rubric.passing_level}):"]
        lines += [f"  {criterion.name}" for criterion in spec.rubric.criteria]
    return lines


def _stack(entry: Entry[Spec], catalog: Catalog) -> list[str]:
    stack = entry.spec
    outcome = stack.outcome if isinstance(stack, Stack) else ""
    members = [f"  {m.spec.title} ({m.spec.status})" for m in catalog.members(entry.slug)]
    return [textwrap.fill(outcome, WIDTH), "", "Members:", *members]
