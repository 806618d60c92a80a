"""The questions of `dossier new` on a terminal: one field after the other, each answer looked at before the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from ..editing.order import Model
from ..editing.questions import Question, questions, wrong_with
from ..model import Dossier
from ..model.examples import example_of

_LISTED = 30
"""Entries that are listed at once; `?word` narrows them down."""
_NAMED = 9
"""Values of a closed list that are named without being asked for."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Who is asked: `ask` prints a prompt and returns a line, `say` prints one."""

    ask: Callable[[str], str]
    say: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions about one entry, and what is known that helps to answer them."""

    terminal: Terminal
    dossier: Dossier
    everything: bool = False
    known: Mapping[str, tuple[str, ...]] | None = None
    """Values that other entries or the settings have for a field: the themes, the passages of a document."""

    def part(self, model: Model, given: Mapping[str, Any], *, ends: bool = False, usual: bool = True) -> dict[str, Any]:
        """Ask for the fields of a part that are not given; with `ends`, no answer to the first means no part at all."""
        fields: dict[str, Any] = dict(given)
        for number, question in enumerate(questions(model, everything=self.everything)):
            if question.name in given or not (usual or question.required):
                continue
            may_end = ends and number == 0
            answer = self.field(model, question, may_skip=may_end or not question.required)
            if answer is not None:
                fields[question.name] = answer
            elif may_end:
                return {}
        return fields

    def field(self, model: Model, question: Question, *, may_skip: bool) -> Any:
        """Ask for one field; return None if it is left out."""
        self.terminal.say(f"\n{question.label}: {question.meaning}")
        if question.many:
            return self._list(model, question, may_skip=may_skip)
        if question.part:
            return self.part(question.part, {}) or ({_first(question): _default(question)} if not may_skip else None)
        return self._text(model, question, may_skip=may_skip)

    def _list(self, model: Model, question: Question, *, may_skip: bool) -> list[Any] | None:
        items: list[Any] = []
        self.terminal.say("  (as many as there are; Enter alone ends the list)")
        while True:
            ends = may_skip or bool(items)
            item: Any
            if question.part:
                item = self.part(question.part, {}, ends=ends)
            else:
                item = self._text(model, question, may_skip=ends)
            if not item:
                return items or None
            items.append(item)

    def _text(self, model: Model, question: Question, *, may_skip: bool) -> str | None:
        self._hint(question)
        doubted = ""
        while True:
            answer = self.terminal.ask(
                f"{question.name}{f' [{question.default}]' if question.default else ''}> "
            ).strip()
            if answer.startswith("?"):
                self._explain(model, question, answer[1:].strip())
                continue
            if not answer and (may_skip or question.default):
                return None
            wrong = self._wrong(model, question, answer)
            if not wrong or (answer == doubted and question.kinds is not None):
                return answer
            doubted = answer
            self.terminal.say(f"  {wrong}")

    def _hint(self, question: Question) -> None:
        values = list(question.choices) or list((self.known or {}).get(question.name, ()))
        if values:
            more = ", …" if len(values) > _NAMED else ""
            self.terminal.say(f"  one of {', '.join(values[:_NAMED])}{more}; `?` explains them")
        elif question.kinds is not None:
            kinds = " or ".join(question.kinds) or "entry"
            self.terminal.say(
                f"  the id of {'an' if kinds[0] in 'aeiou' else 'a'} {kinds}; `?` lists them, `?word` searches"
            )

    def _explain(self, model: Model, question: Question, word: str) -> None:
        if question.choices:
            rows = [f"{value}: {meaning}" for value, meaning in question.choices.items()]
        elif question.kinds is not None:
            rows = [f"{id_}: {self.dossier.entries[id_].name}" for id_ in self._ids(question)]
        else:
            rows = list((self.known or {}).get(question.name, ()))
            if not rows:
                self.terminal.say(f"  for instance: {_example(model, question.name)}")
                return
        found = [row for row in rows if word.lower() in row.lower()]
        for row in found[:_LISTED]:
            self.terminal.say(f"  {row}")
        if len(found) > _LISTED:
            self.terminal.say(f"  and {len(found) - _LISTED} more; `?word` searches them")
        if not found:
            self.terminal.say(f"  nothing has `{word}` in it" if word else "  there is none yet")

    def _ids(self, question: Question) -> list[str]:
        kinds = question.kinds
        return [id_ for id_, entry in self.dossier.entries.items() if not kinds or entry.kind in kinds]

    def _wrong(self, model: Model, question: Question, answer: str) -> str:
        """Return what is wrong with an answer; a reference to nothing is taken when it is given a second time."""
        if not answer:
            return "it cannot be left out"
        wrong = wrong_with(model, question.name, [answer] if question.many else answer)
        if wrong or question.kinds is None or answer in (ids := self._ids(question)):
            return wrong
        near = get_close_matches(answer, ids, n=3, cutoff=0.5)
        nearest = f"; did you mean {' or '.join(f'`{id_}`' for id_ in near)}?" if near else "."
        return f"there is no such entry{nearest} If you will write it next, give the same once more."


def _example(model: Model, name: str) -> str:
    """Return the example of a field as it is typed: of a list its first value, of a date its EDTF."""
    example = example_of(model, name)
    if isinstance(example, list):
        example = example[0]
    if isinstance(example, dict):
        example = next(iter(example.values()))
    return str(example).lower() if isinstance(example, bool) else str(example)


def _first(question: Question) -> str:
    return questions(question.part)[0].name if question.part else ""


def _default(question: Question) -> str:
    return questions(question.part)[0].default if question.part else ""
