"""Which units can be turned into one another, and by which factor: the published ones, and those a dossier declares.

A unit to a scale: its base, the same for all that can be compared with it, and how many of the base one of it is.
Nothing is guessed: singular and plural, currencies and words that mean several units (ton, gallon, barrel, pound) have
no factor unless `dossier.yml` gives one under `units:`. A month and a day have none either: no month is so many days.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from ...model.settings import Unit
from .published import MULTIPLES, PUBLISHED

_BY_NAME: Final = {name: unit for unit in PUBLISHED for name in unit.names}
_MULTIPLE: Final = re.compile(rf"({'|'.join(MULTIPLES)})s?(?: of)?(?: (.+))?")
_RATE: Final = re.compile(r"(.+?)(?: (?:a|an|per|each) |/)([^\s/]+)")
_PERIODS: Final = ("second", "month")

Base = tuple[str, str]
"""What is counted, and for a rate the period in which; else nothing."""


class Scale(NamedTuple):
    """So many of a base; two units can be compared when they have the same base."""

    base: Base
    factor: Fraction

    def times(self, factor: Fraction) -> "Scale":
        return Scale(self.base, self.factor * factor)


class Contradiction(NamedTuple):
    """A declared factor that the others do not bear out: its number in the list, what they make it, and which they are.

    Without others it is the published factors that do not bear it out.
    """

    number: int
    factor: Fraction
    others: tuple[int, ...]


class _Equal(NamedTuple):
    """That two scales are the same amount, by a declared factor."""

    number: int
    given: Fraction
    one: Scale
    other: Scale


class _Factors:
    """Bases joined into groups by factors between them (weighted union-find)."""

    def __init__(self) -> None:
        self._above: dict[Base, Scale] = {}

    def resolve(self, scale: Scale) -> Scale:
        """Return the same amount in the base that stands for the group."""
        base, path = scale.base, []
        while base in self._above:
            path.append(base)
            base = self._above[base].base
        factor = Fraction(1)
        for below in reversed(path):
            factor *= self._above[below].factor
            self._above[below] = Scale(base, factor)
        return Scale(base, scale.factor * factor)

    def join(self, one: Scale, other: Scale) -> bool:
        """Make one group of two by an equation; tell whether it fits what is known."""
        mine, its = self.resolve(one), self.resolve(other)
        if mine.base == its.base:
            return mine.factor == its.factor
        self._above[mine.base] = Scale(its.base, its.factor / mine.factor)
        return True


@dataclass(frozen=True, slots=True)
class Units:
    """All factors a dossier knows."""

    things: _Factors
    rates: _Factors
    contradictions: tuple[Contradiction, ...] = ()

    def scale(self, unit: str) -> Scale:
        """Return how many of which base a unit is; one that is not known is its own base."""
        return self.rates.resolve(_resolved(_parsed(unit), self.things))

    def factor(self, one: str, other: str) -> Fraction | None:
        """Return how many of another unit one of this is; nothing if no factor between them is known."""
        mine, its = self.scale(one), self.scale(other)
        return mine.factor / its.factor if mine.base == its.base else None


def units_of(declared: Iterable[Unit]) -> Units:
    """Return the published factors and those declared. Where declared ones contradict each other, none of those that
    hang together is used, so that it does not matter which of them came first."""
    equal = []
    for number, given in enumerate(declared):
        if math.isfinite(given.factor):
            factor = Fraction(repr(given.factor))  # as it is written: the float itself is not exactly 0.3048
            equal.append(_Equal(number, factor, _parsed(given.unit), _parsed(given.of).times(factor)))
    things, wrong = _joined([one for one in equal if not (one.one.base[1] or one.other.base[1])])
    # Rates second: what is counted, and the period, may have a factor of their own by then.
    rates, wrong_rates = _joined(
        [
            one._replace(one=_resolved(one.one, things), other=_resolved(one.other, things))
            for one in equal
            if one.one.base[1] or one.other.base[1]
        ]
    )
    return Units(things, rates, tuple(sorted(wrong + wrong_rates)))


def _joined(equal: list[_Equal]) -> tuple[_Factors, list[Contradiction]]:
    factors = _Factors()
    sound: list[_Equal] = []
    wrong: list[_Equal] = []
    for one in equal:
        (sound if factors.join(one.one, one.other) else wrong).append(one)
    if not wrong:
        return factors, []
    above = _forest(sound)
    found = []
    for one in wrong:
        ratio = factors.resolve(one.one).factor / factors.resolve(one.other).factor
        found.append(Contradiction(one.number, one.given * ratio, _way(above, one.one.base, one.other.base)))
    bad = {factors.resolve(one.one).base for one in wrong}
    usable = _Factors()
    for one in sound:
        if factors.resolve(one.one).base not in bad:
            usable.join(one.one, one.other)
    return usable, found


_Forest = dict[Base, tuple[int, Base, int]]


def _forest(equal: list[_Equal]) -> _Forest:
    """Return for each base its depth below the first of its group, the base above it, and the factor between them."""
    beside: dict[Base, list[tuple[Base, int]]] = {}
    for one in equal:
        beside.setdefault(one.one.base, []).append((one.other.base, one.number))
        beside.setdefault(one.other.base, []).append((one.one.base, one.number))
    above: _Forest = {}
    for first in beside:
        queue = [] if first in above else [first]
        above.setdefault(first, (0, first, -1))
        for base in queue:
            for other, number in beside[base]:
                if other not in above:
                    above[other] = (above[base][0] + 1, base, number)
                    queue.append(other)
    return above


def _way(above: _Forest, one: Base, other: Base) -> tuple[int, ...]:
    """Return the numbers of the factors that lead from one base to another of its group, in order of the list."""
    numbers = []
    while one != other:
        if above[one][0] < above[other][0]:
            one, other = other, one
        _, one, number = above[one]
        numbers.append(number)
    return tuple(sorted(numbers))


def _resolved(scale: Scale, things: _Factors) -> Scale:
    """Return a scale with what it counts, and its period, in the bases of their groups."""
    (thing, period), factor = scale
    counted = things.resolve(Scale((thing, ""), factor))
    if not period:
        return counted
    during = things.resolve(Scale((period, ""), Fraction(1)))
    return Scale((counted.base[0], during.base[0]), counted.factor / during.factor)


def _parsed(unit: str) -> Scale:
    """Return the scale of a unit by the published table alone: `million tonnes a year` is 10^9/12 kilograms a month."""
    text = " ".join(unit.split())
    rate = _RATE.fullmatch(text)
    period = _BY_NAME.get(rate[2]) if rate else None
    if rate is None or period is None or period.of not in _PERIODS:
        return _counted(text)
    return Scale((_counted(rate[1]).base[0], period.of), _counted(rate[1]).factor / period.factor)


def _counted(text: str) -> Scale:
    factor = Fraction(1)
    while text not in _BY_NAME and (multiple := _MULTIPLE.fullmatch(text)):
        factor *= MULTIPLES[multiple[1]]
        text = multiple[2] or ""
    known = _BY_NAME.get(text)
    return Scale((known.of, ""), factor * known.factor) if known else Scale((text, ""), factor)
