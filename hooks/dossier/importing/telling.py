"""What an import came to, in lines for a terminal: record by record what could not be carried over, then the counts."""

from collections.abc import Iterator
from typing import Final

from .desk import ADDED, CHANGED, REFUSED, THERE, Outcome
from .record import Lost, shown
from .run import Imported

_MARKS: Final = {ADDED: "+", CHANGED: "≠", THERE: "=", REFUSED: "×"}
_COUNTED: Final = (
    (ADDED, "added"), (THERE, "already there"), (CHANGED, "already there and different, left as they are"),
    (REFUSED, "not carried over"),
)  # fmt: skip


def told(found: Imported) -> Iterator[str]:
    """Yield a line for each record of which there is something to say, with a line below for each of its values."""
    for outcome in found.outcomes:
        if outcome.what == ADDED and not outcome.lost:
            continue
        if outcome.what == THERE and not outcome.lost:
            continue
        yield f"{_MARKS[outcome.what]} {_head(outcome)}"
        yield from (f"    {_loss(one, outcome)}" for one in outcome.lost)


def summary(found: Imported) -> str:
    """Return the counts in a line: records, entries by kind, values not carried over."""
    counts = found.counts()
    records = [f"{counts[what]} {words}" for what, words in _COUNTED if counts.get(what)]
    kinds = [f"{len(drafts)} {kind}" for kind, drafts in found.drafts_of().items()]
    whole = sum(one.whole for outcome in found.outcomes for one in outcome.lost)
    changed = sum(not one.whole for outcome in found.outcomes for one in outcome.lost)
    said = f"{len(found.outcomes)} records: {', '.join(records) or 'none'}"
    said += f"; new entries: {', '.join(kinds)}" if kinds else "; no new entries"
    said += f"; {whole} values not carried over" if whole else "; every value carried over"
    return said + (f", {changed} changed on the way" if changed else "")


def _head(outcome: Outcome) -> str:
    what = ", ".join(outcome.entries) if outcome.what == ADDED else outcome.what
    return f"{outcome.record}: {what}" + (f" ({outcome.why})" if outcome.why else "")


def _loss(one: Lost, outcome: Outcome) -> str:
    verb = "not carried over" if one.whole else "changed"
    value = f" “{shown(one.value)}”" if one.value else ""
    reason = "" if one.why and one.why in outcome.why else f"; {shown(one.why, 200)}"
    return f"{one.field}{value}: {verb}{reason}"
