"""Everything that is to be said about two versions, put together and in order: what changes the story comes first."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..check import ABOUT_THE_WHOLE
from ..problem import Problem, new_ones
from ..voice import Voice
from .compare import EntryChange, Laid, Sort, compare, uncompared
from .derived import Both, consequences
from .sides import Side
from .words import KIND_NAMES, Aspect, Sentence, called, said

_LINE: Final = re.compile(r"(\.ya?ml):\d+(?::\d+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what is to be said of it; `change` is None where only what follows for it is different."""

    laid: Laid
    """The entry as it lies now, or, if it is gone, as it lay."""
    change: EntryChange | None
    sentences: tuple[Sentence, ...]
    follows: tuple[Sentence, ...] = ()

    @property
    def id(self) -> str:
        return self.laid.id

    @property
    def kind(self) -> str:
        return self.laid.kind

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """Return the key by which entries are told: what touches the evidence before wording, claims before others."""
        if self.change and self.change.sort in (Sort.ADDED, Sort.REMOVED):
            weight = Aspect.STANDING
        else:
            weight = min((one.aspect for one in (*self.sentences, *self.follows)), default=Aspect.OTHER)
        return weight > Aspect.GRADE, list(KIND_NAMES).index(self.kind), weight, self.id

    @property
    def lines(self) -> tuple[Sentence, ...]:
        """Return all sentences, the change and what follows from it together, the weightiest first."""
        return tuple(sorted((*self.sentences, *self.follows), key=lambda sentence: sentence.aspect))


@dataclass(frozen=True, slots=True)
class Report:
    """What a change means: entries that changed, others it touches, what the rules find now, and what is not known."""

    told: tuple[Told, ...]
    touched: tuple[Told, ...]
    found: tuple[Problem, ...]
    """What the rules find now and did not before."""
    gone: tuple[Problem, ...]
    unread: tuple[tuple[Problem, ...], tuple[Problem, ...]]
    """What could not be read before, and after."""
    uncompared: tuple[str, ...]
    unsound: tuple[bool, bool]
    """Whether the data had errors before, and has them after: then what follows for the evidence is not worked out."""
    differ: bool
    """Whether any byte of the data differs."""
    voice: Voice
    """The language the sentences are in."""

    @property
    def counted(self) -> Mapping[Sort, int]:
        """Return how many entries were added, removed, changed and renamed."""
        found = Counter(one.change.sort for one in self.told if one.change)
        return {sort: found[sort] for sort in Sort}

    @property
    def empty(self) -> bool:
        """Whether nothing is to be told: the versions say the same, and nothing of them is unknown."""
        return not (self.told or self.touched or self.found or self.gone or self.uncompared or any(self.unread))


def report_of(before: Side, after: Side, voice: Voice, *, differ: bool = True) -> Report:
    """Return what the change from one version to another means; `differ` is whether any file differs at all."""
    changes = compare(before.version, after.version)
    names = {**called(before.version.entries), **called(after.version.entries)}
    sound = before.sound and after.sound
    ids = {change.was: change.id for change in changes if change.was}
    follows: Mapping[str, tuple[Sentence, ...]] = {}
    if sound and (changes or before.problems != after.problems):
        both = Both(before.evidence(), after.evidence(), ids, voice, names)
        follows = consequences(both, {change.id for change in changes})
    told = [Told(change.laid, change, said(change, voice, names), follows.get(change.id, ())) for change in changes]
    known = {one.id for one in told}
    touched = [
        Told(after.version.entries[id_], None, (), found)
        for id_, found in follows.items()
        if id_ not in known and id_ in after.version.entries
    ]
    return Report(
        told=tuple(sorted(told, key=lambda one: one.order)),
        touched=tuple(sorted(touched, key=lambda one: one.order)),
        found=_new(before, after),
        gone=_new(after, before),
        unread=(before.version.problems, after.version.problems),
        uncompared=uncompared(before.version, after.version),
        unsound=(not before.sound, not after.sound),
        differ=differ,
        voice=voice,
    )


def _new(before: Side, after: Side) -> tuple[Problem, ...]:
    """Return the problems of one version that the other has not: lines move, so a place is no part of a problem.

    What the rules did not look for in the other version, because a file of it could not be read, is no news.
    """
    found = (problem for problem in after.problems if before.whole or problem.rule not in ABOUT_THE_WHOLE)
    return new_ones(found, map(_same, before.problems), _same)


def _same(problem: Problem) -> tuple[str, str]:
    return problem.rule, _LINE.sub(r"\1", problem.sentence)
