"""YAML text to `Map`, `Seq` and strings, from the parser's events.

Why not `yaml.load`: it turns `no` into False and 12:30 into 750, keeps the last of two equal keys without a word, and
forgets lines. Building from events keeps every scalar as text and every place, and is four times as fast as
CSafeLoader (benchmarks/README.md). Only the plain part of YAML is read: no anchors, aliases, tags or merge keys.
"""

from collections.abc import Callable
from typing import Any, Final

import yaml

from ..problem import Mark, Problem
from .nodes import COLUMN_BITS, Map, Node, Place, Seq, mark_of, place_of

DEEPEST: Final = 40
"""Levels of nesting; the data needs about eight."""

PARSER: Final[Callable[[str], Any]] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Only its events are used; building starts here."""


def has_libyaml() -> bool:
    """Tell whether PyYAML was built with the C parser; without it reading is about seven times slower."""
    return PARSER is not yaml.BaseLoader


class _Stop(Exception):
    """Reading this file cannot go on; the problem is already noted."""


def build(path: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the value of a YAML text and the problems found; no value when it cannot be parsed or is empty."""
    builder = _Builder(path)
    parser = PARSER(text)
    try:
        builder.run(parser)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(path, error))
        return None, tuple(builder.problems)
    except _Stop:
        return None, tuple(builder.problems)
    finally:
        parser.dispose()
    if builder.value is None or builder.value == "":
        builder.problems.append(
            Problem(Mark(path), "the file is empty", "delete it, or write `[]` for an empty list", "empty-file")
        )
        return None, tuple(builder.problems)
    return builder.value, tuple(builder.problems)


class _Builder:
    """Takes the events one by one; holds the containers that are open, and the key that waits for its value."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.value: Node | None = None
        self.open: list[Map | Seq | None] = []
        self.inside: Map | Seq | None = None
        self.key: str | None = None
        self.key_place: Place = 0
        self.documents = 0

    def run(self, parser: Any) -> None:
        """Build the value. One loop over locals: with a million events every call and look-up is felt."""
        get_event, scalar = parser.get_event, yaml.ScalarEvent
        while True:
            event = get_event()
            kind: object = type(event)
            if kind is not scalar:
                if self._other(event):
                    return
                continue
            if event.anchor is not None or event.tag is not None:
                self._refuse(event)
            mark = event.start_mark
            place = mark.line << COLUMN_BITS | mark.column
            if self.key is None and type(self.inside) is Map:
                self.key, self.key_place = event.value, place
                if event.value == "<<":
                    self._note(
                        place,
                        "`<<` merges another part of the file",
                        "write the fields out; merge keys are not read",
                        "merge-key",
                    )
            else:
                self._add(event.value, place)

    def _other(self, event: Any) -> bool:
        """Take an event that is no scalar; tell whether it was the last."""
        kind = type(event)
        if kind is yaml.MappingStartEvent:
            self._open(event, Map)
        elif kind is yaml.SequenceStartEvent:
            self._open(event, Seq)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.inside = self.open.pop()
            self.key = None
        elif kind is yaml.AliasEvent:
            self._complain(
                event,
                f"`*{event.anchor}` repeats another part of the file",
                "write the value out; anchors and aliases are not read",
                "alias",
            )
            raise _Stop
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)
        return kind is yaml.StreamEndEvent

    def _start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._complain(
                event,
                "a second YAML document starts here",
                "one file holds one list; delete the line `---`",
                "several-documents",
            )
            raise _Stop

    def _open(self, event: Any, container: type[Map] | type[Seq]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        place = place_of(event.start_mark.line, event.start_mark.column)
        if self.key is None and isinstance(self.inside, Map):
            self._note(
                place, "a list or mapping stands where the name of a field should be", "write a word and a colon", "key"
            )
            raise _Stop
        if len(self.open) >= DEEPEST:
            self._note(place, f"the nesting is deeper than {DEEPEST} levels", "check the indentation", "depth")
            raise _Stop
        node = container(place)
        self._add(node, place)
        self.open.append(self.inside)
        self.inside = node

    def _add(self, node: Node, place: Place) -> None:
        parent, key = self.inside, self.key
        if isinstance(parent, Map):
            assert key is not None, "a value without a key cannot leave the parser"
            self._field(parent, key, node, place)
        elif parent is None:
            self.value = node
        else:
            parent.append(node)
            parent.marks.append(place)

    def _field(self, parent: Map, key: str, node: Node, place: Place) -> None:
        self.key = None
        if key in parent:
            first = mark_of(self.path, parent.places(key)[0]).line
            self._note(
                self.key_place,
                f"`{key}` stands here a second time; the first is on line {first}",
                "keep one of the two",
                "duplicate-key",
            )
            return
        parent[key] = node
        parent.marks.append(self.key_place)
        parent.marks.append(place)

    def _refuse(self, event: Any) -> None:
        if event.anchor is not None:
            self._complain(
                event,
                f"`&{event.anchor}` names this part for reuse",
                "write the value out; anchors and aliases are not read",
                "anchor",
            )
        if event.tag is not None:
            self._complain(
                event,
                f"the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}` asks for a type",
                "write plain text; tags are not read",
                "tag",
            )

    def _complain(self, event: Any, message: str, expected: str, rule: str) -> None:
        self._note(place_of(event.start_mark.line, event.start_mark.column), message, expected, rule)

    def _note(self, place: Place, message: str, expected: str, rule: str) -> None:
        self.problems.append(Problem(mark_of(self.path, place), message, expected, rule))


_HINTS: Final = (
    ("found a tab character", "a tab stands in the indentation", "use spaces"),
    ("found character '\\t'", "a tab stands in the indentation", "use spaces"),
    (
        "mapping values are not allowed",
        "a second colon stands in this line, or the line stands too far to the right",
        'put the text in quotation marks: `title: "One: two"`; line the field up with the one above',
    ),
    ("could not find expected ':'", "a colon is missing here or in the line above", "write `field: value`"),
    (
        "did not find expected key",
        "the indentation does not fit the lines above, or a quotation mark is not closed",
        "line it up with the field above; put text that starts with a special character in quotation marks",
    ),
    (
        "did not find expected '-' indicator",
        "a list item was expected here",
        "start the line with `- ` at the indentation of the other items",
    ),
    ("found unexpected end of stream", "a quotation mark that was opened is never closed", "close it"),
    ("found unexpected document indicator", "a quotation mark that was opened is never closed", "close it"),
    (
        "did not find expected ',' or ']'",
        "a list in square brackets is not closed, or text starts with `[`",
        'close it, or put the text in quotation marks: `"[2016-12-09..2016-12-11]"`',
    ),
    (
        "did not find expected ',' or '}'",
        "a mapping in braces is not closed",
        "close it, or put the text in quotation marks",
    ),
    (
        "found character that cannot start any token",
        "a value cannot start with this character",
        "put the text in quotation marks",
    ),
    ("found undefined tag handle", "text that starts with `!` is read as a tag", "put the text in quotation marks"),
    (
        "found unknown escape character",
        "a backslash in a double-quoted text means something else here",
        "use single quotation marks around the text",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "text that starts with `*` or `&` is read as an alias or anchor",
        "put the text in quotation marks",
    ),
    (
        "block sequence entries are not allowed",
        "a list item starts in the line of its field",
        "start the list on the next line",
    ),
)


def _syntax_problem(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Mark(path, mark.line + 1, mark.column + 1) if mark else Mark(path)
    said = f"{error.problem or ''}"
    for sign, message, expected in _HINTS:
        if sign in said:
            return Problem(place, message, expected, "syntax")
    return Problem(place, f"this is not well-formed YAML ({said})", "compare it with the entries around it", "syntax")
