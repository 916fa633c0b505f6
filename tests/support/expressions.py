"""The regular expressions of the package, the methods that use them, and texts that are hard for each.

An expression is found where the code writes it. A part that is known only at run time is a “2” here, which is valid as
a word and as a number of repetitions.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from math import isqrt
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as sre, _parser as sre_parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import microcredentials

PACKAGE = Path(microcredentials.__file__).parent
METHODS = frozenset(("match", "fullmatch", "search", "finditer", "findall", "sub", "split"))
_WORST = "finditer"  # for an expression that is handed on: it begins at every character
_UNKNOWN = "2"
_MOST_PUMPS, _MOST_PAIRED, _MOST_ENDS = 60, 7, 4
_ANY_OF = {
    sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a", sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


@dataclass(frozen=True)
class Use:
    """An expression, one of the methods of ``re.Pattern`` that use it, and the module that writes it."""

    pattern: re.Pattern[str]
    method: str
    module: str

    def run(self, text: str) -> None:
        """Apply the expression to *text* as the package does."""
        if self.method == "sub":
            self.pattern.sub("", text)
        elif self.method == "finditer":
            for _ in self.pattern.finditer(text):
                pass
        else:
            getattr(self.pattern, self.method)(text)

    def __str__(self) -> str:
        return f"{self.module}-{self.method}-{self.pattern.pattern[:40]}"


# --- The expressions of the package ---------------------------------------------------------------------------


def uses() -> tuple[Use, ...]:
    """Return every expression of the package with each method that uses it."""
    names = [each.name for each in walk_packages([str(PACKAGE)], "microcredentials.") if "__main__" not in each.name]
    modules = [import_module(name) for name in sorted(names)]
    found: dict[tuple[re.Pattern[str], str], Use] = {}
    for use in (use for module in modules for use in _uses_in(module)):
        found.setdefault((use.pattern, use.method), use)
    return tuple(found.values())


def _uses_in(module: ModuleType) -> Iterator[Use]:
    tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
    own = module.__name__.removeprefix("microcredentials.")
    written = _written(tree, vars(module))
    named = _named(tree, vars(module))
    kept = ((pattern, _WORST) for pattern in _in_containers(vars(module).values()))
    return (Use(pattern, method, own) for pattern, method in (*written, *named, *kept))


def _written(tree: ast.AST, names: dict[str, Any]) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield the expressions that are arguments of functions of ``re``."""
    known, methods = _values_of_names(tree), _methods_of_makers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).partition(".")[0] == "re":
            method = ast.unparse(node.func).partition(".")[2]
            text = _text(node.args[0], names)
            if text and (method in METHODS or (method == "compile" and id(node) not in known)):
                pattern = re.compile(text, _flags(node, names))
                yield from ((pattern, each) for each in ({method} & METHODS or methods.get(id(node), {_WORST})))


def _values_of_names(tree: ast.AST) -> set[int]:
    """Return the values of the names at the top of a module; ``_named`` finds how these are used."""
    return {id(node.value) for node in getattr(tree, "body", ()) if isinstance(node, ast.Assign)}


def _methods_of_makers(tree: ast.AST) -> dict[int, set[str]]:
    """Return the methods that are called on what a function returns, by the expressions in that function."""
    called: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Call) and node.attr in METHODS:
            called.setdefault(ast.unparse(node.value.func), set()).add(node.attr)
    makers = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) and each.name in called]
    return {id(node): called[maker.name] for maker in makers for node in ast.walk(maker)}


def _named(tree: ast.AST, names: dict[str, Any]) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield the expressions that have a name in a module, with the methods that are called on the name."""
    called: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            called.add(id(node.value))
            pattern = names.get(node.value.id)
            if isinstance(pattern, re.Pattern) and node.attr in METHODS:
                yield pattern, node.attr
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in called:
            pattern = names.get(node.id)
            if isinstance(pattern, re.Pattern):
                yield pattern, _WORST


def _in_containers(values: Iterable[Any], depth: int = 0) -> Iterator[re.Pattern[str]]:
    for value in values:
        if isinstance(value, re.Pattern) and depth:
            yield value
        elif depth < 2 and isinstance(value, dict | tuple | list | set | frozenset):
            yield from _in_containers(value.values() if isinstance(value, dict) else value, depth + 1)


def _text(node: ast.expr, names: dict[str, Any]) -> str:
    """Return the text of an expression, or nothing if all of it is known only at run time."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, names) or _UNKNOWN for part in node.values)
    if isinstance(node, ast.BinOp):
        return (_text(node.left, names) or _UNKNOWN) + (_text(node.right, names) or _UNKNOWN)
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    try:
        value = eval(ast.unparse(inner), dict(names))
    except Exception:  # a name of a function
        return ""
    return value if isinstance(value, str) else str(value) if inner is not node else ""


def _flags(node: ast.Call, names: dict[str, Any]) -> int:
    compiled = ast.unparse(node.func) == "re.compile"
    given = [*(node.args[1:2] if compiled else ()), *(each.value for each in node.keywords if each.arg == "flags")]
    return int(eval(ast.unparse(given[0]), dict(names))) if given else 0


# --- Hard texts for an expression -----------------------------------------------------------------------------


def hard_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Yield texts of about *length* characters in which *pattern* often begins to match and then fails.

    Each part of the expression is repeated after what the expression needs before it, with an end that it may refuse.
    Beside them are runs of each single character that grow, and runs of two of them in turn.
    """
    parsed = sre_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    pumps = tuple(islice(dict.fromkeys(_pumps(parsed, "")), _MOST_PUMPS))
    ends = ("", "\0", "\n!", *islice(dict.fromkeys(_refused(parsed)), _MOST_ENDS))
    for before, piece in pumps:
        run = piece * (length // len(piece))
        yield from (f"{before}{run}{end}" for end in ends)
        yield f"a {before}{run}\0"
    singles = list(dict.fromkeys(piece[0] for _, piece in pumps))
    for one in singles[: 2 * _MOST_PAIRED]:
        yield "".join(f"{one * count}\0" for count in range(1, isqrt(2 * length)))
    for one in singles[:_MOST_PAIRED]:
        yield from ((one + other) * (length // 2) + "\0" for other in singles[:_MOST_PAIRED] if one != other)


def _refused(parsed: Any) -> Iterator[str]:
    """Yield the characters that the expression excludes from a class, and the texts that may not follow."""
    for kind, value in parsed:
        if kind is sre.IN and value[0][0] is sre.NEGATE:
            yield from (_member(value[at:]) for at in range(1, len(value)))
        if kind is sre.NOT_LITERAL:
            yield chr(value)
        if kind is sre.ASSERT_NOT:
            yield _example(value[1])
        for inner in _inside(value):
            yield from _refused(inner)


def _pumps(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    """Yield each part of an expression as a text that matches it, with a text that matches what comes before it.

    The beginnings of each sequence are parts of it too: they open what is never closed.
    """
    start, opened = before, ""
    for item in parsed:
        piece = _example([item])
        opened += piece
        if piece:
            yield before, piece
            yield start, opened
        for inner in _inside(item[1]):
            yield from _pumps(inner, before)
        before += piece


def _inside(value: Any) -> Iterator[Any]:
    """Yield the sequences in the *value* of an item."""
    if isinstance(value, sre_parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _inside(part)


def _example(parsed: Any) -> str:
    """Return a short text that *parsed* matches, as far as its looks ahead and behind permit."""
    return "".join(_example_of(kind, value) for kind, value in parsed)


def _example_of(kind: Any, value: Any) -> str:
    if kind is sre.LITERAL:
        return chr(value)
    if kind in (sre.ANY, sre.NOT_LITERAL):
        return "x"
    if kind is sre.IN:
        return _member(value)
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _example(value[2]) * max(1, value[0])
    if kind is sre.BRANCH:
        return _example(value[1][0])
    inner = next(_inside(value), None) if kind in (sre.SUBPATTERN, sre.ATOMIC_GROUP) else None
    return _example(inner) if inner is not None else ""


def _member(choices: Any) -> str:
    """Return a character of a class."""
    if choices[0][0] is sre.NEGATE:
        excluded = re.compile(f"[{''.join(map(_class, choices[1:]))}]")
        return next((each for each in "xe1 -.\n\t" if not excluded.match(each)), "\0")
    kind, value = choices[0]
    return _ANY_OF[value] if kind is sre.CATEGORY else chr(value if kind is sre.LITERAL else value[0])


def _class(choice: Any) -> str:
    kind, value = choice
    if kind is sre.CATEGORY:
        return {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_WORD: r"\w"}.get(value, r"\W")
    return re.escape(chr(value)) if kind is sre.LITERAL else f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
