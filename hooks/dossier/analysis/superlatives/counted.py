"""Every figure of a dossier made ready to be compared: claims to intervals in the base of their unit, with days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ...dates import When
from ...model import Claim
from ...model.settings import Unit
from ...model.words import ClaimKind, Standing
from ..figures.intervals import Interval, interval
from ..figures.units import Base, Scale, units_of
from .comparable import Span, span_of, when_of


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim's figure with what it allows, in `base`, of which its own unit has `factor`."""

    claim: str
    of: str
    scope: str
    base: Base
    factor: Fraction
    interval: Interval
    when: When | None
    span: Span
    total: bool
    stands: bool
    """Whether the claim was neither superseded nor found to be wrong."""


def counted(claims: Iterable[Claim], declared: Iterable[Unit]) -> Mapping[str, Figure]:
    """Return the figures by the ids of their claims; a range that holds no number is none (the rule `figure`)."""
    units = units_of(declared)
    scales: dict[str, Scale] = {}
    found: dict[str, Figure] = {}
    for claim in claims:
        if claim.measure:
            unit = claim.measure.unit
            scale = scales.get(unit) or scales.setdefault(unit, units.scale(unit))
            allowed = interval(claim.measure).times(scale.factor)
            if not allowed.empty:
                found[claim.id] = _figure(claim, claim.measure.of, claim.measure.scope, scale, allowed)
    return found


def _figure(claim: Claim, of: str, scope: str, scale: Scale, allowed: Interval) -> Figure:
    when = when_of(claim)
    return Figure(
        claim=claim.id,
        of=of,
        scope=scope,
        base=scale.base,
        factor=scale.factor,
        interval=allowed,
        when=when,
        span=span_of(when),
        total=claim.type is ClaimKind.TOTAL,
        stands=claim.standing is None or claim.standing.rank is Standing.NORMAL,
    )


def own_figure(claim: Claim, figures: Mapping[str, Figure]) -> Figure | None:
    """Return the figure a claim is about: that of `compare.figure`, else its own."""
    return figures.get((claim.compare and claim.compare.figure) or claim.id)


def compared_of(claim: Claim, own: Figure) -> str:
    """Return the measure of the figures that count for a claim."""
    return (claim.compare and claim.compare.of) or own.of


def surely_above(one: Interval, other: Interval) -> bool:
    """Tell whether all that one allows is above all that the other allows."""
    return one.floor >= other.ceiling


def maybe_above(one: Interval, other: Interval) -> bool:
    """Tell whether something that one allows is above something that the other allows."""
    return one.most is None or other.least is None or one.most > other.least
