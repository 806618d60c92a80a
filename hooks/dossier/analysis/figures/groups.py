"""Figures of one measure and one scope side by side: whether all can be right at once, and in which range.

Claims to groups. Figures are compared in the unit of the first claim; those whose unit has no known factor to it stand
in a group of their own, and the rule `unit` says so. Figures that no longer stand are shown and do not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...model import Claim, Measure
from ...model.settings import Unit
from ..origins.counts import Origins
from .intervals import ABOUT, WORDED, Interval, common, interval
from .readings import Fits, Reading, readings_of, witnesses_of
from .units import Scale, units_of

__all__ = [
    "ABOUT",
    "WORDED",
    "FigureGroup",
    "Interval",
    "Reading",
    "Row",
    "at_odds_with_itself",
    "conflicts_of",
    "figures_of",
    "interval",
]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim's figure in its own unit, and what it allows in the unit of the group."""

    claim: Claim
    measure: Measure
    interval: Interval
    counts: bool = True
    """Not if the claim no longer stands, or if its range holds no number (the rule `figure` says so)."""
    against: tuple[str, ...] = ()
    """Claims it cannot be reconciled with: of all such, the one that ends lowest and the one that begins highest."""

    fits: Fits | None = None
    """The first and the last of the group's readings it fits; nothing if it does not count."""

    @property
    def disputed(self) -> bool:
        """Whether some other figure of the group cannot be right if this one is."""
        return bool(self.against)


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """All figures given for one measure and scope in units that can be compared."""

    of: str
    scope: str
    unit: str
    """That of the first claim."""
    rows: tuple[Row, ...]
    range: Interval | None = None
    """What all figures that count allow; None if no number satisfies all of them."""
    readings: tuple[Reading, ...] = ()
    """The fewest different numbers that would satisfy them all, from the lowest up."""

    @property
    def conflict(self) -> bool:
        """Whether the figures that count cannot all be right at once."""
        return self.range is None

    def fitting(self, reading: int) -> tuple[str, ...]:
        """Return the claims that fit a reading, by its number counted from 0; a claim may fit several."""
        return tuple(row.claim.id for row in self.rows if row.fits and row.fits[0] <= reading <= row.fits[1])


def figures_of(claims: Iterable[Claim], declared: Iterable[Unit] = ()) -> tuple[FigureGroup, ...]:
    """Return the groups in the order in which the claims first give them, each with its rows in that order.

    `declared` are the factors between units that `dossier.yml` gives beside the published ones.
    """
    units = units_of(declared)
    scales: dict[str, Scale] = {}
    groups: dict[tuple[str, str, object], list[tuple[Claim, Measure, Scale]]] = {}
    for claim in claims:
        if claim.measure:
            measure = claim.measure
            scale = scales.get(measure.unit) or scales.setdefault(measure.unit, units.scale(measure.unit))
            groups.setdefault((measure.of, measure.scope, scale.base), []).append((claim, measure, scale))
    return tuple(_group(given) for given in groups.values())


def _group(given: list[tuple[Claim, Measure, Scale]]) -> FigureGroup:
    _, first, to = given[0]
    scales = {measure.unit: scale for _, measure, scale in given}
    factors = {unit: scale.factor / to.factor for unit, scale in scales.items()}
    allowed = {claim.id: interval(measure).times(factors[measure.unit]) for claim, measure, _ in given}
    counting = {claim.id: allowed[claim.id] for claim, _, _ in given if _counts(claim, allowed[claim.id])}
    readings, fits = readings_of(counting)
    against = witnesses_of(counting)
    rows = tuple(
        Row(claim, measure, allowed[claim.id], claim.id in counting, against.get(claim.id, ()), fits.get(claim.id))
        for claim, measure, _ in given
    )
    return FigureGroup(first.of, first.scope, first.unit, rows, common(counting.values()), readings)


def _counts(claim: Claim, allowed: Interval) -> bool:
    return (claim.standing is None or claim.standing.rank == "normal") and not allowed.empty


def conflicts_of(groups: Iterable[FigureGroup]) -> Mapping[str, tuple[str, ...]]:
    """Return for each claim whose figure is disputed one or two claims with which it cannot be reconciled."""
    return {row.claim.id: row.against for group in groups for row in group.rows if row.against}


def at_odds_with_itself(group: FigureGroup, origins: Mapping[str, Origins]) -> tuple[str, ...]:
    """Return the origins of which figures in the group go back to them alone and cannot all be right, by id."""
    given: dict[str, list[Interval]] = {}
    for row in group.rows:
        behind = origins[row.claim.id].all.origins
        if row.counts and len(behind) == 1:
            given.setdefault(behind[0].id, []).append(row.interval)
    return tuple(sorted(id_ for id_, intervals in given.items() if common(intervals) is None))
