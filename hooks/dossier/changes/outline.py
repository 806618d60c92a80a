"""A report in words, block by block, before it is known how it is shown: in a terminal or in a pull request."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from ..problem import Problem
from ..report import To, Words
from ..rules import CODES
from ..voice import Voice
from .compare import Sort
from .report import Report, Told
from .wording import filled
from .words import heading, kind_name, title

MOST: Final = 20
"""Problems shown on one side; of more their number is said."""


class Block(NamedTuple):
    """An entry, or a line by itself: `heading` names it, `name` is its title, `lines` say what is to be said."""

    heading: Words
    name: str
    lines: tuple[Words, ...]


class Group(NamedTuple):
    """Blocks under a title; the first group has none."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A report as it is shown: title, summary, what limits it, and the groups in order."""

    title: str
    summary: tuple[Words, ...]
    groups: tuple[Group, ...]


def outline_of(report: Report, between: tuple[Words, Words], voice: Voice) -> Outline:
    """Return a report in words; `between` names the two versions."""
    versions = filled(voice.text("Between {before} and {after}:"), before=between[0], after=between[1])
    found = (
        Group("", tuple(_entry(one, voice) for one in report.told)),
        Group(
            voice.text("What follows for entries that did not change themselves"),
            tuple(_entry(one, voice) for one in report.touched),
        ),
        Group(voice.text("What the rules find now and did not before"), tuple(_problems(report.found, voice))),
        Group(voice.text("What the rules no longer find"), tuple(_problems(report.gone, voice))),
        Group(voice.text("What could not be compared"), tuple(_unknown(report, voice))),
    )
    return Outline(
        voice.text("What this change means"),
        ((*versions, f" {_summary(report, voice)}"), *((line,) for line in _limits(report, voice))),
        tuple(group for group in found if group.blocks),
    )


def _entry(told: Told, voice: Voice) -> Block:
    lines = tuple(sentence.words for sentence in told.lines)
    if told.change:
        return Block(heading(told.change, voice), title(told.laid, voice), lines)
    id_ = told.id.removeprefix(":document:")
    named = filled(voice.text("{kind} {id}"), kind=kind_name(told.kind, voice), id=(To(id_, id_),))
    return Block(named, title(told.laid, voice), lines)


def _problems(problems: tuple[Problem, ...], voice: Voice) -> Iterator[Block]:
    for problem in islice(problems, MOST):
        code = f" [{CODES[problem.rule]}]" if problem.rule in CODES else ""
        yield Block((f"{problem}{code}",), "", ())
    if len(problems) > MOST:
        yield Block((voice.plural("and {n} more", "and {n} more", len(problems) - MOST),), "", ())


def _unknown(report: Report, voice: Voice) -> Iterator[Block]:
    """Say what could not be read on either side, and of which entries it is not known what became of them."""
    for told, problems in zip(
        (voice.text("in the version before"), voice.text("in the version now")), report.unread, strict=True
    ):
        yield from (Block((f"{told}: {problem.mark}: {problem.sentence}",), "", ()) for problem in problems[:MOST])
    if report.uncompared:
        told = voice.plural(
            "whether {n} entry came or went is not known, because files of its kind could not be read:",
            "whether {n} entries came or went is not known, because files of their kind could not be read:",
            len(report.uncompared),
        )
        shown = voice.comma.join(report.uncompared[:MOST])
        yield Block((f"{told} {shown}",), "", ())


def _summary(report: Report, voice: Voice) -> str:
    if report.empty:
        same = voice.text("nothing changed.")
        return voice.text("the files differ, but they say the same.") if report.differ else same
    number = report.counted
    changed, added, removed, renamed = (number[sort] for sort in (Sort.CHANGED, Sort.ADDED, Sort.REMOVED, Sort.RENAMED))
    said = [
        *((voice.plural("{n} entry changed", "{n} entries changed", changed),) if changed else ()),
        *((voice.plural("{n} entry added", "{n} entries added", added),) if added else ()),
        *((voice.plural("{n} entry removed", "{n} entries removed", removed),) if removed else ()),
        *((voice.plural("{n} entry with a new id", "{n} entries with a new id", renamed),) if renamed else ()),
    ] or [voice.text("no entry changed")]
    return f"{voice.comma.join(said)}."


def _limits(report: Report, voice: Voice) -> Iterator[str]:
    """Say why what follows for the evidence is not told, where it is not."""
    if not any(report.unsound):
        return
    said = {
        (True, False): voice.text("The version before has errors"),
        (False, True): voice.text("The version now has errors"),
        (True, True): voice.text("Both versions have errors"),
    }[report.unsound]
    yield f"{said}: {voice.text('what the change means for origins, conflicts and labels was not worked out.')}"
