"""A YAML text to its tree, from the parser's events, as `load.build` makes its values.

Only for texts that `load_text` reads without a problem: no anchors, aliases or tags.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from ..load.build import PARSER
from .comments import Comment, attach, comments_between
from .tree import Branch, Child, Scalar, Tree

_NEAR: Final = 4096
"""Characters in which the dash of an item is looked for before the slow way is taken."""
_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\r\n]*)?")


def tree_of(text: str) -> Tree:
    """Return the tree of a YAML text. Raises yaml.MarkedYAMLError if it is none: read it with `load_text` before."""
    grower = _Grower(text)
    grower.run()
    tree = Tree(grower.root, preamble=grower.preamble, ends_explicitly=grower.ends)
    comments = [comment for comment in grower.comments if comment.offset >= tree.preamble]
    tree.comments = [comment.text for comment in comments]
    attach(text, tree, comments)
    return tree


def _tokens(text: str) -> Iterator[Any]:
    scanner: Any = PARSER(text)
    try:
        while scanner.check_token():
            yield scanner.get_token()
    finally:
        scanner.dispose()


class _Grower:
    """Takes the parser's events one by one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.dash = 0
        """How many items of lists, those in brackets left out, were met."""
        self.dashes: list[tuple[int, int]] | None = None
        self.root: Scalar | Branch | None = None
        self.open: list[Branch] = []
        self.key: Scalar | None = None
        self.key_place = (0, 0)
        self.comments: list[Comment] = []
        self.read = 0
        self.preamble = 0
        self.ends = False

    def run(self) -> None:
        parser: Any = PARSER(self.text)
        try:
            while True:
                event = parser.get_event()
                self.take(event)
                if isinstance(event, yaml.StreamEndEvent):
                    break
        finally:
            parser.dispose()
        self.gap(len(self.text))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.scalar(event)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            mark = event.start_mark
            is_list = kind is yaml.SequenceStartEvent
            branch = Branch(is_list, bool(event.flow_style), mark.index, mark.column)
            self.put(branch, mark.index, mark.column)
            self.open.append(branch)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self.open.pop().end = event.end_mark.index
        elif kind is yaml.DocumentStartEvent:
            self.preamble = self.line_behind(event.end_mark.index) if event.explicit else 0
        elif kind is yaml.DocumentEndEvent:
            self.ends = bool(event.explicit)

    def scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style if event.style in ("'", '"', "|", ">") else ""
        found = Scalar(event.value, style, start, end)
        if end > start:
            self.gap(start)
        if self.open and not self.open[-1].is_list and self.key is None:
            self.key, self.key_place = found, (start, event.start_mark.column)
        else:
            self.put(found, start, event.start_mark.column)
        self.read = max(self.read, end if end > start else 0)
        if style in ("|", ">") and (header := _HEADER.match(self.text, start)) and header[1]:
            self.comments.append(Comment(header.start(1), header[1], own_line=False))

    def put(self, value: Scalar | Branch, start: int, column: int) -> None:
        if not self.open:
            self.root = value
            return
        parent = self.open[-1]
        if not parent.is_list:
            child = Child(self.key, *self.key_place, value)
            self.key = None
        elif parent.flow:
            child = Child(None, start, column, value)
        else:
            child = Child(None, *self.dash_before(start), value)
            self.dash += 1
        parent.children.append(child)

    def line_behind(self, offset: int) -> int:
        return self.text.find("\n", offset) + 1 or len(self.text)

    def dash_before(self, start: int) -> tuple[int, int]:
        """Return where the dash of an item stands whose value starts at `start`, and its column.

        The parser's events do not say it. It is the last sign before the value, unless a comment stands between.
        """
        dash = len(self.text[max(self.read, start - _NEAR) : start].rstrip()) + max(self.read, start - _NEAR) - 1
        line = self.text.rfind("\n", 0, max(dash, 0)) + 1
        if dash >= self.read and self.text[dash] == "-" and "#" not in self.text[max(line, self.read) : dash]:
            return dash, dash - line
        if self.dashes is None:
            self.dashes = [
                (token.start_mark.index, token.start_mark.column)
                for token in _tokens(self.text)
                if isinstance(token, yaml.BlockEntryToken)
            ]
        return self.dashes[self.dash]

    def gap(self, to: int) -> None:
        """Note the comments between two scalars: nothing else there has a `#`."""
        self.comments += comments_between(self.text, self.read, to)
