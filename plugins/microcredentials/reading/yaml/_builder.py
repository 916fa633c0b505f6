"""Make data from YAML nodes in one pass, and report what YAML itself would silently drop or change."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from ..characters import find_bad_characters, find_hard_space
from ..problem import Pointer, Problem, Related
from ..text import LINE_END, Span
from ._guard import MAX_DEPTH, make_depth_problem, make_size_problem
from ._scalars import STR, convert, is_ambiguous, is_curly_quoted
from .typed_text import locate_typed


class LimitError(Exception):
    """The data are nested too deeply or too large; the one argument is the problem."""


class Builder:
    """Makes data from the nodes of one block, and collects ``problems`` as it goes.

    ``base`` is the offset of *block* in its file, ``most`` the number of values it may have.
    """

    def __init__(self, block: str, base: int, most: int) -> None:
        self.block, self.base, self.left = block, base, most
        self.problems: list[Problem] = []
        self._odd = "\\" in block or not block.isascii()  # all others have no invisible characters

    def value(self, node: yaml.Node, at: Pointer = ()) -> Any:
        """Return the data of *node* at the pointer *at*.

        Raises:
            LimitError: the data are nested too deeply, or there are too many values.
        """
        self.left -= 1
        if len(at) > MAX_DEPTH:
            raise LimitError(make_depth_problem(self._span(node)))
        if self.left < 0:
            raise LimitError(make_size_problem(self._span(node)))
        if isinstance(node, yaml.MappingNode):
            return dict(self._items(node, at))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*at, i)) for i, item in enumerate(node.value)]
        return self._scalar(node, at) if isinstance(node, yaml.ScalarNode) else None

    def _items(self, node: yaml.MappingNode, at: Pointer) -> Iterator[tuple[str, Any]]:
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                message = "There is a list or a block where the name of a field should be."
                advice = "If “[” or “{” belongs to the text, put the whole text in quotes."
                self._report("FM-08", at, key, message, advice)
            elif key.tag != STR:
                self._report("FM-08", at, key, f"The field name “{key.value}” is not text.", "Put the name in quotes.")
            elif key.value in seen:
                self._duplicate(key, seen[key.value], (*at, key.value))
            elif node.flow_style and self._is_bare(key, value):
                self._after_comma(key, at)
            elif not (self._odd and self._invisible(key, (*at, key.value))):
                seen[key.value] = key
                yield key.value, self.value(value, (*at, key.value))

    def _is_bare(self, key: yaml.ScalarNode, value: yaml.Node) -> bool:
        """Return whether no colon follows *key*, so that it is a part of a text and not the name of a field."""
        rest = self.block[key.end_mark.index : value.end_mark.index + 1]
        return value.start_mark.index == value.end_mark.index and ":" not in rest

    def _after_comma(self, key: yaml.ScalarNode, at: Pointer) -> None:
        message = f"“{key.value[:60]}” would be lost: after a comma, YAML expects another field name."
        self._report("FM-12", at, key, message, "Put the whole text, including the comma, in quotes.")

    def _duplicate(self, key: yaml.ScalarNode, first: yaml.Node, at: Pointer) -> None:
        message = f"“{key.value}” appears twice; one of them would be lost."
        related = (Related("first here", span=self._span(first)),)
        self.problems.append(Problem(at, message, "Keep one of them.", "FM-07", self._span(key), related=related))

    def _scalar(self, node: yaml.ScalarNode, at: Pointer) -> Any:
        if not (self._odd and self._invisible(node, at)) and not node.style:
            self._plain(node, at)
        return convert(node.tag, node.value)

    def _plain(self, node: yaml.ScalarNode, at: Pointer) -> None:
        """Report what a text without quotes may turn into."""
        if self._comment_follows(node):
            self._cut_off(node, at)
        elif is_ambiguous(node.value):
            advice = f'Write it in quotes, as in "{node.value}", or use a different word.'
            self._report("FM-16", at, node, f"“{node.value}” means different things to different programs.", advice)
        elif is_curly_quoted(node.value):
            advice = "Use straight quotes, or no quotes."
            self._report("FM-15", at, node, "The curly quotes become part of the text.", advice)

    def _comment_follows(self, node: yaml.ScalarNode) -> bool:
        """Return whether one space and “#” follow; two or more spaces mean that the comment is intended."""
        end = node.end_mark.index
        return self.block.startswith(" #", end) and not self.block[end - 1 : end].isspace()

    def _cut_off(self, node: yaml.ScalarNode, at: Pointer) -> None:
        start = node.end_mark.index + 1
        line_end = LINE_END.search(self.block, start)
        lost = Span(self.base + start, self.base + (line_end.start() if line_end else len(self.block)))
        advice = "Put the whole text in quotes. If it is a comment, write two spaces before “#”."
        self.problems.append(
            Problem(at, "The text from “#” on is lost: YAML reads it as a comment.", advice, "FM-12", lost)
        )

    def _invisible(self, node: yaml.ScalarNode, at: Pointer) -> bool:
        """Report a non-breaking space that YAML read as a letter, or a backslash code for an invisible character.

        Return whether there is one.
        """
        if node.style == '"':
            found = next(find_bad_characters(node.value), None) if "\\" in self._written(node) else None
            if found and found.rule == "FM-13":
                self.problems.append(self._code_problem(node, at, found))
                return True
        elif not node.style and self._begins_line(node):
            space = find_hard_space(node.value, self.base + node.start_mark.index)
            self.problems += [replace(space, at=at)] if space else []
            return space is not None
        return False

    def _code_problem(self, node: yaml.ScalarNode, at: Pointer, found: Problem) -> Problem:
        whole, inside = self._span(node), found.span or Span(0, 0)
        code = locate_typed(self._written(node), '"', node.value, inside.start, inside.end)
        span = Span(whole.start + code.start, whole.start + code.end) if code else whole
        message = "This text has a backslash code for an invisible character."
        return Problem(at, message, "Delete the code.", "FM-13", span)

    def _begins_line(self, node: yaml.Node) -> bool:
        start = node.start_mark.index
        return not self.block[start - node.start_mark.column : start].strip(" -")

    def _written(self, node: yaml.Node) -> str:
        return self.block[node.start_mark.index : node.end_mark.index]

    def _span(self, node: yaml.Node) -> Span:
        return Span(self.base + node.start_mark.index, self.base + node.end_mark.index)

    def _report(self, rule: str, at: Pointer, node: yaml.Node, message: str, advice: str) -> None:
        self.problems.append(Problem(at, message, advice, rule, self._span(node)))
