"""Recognize specs in other languages than English, and the rules that are about English words."""

from collections.abc import Iterable, Iterator

from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.program import Program
from ..model.wording import ENGLISH, is_english, plural
from ..reading.problem import Problem, RuleClass
from .finding import Rule


def language_of(entry: Entry[Node], program: Program) -> str:
    """Return the language of the file of *entry*, which is that of the program unless the file names its own."""
    own = getattr(entry.node, "language", None)
    return own or (program.file.language if program.file else ENGLISH)


def is_english_only(rule: Rule, problem: Problem | None = None) -> bool:
    """Return whether *rule*, or its *problem*, is about English words, and so means nothing in another language."""
    rule_class = problem.rule_class if problem and problem.rule_class else rule.rule_class
    return rule_class == RuleClass.HEURISTIC and not rule.any_language


def explain_languages(entries: Iterable[Entry[Node]], program: Program, rules: Iterable[Rule]) -> Iterator[str]:
    """Yield a note for each other language in *entries*, with the ids of *rules* that were not applied to it."""
    languages: dict[str, int] = {}
    for entry in entries:
        if entry.node is not None and not is_english(language_of(entry, program)):
            language = language_of(entry, program)
            languages[language] = languages.get(language, 0) + 1
    ids = ", ".join(sorted(rule.id for rule in rules if is_english_only(rule)))
    for language, count in sorted(languages.items()):
        yield f"{plural(count, 'spec')} in {language}: not checked by the rules about English words, which are {ids}."
