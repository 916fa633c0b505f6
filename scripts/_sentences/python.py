"""Sentences of a Python file: its strings, the manual of a rule, and the help of a command."""

import ast
from collections.abc import Iterator

from .words import is_sentence, one_line

_MANUAL = "\n\nExample"
_MANY = 8  # a longer list of lowercase phrases is a word list, which is data


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of the module *text*."""
    tree = ast.parse(text)
    if _is_rule(tree):
        yield from (one_line(each) for each in _manual(ast.get_docstring(tree) or "").split("\n\n") if each.strip())
    docstrings = {id(node) for node in _docstrings(tree)}
    for found in _strings(tree, docstrings):
        if is_sentence(found):
            yield one_line(found)


def _is_rule(tree: ast.Module) -> bool:
    """Return whether the module defines a rule, because the docstring of a rule is published."""
    names = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return bool(names & {"rule", "reading_rule", "proved_rule"})


def _manual(docstring: str) -> str:
    """Return the title and the reason, without the examples."""
    lines = docstring.splitlines()
    ends = [i for i, line in enumerate(lines) if line.startswith((".. ", "Passes", "Fails", "Example", "    "))]
    return "\n".join(lines[: min(ends, default=len(lines))])


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the docstrings that only developers read. That of a command is left out, because it is the help."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            for before, each in zip([None, *node.body], node.body, strict=False):
                text = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
                first = before is None or isinstance(before, ast.Assign | ast.AnnAssign)
                if text and first and not (before is None and _is_command(node)):
                    yield each.value


def _is_command(node: ast.AST) -> bool:
    decorators = getattr(node, "decorator_list", [])
    return any(".command" in ast.unparse(each) or ".group" in ast.unparse(each) for each in decorators)


def _strings(node: ast.AST, docstrings: set[int]) -> Iterator[str]:
    """Yield the strings below *node*, f-strings as one, with a name in braces for each value."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(_piece(part) for part in node.values)
        inner = (part.value for part in node.values if isinstance(part, ast.FormattedValue))
        for value in inner:
            yield from _strings(value, docstrings)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if id(node) not in docstrings:
            yield node.value
    elif not _is_word_list(node):
        for child in ast.iter_child_nodes(node):
            yield from _strings(child, docstrings)


def _piece(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    text = ast.unparse(value)
    return f"{{{text}}}" if text.replace(".", "").replace("_", "").isalnum() else "{…}"


def _is_word_list(node: ast.AST) -> bool:
    items = getattr(node, "elts", None) or [*getattr(node, "keys", []), *getattr(node, "values", [])]
    if not isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict) or len(items) < _MANY:
        return False
    texts = [each.value for each in items if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return len(texts) >= _MANY and not any(text[:1].isupper() or text.endswith(".") for text in texts)
