"""Superlatives and totals in words: what stands against each, or how much was looked at, with both scopes."""

from collections.abc import Sequence
from typing import Final

from ..analysis import Evidence
from ..analysis.figures.intervals import Interval
from ..analysis.superlatives.comparable import BY_EVENT, BY_FIGURE, Against, LeftOut, Makes, Sum, Tested
from ..model import Claim, Dossier, Event
from ..model.words import ClaimKind
from ..voice import Voice
from .section import Section, Table, To, Words, filled, joined, links

FIRST_SHOWN: Final = 5
"""Claims told in a sentence of their own before the table, so that a long list stays a list."""


def superlatives(evidence: Evidence, voice: Voice) -> Section:
    """Return what was found on superlatives and totals; the table has a row for each that stands against a claim."""
    return told(evidence.superlatives, evidence.dossier, voice)


def told(tested: Sequence[Tested], dossier: Dossier, voice: Voice) -> Section:
    """Word the findings on some claims of a dossier."""
    teller = _Teller(dossier, voice)
    return Section(
        "superlatives",
        voice.text("Superlatives and totals"),
        teller.lead(tested),
        Table(teller.columns(), tuple(row for one in tested for row in teller.rows(one))) if tested else None,
        teller.limits() if tested else (),
    )


class _Teller:
    """Words findings on one dossier in one language."""

    def __init__(self, dossier: Dossier, voice: Voice) -> None:
        self.dossier = dossier
        self.voice = voice

    def lead(self, tested: Sequence[Tested]) -> tuple[Words, ...]:
        voice = self.voice
        if not tested:
            return ((voice.text("No claim that ranks or sums up was found."),),)
        against = [one for one in tested if one.against or (one.sum and one.sum.makes is Makes.MORE)]
        disputed = sum(bool(one.disputed_by) for one in tested)
        lead: list[Words] = [
            (
                voice.plural(
                    "{n} claim ranks something, as largest, first, last, only or by number, or sums it up.",
                    "{n} claims rank something, as largest, first, last, only or by number, or sum it up.",
                    len(tested),
                ),
            ),
            (
                voice.plural(
                    "If the scopes are the same, something recorded here stands against {n} of them.",
                    "If the scopes are the same, something recorded here stands against {n} of them.",
                    len(against),
                )
                if against
                else voice.text("Nothing that is recorded here stands against any of them."),
            ),
        ]
        lead += [self._sentence(one) for one in against[:FIRST_SHOWN]]
        if disputed:
            lead.append((voice.plural("Sources dispute {n} of them.", "Sources dispute {n} of them.", disputed),))
        return tuple(lead)

    def _sentence(self, one: Tested) -> Words:
        if not one.against:
            said = self.voice.text("{claim}: {sum}. Its scope: {scope}.")
            return filled(said, claim=(To(one.claim),), sum=self._sum(one, one.sum), scope=self._quoted(one.scope))
        said = self.voice.text(
            "{claim}. Recorded as well, and {how}: {other}. Scope of the first: {scope}. Scope of the other: {there}."
        )
        other = one.against[0]
        return filled(
            said,
            claim=(To(one.claim),),
            how=self._how(one.type, other),
            other=self._other(other),
            scope=self._quoted(one.scope),
            there=self._there(other),
        )

    def columns(self) -> tuple[str, ...]:
        voice = self.voice
        return (
            voice.text("Claim"),
            voice.text("Its scope"),
            voice.text("Looked at"),
            voice.text("What stands against it"),
            voice.text("Scope of that"),
            voice.text("Disputed by"),
        )

    def rows(self, one: Tested) -> tuple[tuple[Words, ...], ...]:
        start = (self._claim(one), self._quoted(one.scope), self._looked_at(one))
        end = links(one.disputed_by)
        if not one.against:
            return ((*start, self._nothing(one), ("–",), end or ("–",)),)
        rows = [(*start, self._against(one, other), self._there(other), end or ("–",)) for other in one.against]
        if one.more:
            rows.append((*start, (self.voice.text("and more"),), ("–",), end or ("–",)))
        return tuple(rows)

    def _claim(self, one: Tested) -> Words:
        figure = self._figure(one.figure)
        return (To(one.claim), f" ({figure})") if figure else (To(one.claim),)

    def _looked_at(self, one: Tested) -> Words:
        voice = self.voice
        if not one.evaluated:
            return ("–",)
        number = one.looked_at
        if one.type is ClaimKind.TOTAL:
            counted = voice.plural("{n} part", "{n} parts", number)
        elif one.type in BY_FIGURE:
            counted = voice.plural("{n} figure", "{n} figures", number)
        else:
            counted = voice.plural("{n} event", "{n} events", number)
        out = self._left_out(one.left_out) + self._parts_out(one.sum)
        return (
            (voice.text("{counted}; left out: {out}").format(counted=counted, out=", ".join(out)),)
            if out
            else (counted,)
        )

    def _left_out(self, out: LeftOut) -> list[str]:
        voice = self.voice
        found = [
            (out.time, voice.plural("{n} of another time", "{n} of another time", out.time)),
            (out.sums, voice.plural("{n} total", "{n} totals", out.sums)),
            (out.units, voice.plural("{n} in another unit", "{n} in another unit", out.units)),
            (out.retired, voice.plural("{n} that no longer stands", "{n} that no longer stand", out.retired)),
        ]
        return [said for number, said in found if number]

    def _parts_out(self, sum_: Sum | None) -> list[str]:
        number = len(sum_.left_out) if sum_ else 0
        said = self.voice.plural(
            "{n} recorded part that cannot be added", "{n} recorded parts that cannot be added", number
        )
        return [said] if number else []

    def _nothing(self, one: Tested) -> Words:
        voice = self.voice
        if one.type is ClaimKind.RANK:
            return (voice.text("a rank is not evaluated"),)
        if not one.evaluated:
            if one.type in BY_EVENT:
                return (voice.text("nothing says which events it is to be compared with"),)
            return (voice.text("it gives no figure to compare"),)
        if one.type is ClaimKind.TOTAL:
            return self._sum(one, one.sum)
        if not one.looked_at:
            return (voice.text("nothing recorded can be compared with it"),)
        return (voice.text("nothing that is recorded"),)

    def _sum(self, one: Tested, sum_: Sum | None) -> Words:
        voice = self.voice
        if sum_ is None or sum_.interval is None:
            return (voice.text("no parts are recorded"),)
        match sum_.makes:
            case Makes.MORE:
                said = voice.text("the recorded parts make {sum}, more than the total: {parts}")
            case Makes.LESS:
                said = voice.text("the recorded parts make {sum}; the rest is missing here: {parts}")
            case _:
                said = voice.text("the recorded parts make {sum}, which fits: {parts}")
        return filled(said, sum=self._amount(sum_.interval, one.figure), parts=links(sum_.parts))

    def _amount(self, interval: Interval, claim: str) -> str:
        """Word an interval in the unit of a claim's figure."""
        voice = self.voice
        entry = self.dossier.entries.get(claim)
        unit = voice.text(entry.measure.unit) if isinstance(entry, Claim) and entry.measure else ""
        low = "" if interval.low is None else voice.number(interval.low)
        high = "" if interval.high is None else voice.number(interval.high)
        if low == high:
            said = low or voice.text("any number")
        elif low and high:
            said = voice.text("{low} to {high}").format(low=low, high=high)
        elif low:
            over = voice.text("more than {number}") if interval.low_open else voice.text("at least {number}")
            said = over.format(number=low)
        else:
            under = voice.text("fewer than {number}") if interval.high_open else voice.text("at most {number}")
            said = under.format(number=high)
        return f"{said} {unit}".rstrip()

    def _against(self, one: Tested, other: Against) -> Words:
        return filled("{how}: {other}", how=self._how(one.type, other), other=self._other(other))

    def _how(self, type_: ClaimKind, other: Against) -> str:
        text = self.voice.text
        match type_:
            case ClaimKind.FIRST:
                return text("surely earlier") if other.sure else text("possibly earlier")
            case ClaimKind.LAST:
                return text("surely later") if other.sure else text("possibly later")
            case ClaimKind.ONLY:
                return text("surely another") if other.sure else text("possibly another")
        return text("surely larger") if other.sure else text("possibly larger")

    def _other(self, other: Against) -> Words:
        figure = self._figure(other.id)
        return (f"{figure}, ", To(other.id)) if figure else (To(other.id),)

    def _there(self, other: Against) -> Words:
        """Return the scope of a figure; of an event, when and where it was."""
        if isinstance(self.dossier.entries.get(other.id), Event):
            when: Words = (self.voice.short_when(other.when),) if other.when else ()
            return joined(tuple(part for part in (when, links((other.place,) if other.place else ())) if part))
        return self._quoted(other.scope)

    def _figure(self, claim: str) -> str:
        entry = self.dossier.entries.get(claim)
        return self.voice.figure(entry.measure) if isinstance(entry, Claim) and entry.measure else ""

    def _quoted(self, scope: str) -> Words:
        return (f"“{scope}”" if scope else self.voice.text("not stated"),)

    def limits(self) -> tuple[Words, ...]:
        text = self.voice.text
        return (
            (text("Whether two scopes are the same is for the reader; they stand side by side."),),
            (
                text(
                    "Only what is recorded here was looked at: that nothing stands against a claim does not make it so."
                ),
            ),
            (text("A “largest” is held neither against totals nor against figures with the scope of its own figure."),),
            (text("What surely came after a claim was made counts against a “last” only."),),
        )
