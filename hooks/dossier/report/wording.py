"""What changed on the way in words: speakers, words of doubt, limits and figures, as printed and as found."""

from collections import Counter

from ..analysis import Evidence
from ..analysis.wording import Change, ChangeKind, Side
from ..model import Measure
from ..voice import Voice
from .section import Section, Table, To, Words


def wording(evidence: Evidence, voice: Voice) -> Section:
    """Return every change between what was found and what is printed, counted by kind and then one by one."""
    changes = evidence.wording
    return Section(
        name="wording",
        title=voice.text("Changed on the way"),
        lead=_lead(changes, voice),
        table=_table(changes, voice) if changes else None,
        limits=_limits(voice),
    )


def change_named(kind: ChangeKind, voice: Voice) -> str:
    """Return what a kind of change is called."""
    match kind:
        case ChangeKind.CREDITED_ELSEWHERE:
            return voice.text("Credited elsewhere")
        case ChangeKind.NOT_CREDITED:
            return voice.text("Credited to nobody, but a speaker was found")
        case ChangeKind.NOT_NAMED:
            return voice.text("Credited to nobody by name, but a speaker was found")
        case ChangeKind.NAMED_MORE_CLOSELY:
            return voice.text("Same organisation, named more closely")
        case ChangeKind.HEDGE_LOST:
            return voice.text("Word of doubt or limit lost")
        case ChangeKind.HEDGE_ADDED:
            return voice.text("Word of doubt or limit added")
        case _:
            return _figure_change_named(kind, voice)


def _figure_change_named(kind: ChangeKind, voice: Voice) -> str:
    names = {
        ChangeKind.ESTIMATE_DROPPED: voice.text("No longer called an estimate"),
        ChangeKind.ESTIMATE_ADDED: voice.text("Newly called an estimate"),
        ChangeKind.LIMIT_DROPPED: voice.text("Limit of the figure dropped"),
        ChangeKind.LIMIT_ADDED: voice.text("Limit added to the figure"),
        ChangeKind.PRECISION_ADDED: voice.text("More exact than what was found"),
        ChangeKind.ROUNDED: voice.text("Rounded, or less exact than what was found"),
        ChangeKind.FIGURE_CHANGED: voice.text("Another figure"),
        ChangeKind.UNIT_CHANGED: voice.text("Another unit"),
        ChangeKind.SCOPE_CHANGED: voice.text("Counts something else"),
    }
    return names[kind]


def _lead(changes: tuple[Change, ...], voice: Voice) -> tuple[Words, ...]:
    if not changes:
        return ((voice.text("No claim was found whose speaker, words of doubt or figure changed on the way."),),)
    claims = len({change.claim for change in changes})
    counted = Counter(change.kind for change in changes)
    first = voice.plural(
        "{n} claim is printed otherwise than it was found: in its speaker, its words of doubt or its figure.",
        "{n} claims are printed otherwise than they were found: in their speaker, words of doubt or figure.",
        claims,
    )
    kinds = [f"{change_named(kind, voice)}: {voice.number(counted[kind])}." for kind in ChangeKind if counted[kind]]
    return ((first,), *((kind,) for kind in kinds))


def _table(changes: tuple[Change, ...], voice: Voice) -> Table:
    columns = (
        voice.text("Claim"),
        voice.text("What changed"),
        voice.text("As printed"),
        voice.text("As found"),
        voice.text("Where it stands"),
    )
    return Table(columns, tuple(_row(change, voice) for change in changes))


def _row(change: Change, voice: Voice) -> tuple[Words, ...]:
    return (
        (To(change.claim),),
        (change_named(change.kind, voice),),
        _side(change.printed, change.found, change.kind, voice),
        _side(change.found, change.printed, change.kind, voice),
        (To(change.source),) if change.source else (),
    )


def _side(side: Side, other: Side, kind: ChangeKind, voice: Voice) -> Words:
    """Return one side of a change: a speaker, words in quotation marks, a figure, or that nothing stands there."""
    if side.actor:
        quoted = voice.text(" (“{words}”)").format(words=side.words)
        return (To(side.actor), quoted) if side.words else (To(side.actor),)
    if side.words:
        return (voice.text("“{words}”").format(words=side.words),)
    if side.figure:
        return (_figure(side.figure, kind, voice),)
    return (voice.text("nobody"),) if other.actor else (voice.text("nothing"),)


def _figure(figure: Measure, kind: ChangeKind, voice: Voice) -> str:
    """Return a figure, and what else of it the change is about: its subject, or whether it is called an estimate."""
    said = voice.figure(figure)
    if kind is ChangeKind.SCOPE_CHANGED:
        return f"{said} ({figure.of}; {figure.scope})"
    if kind in (ChangeKind.ESTIMATE_DROPPED, ChangeKind.ESTIMATE_ADDED) and figure.estimate:
        return voice.text("{figure}, an estimate").format(figure=said)
    return said


def _limits(voice: Voice) -> tuple[Words, ...]:
    return (
        (
            voice.text(
                "As printed: by the document, or, for a claim from elsewhere, by the source that makes it. "
                "As found: with whoever was found to have said it first; a word of doubt, in the source that is named."
            ),
        ),
        (
            voice.text(
                "Only what is recorded can be compared: where no earlier version was read, nothing is listed, "
                "and what is not listed may still have changed."
            ),
        ),
        (
            voice.text(
                "Who made a change on the way, and whether on purpose, is not shown by it; "
                "two figures that allow the same count as one."
            ),
        ),
    )
