"""A check: a rule, the manual that it takes from its file, and the function that finds what breaks it."""

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, get_type_hints

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..model.program import Program
from ..reading.phrases import Phrases
from ..reading.problem import Problem, RuleClass, Severity
from ._manual import read_manual
from .finding import STATUSES, Rule
from .prose import Prose

HARD, HEURISTIC, ATTESTATION = RuleClass.HARD, RuleClass.HEURISTIC, RuleClass.ATTESTATION

Find = Callable[..., Iterator[Problem]]
"""Takes the node, its context and, if the check has ``looks_at``, the result of that function."""

Look = Callable[[Catalog], Any]
"""Returns, for a catalog, the data beyond its own file that a rule needs, such as an index of all titles."""


class Context(NamedTuple):
    """The file that a rule judges, and the program with its settings for the rule.

    Nothing here reaches beyond the file and the program, so the problems that a rule finds with it can be reused while
    both stay the same. ``status`` is the one to judge by. ``settings`` are the rule's own numbers, and ``word_lists``
    the lists of all rules, each as the state has changed them.
    """

    entry: Entry[Any]
    prose: Prose
    status: str
    today: date
    program: Program
    word_lists: Mapping[str, Phrases]
    settings: Mapping[str, Any]

    def words(self, name: str) -> Phrases:
        """Return the word list *name*, which may belong to a different rule.

        Raises:
            KeyError: no rule has such a list.
        """
        return self.word_lists[name]


@dataclass(frozen=True)
class Check:
    """A rule with the function ``find`` that finds what breaks it.

    Without ``find``, reading finds the problems, or our own tests make sure that there are none. ``about`` is the type
    of the nodes that the check judges: ``MicroCredential``, ``Stack``, ``Spec`` for both, or ``Guide``; several with
    ``|``. ``looks_at`` is None where the problems of a file depend on that file and the program alone.
    """

    rule: Rule
    about: Any = None
    find: Find | None = None
    looks_at: Look | None = None


def whole_catalog(catalog: Catalog) -> Catalog:
    """Return *catalog*: with this as ``looks_at``, a rule is given the catalog itself."""
    return catalog


def rule(id: str, severity: str, looks_at: Look | None = None, **facts: Any) -> Callable[[Find], Check]:
    """Make a check from the decorated function; the docstring of its module is the manual.

    ``severity`` lists the severities for draft, pilot and published (and retired), as in ``"warning error error"``;
    ``none`` switches the rule off. The type of the function's first parameter decides which nodes the rule judges.

    A rule that looks at other files declares it with ``looks_at``: a function that is called with the catalog once per
    run, and whose result is the third argument of the rule (``whole_catalog``, or an index). Without it, a rule is
    given nothing but its file and the program. That is the default because most rules need no more, because what such a
    rule finds may be remembered, and because a rule that needs more fails at its first example.

    ``facts`` are fields of ``Rule``: ``rule_class``, ``derived_from``, ``settings``, ``word_lists``, ``needs``,
    ``reads``.

    Raises:
        TypeError: the function's parameters do not fit the declaration.
        ValueError: *severity* is malformed.
    """

    def decorate(find: Find) -> Check:
        parameters = tuple(inspect.signature(find).parameters)
        about = get_type_hints(find).get(parameters[0])
        if about is None:
            raise TypeError(f"{find.__module__}: annotate the first parameter of check with the nodes to judge")
        if len(parameters) != (3 if looks_at else 2):
            raise TypeError(f"{find.__module__}: check takes three parameters with looks_at, and two without it")
        return Check(_rule(id, severity, find.__module__, facts), about, find, looks_at)

    return decorate


def reading_rule(id: str, severity: str, module: str, **facts: Any) -> Check:
    """Make a check whose problems are found by reading (families FM and SC); *module* is the caller's ``__name__``."""
    return Check(_rule(id, severity, module, facts))


def proved_rule(id: str, severity: str, module: str, about: Any, **facts: Any) -> Check:
    """Make a check for a rule that no spec can break, as our tests prove; *about* and *facts* as for ``rule``."""
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
    """Return the severities by status.

    For a retired spec, only the rules about reading, identity and dates are checked, because its quality no longer
    matters.
    """
    words = severity.split()
    if len(words) not in (3, 4) or not {*words} <= {*Severity, "none"}:
        raise ValueError(f"{module}: “{severity}” does not list the severities for draft, pilot and published")
    if len(words) == 3:
        words = [*words, words[2] if id[:2] in ("FM", "SC", "ID", "LC", "IN") else "none"]
    return {status: Severity(word) for status, word in zip(STATUSES, words, strict=True) if word != "none"}
