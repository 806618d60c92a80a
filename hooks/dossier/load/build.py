"""YAML text to `Map`, `Seq` and strings, from the parser's events.

Why not `yaml.load`: it turns `no` into False and 12:30 into 750, keeps the last of two equal keys without a word, and
forgets lines. Building from events keeps every scalar as text and every place, and is four times as fast as
CSafeLoader (benchmarks/README.md). Only the plain part of YAML is read: no anchors, aliases, tags or merge keys.
"""

from collections.abc import Callable
from typing import Any, Final

import yaml

from ..problem import Mark, Problem, short
from .foreign import foreign
from .nodes import COLUMN_BITS, Map, Node, Place, Seq, mark_of, place_of
from .syntax import syntax_problem
from .text import MOST, UNSEEN, capped, unseen_problem

DEEPEST: Final = 40
"""Levels of nesting; the data needs about eight."""

MOST_PARTS: Final = 250_000
"""Lists and groups of fields a file may have. A dossier has one for each hundred bytes or more, so that a file of
`text.LARGEST` bytes stays below; each takes some three hundred bytes of memory, however short it is written."""

PARSER: Final[Callable[[str], Any]] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Only its events are used; building starts here."""


def has_libyaml() -> bool:
    """Tell whether PyYAML was built with the C parser; without it reading is about seven times slower."""
    return PARSER is not yaml.BaseLoader


class _Stop(Exception):
    """Reading this file cannot go on; the problem is already noted."""


def build(path: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the value of a YAML text and the problems found; no value when it cannot be parsed or is empty."""
    builder = _Builder(path, text)
    parser = PARSER(text)
    try:
        builder.run(parser)
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(path, text, error))
        return None, tuple(builder.problems)
    except _Stop:
        return None, tuple(builder.problems)
    finally:
        parser.dispose()
    other = foreign(path, text) if isinstance(builder.value, str) else None
    if other:
        return None, (*builder.problems, other)
    if builder.value is None or builder.value == "":
        builder.problems.append(
            Problem(Mark(path), "the file is empty", "delete it, or write `[]` for an empty list", "empty-file")
        )
        return None, tuple(builder.problems)
    return builder.value, tuple(builder.problems)


class _Builder:
    """Takes the events one by one; holds the containers that are open, and the key that waits for its value."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.value: Node | None = None
        self.open: list[Map | Seq | None] = []
        self.inside: Map | Seq | None = None
        self.key: str | None = None
        self.key_place: Place = 0
        self.documents = 0
        self.parts = 0
        self.joined: Map | None = None

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
            if event.style == '"' and (unseen := UNSEEN.search(event.value)):
                place = place_of(event.start_mark.line, event.start_mark.column)
                self.note(unseen_problem(mark_of(self.path, place), unseen, escaped=True))
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
                f"`*{short(event.anchor)}` repeats another part of the file",
                "write the value out, or put text that begins with `*` in quotation marks; aliases are not read",
                "alias",
            )
            raise _Stop
        elif kind is yaml.DocumentStartEvent:
            self._start_document(event)
        return kind is yaml.StreamEndEvent

    def _start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            other = foreign(self.path, self.text)
            if other:
                self.problems.append(other)
                raise _Stop
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
        self.parts += 1
        if self.parts > MOST_PARTS:
            self._note(
                place,
                f"the file has more than {MOST_PARTS:,} lists and groups of fields, too many to be read at once",
                f"split it: it may become the folder `{self.path.removesuffix('.yml')}/` with several files in it",
                "size",
            )
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
        if key == "<<":
            return  # what is wrong with it is said; that there is no such field would be no news
        if key in parent:
            self._twice(parent, key, node)
            return
        parent[key] = node
        parent.marks.append(self.key_place)
        parent.marks.append(place)

    def _twice(self, parent: Map, key: str, node: Node) -> None:
        """Note a field that stands twice; a second `id` is most likely an entry whose hyphen is missing."""
        if parent is self.joined:
            return
        first = mark_of(self.path, parent.places(key)[0]).line
        message = f"`{key}` stands here a second time; the first is on line {first}"
        expected = "keep one of the two"
        if key == "id" and isinstance(node, str):
            self.joined = parent
            message = f"a second `id` stands in the entry that starts on line {first}"
            expected = f"if an entry starts here, write `- id: {short(node)}`; otherwise keep one of the two"
        self._note(self.key_place, message, expected, "duplicate-key")

    def _refuse(self, event: Any) -> None:
        if event.anchor is not None:
            self._complain(
                event,
                f"`&{short(event.anchor)}` names this part for reuse",
                "write the value out, or put text that begins with `&` in quotation marks; anchors are not read",
                "anchor",
            )
        if event.tag is not None:
            self._complain(
                event,
                f"the tag `{short(event.tag.replace('tag:yaml.org,2002:', '!!'))}` asks for a type",
                "write plain text, in quotation marks if it begins with `!`; tags are not read",
                "tag",
            )

    def _complain(self, event: Any, message: str, expected: str, rule: str) -> None:
        self._note(place_of(event.start_mark.line, event.start_mark.column), message, expected, rule)

    def _note(self, place: Place, message: str, expected: str, rule: str) -> None:
        self.note(Problem(mark_of(self.path, place), message, expected, rule))

    def note(self, problem: Problem) -> None:
        """Keep a problem; the first that are too many say so, and end the reading of this file."""
        self.problems.append(problem)
        if len(self.problems) > MOST:
            self.problems = capped(self.path, iter(self.problems))
            raise _Stop
