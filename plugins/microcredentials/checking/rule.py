"""What a check is: a rule, the manual it takes from its file, and the function that finds what breaks it."""

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar, cast, get_type_hints

from ..catalog.catalog import Catalog, Entry
from ..model.program import Program
from ..reading.phrases import Phrases
from ..reading.problem import Problem, RuleClass, Severity
from ._manual import read_manual
from .finding import STATUSES, Rule

HARD, HEURISTIC, ATTESTATION = RuleClass.HARD, RuleClass.HEURISTIC, RuleClass.ATTESTATION
Find = Callable[[Any, "Context"], Iterator[Problem]]
T = TypeVar("T")


class Around:
    """The catalog around the file that is judged, and whether a rule has ``looked`` at more than the file."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog, self.looked = catalog, False


class Context(NamedTuple):
    """What a rule may ask besides its subject: the catalog, the status to judge by, the day, its numbers and words.

    ``settings`` are the rule's own numbers, as this state has changed them.
    """

    around: Around
    entry: Entry[Any]
    status: str
    settings: Mapping[str, Any]
    today: date
    word_lists: Mapping[str, Phrases]
    memory: dict[object, object]

    def words(self, name: str) -> Phrases:
        """Return the word list *name* as this state has changed it; a rule may also read a list another one brings."""
        return self.word_lists[name]

    def once(self, work: Callable[[Catalog], T]) -> T:
        """Return what *work* makes of the catalog; it is done once a run, however many specs ask for it."""
        catalog = self.catalog
        if work not in self.memory:
            self.memory[work] = work(catalog)
        return cast(T, self.memory[work])

    def here(self, work: Callable[[Entry[Any]], T]) -> T:
        """Return what *work* makes of the file that is judged; it is done once, however many rules ask in turn."""
        made = cast(tuple[object, T] | None, self.memory.get(work))
        if made is None or made[0] is not self.entry:
            made = self.entry, work(self.entry)
            self.memory[work] = made
        return made[1]

    @property
    def catalog(self) -> Catalog:
        """The catalog; whoever looks at it has to look again when any file has changed."""
        self.around.looked = True
        return self.around.catalog

    @property
    def program(self) -> Program:
        """The program files."""
        return self.around.catalog.program


@dataclass(frozen=True)
class Check:
    """A rule with the function that finds what breaks it; without one, reading finds it or our tests hold it."""

    rule: Rule
    about: Any = None
    """``MicroCredential``, ``Stack``, ``Spec`` for both, or ``Guide``; several with ``|``."""
    find: Find | None = None


def rule(id: str, severity: str, **facts: Any) -> Callable[[Find], Check]:
    """Make a check of the decorated function; its module's docstring is the manual.

    ``severity`` holds the severities for draft, pilot and published (and retired), as in ``"warning error error"``;
    ``none`` switches the rule off. The type of the function's first parameter says what the rule is about. ``facts``
    are fields of ``Rule``: ``rule_class``, ``derived_from``, ``settings``, ``word_lists``, ``needs``, ``reads``.
    """

    def decorate(find: Find) -> Check:
        first = next(iter(inspect.signature(find).parameters))
        about = get_type_hints(find).get(first)
        if about is None:
            raise TypeError(f"{find.__module__}: the first parameter of check needs a type, which says what is judged")
        return Check(_rule(id, severity, find.__module__, facts), about, find)

    return decorate


def reading_rule(id: str, severity: str, module: str, **facts: Any) -> Check:
    """Make a check for what reading a file finds (families FM and SC); *module* is the caller's ``__name__``."""
    return Check(_rule(id, severity, module, facts))


def proved_rule(id: str, severity: str, module: str, about: Any, **facts: Any) -> Check:
    """Make a check for what no spec can break because our tests hold it; *about* and facts as for ``rule``."""
    return Check(_rule(id, severity, module, facts), about)


def _rule(id: str, severity: str, module: str, facts: Mapping[str, Any]) -> Rule:
    manual = read_manual(sys.modules[module].__doc__ or "")
    return Rule(
        id=id,
        name=module.rsplit(".", 1)[1].replace("_", "-"),
        title=manual.title,
        why=manual.why,
        examples=manual.examples,
        severities=_severities(id, severity, module),
        topic=module.rsplit(".", 2)[1],
        **{"rule_class": HARD, **facts},
    )


def _severities(id: str, severity: str, module: str) -> dict[str, Severity]:
    """Return severities by status. A retired spec is only read, identified and dated: its quality is history."""
    words = severity.split()
    if len(words) not in (3, 4) or not {*words} <= {*Severity, "none"}:
        raise ValueError(f"{module}: “{severity}” are not the severities for draft, pilot and published")
    if len(words) == 3:
        words = [*words, words[2] if id[:2] in ("FM", "SC", "ID", "LC", "IN") else "none"]
    return {status: Severity(word) for status, word in zip(STATUSES, words, strict=True) if word != "none"}
