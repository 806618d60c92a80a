"""Figures that can be compared: a value that fits its qualifier, and units with a known factor between them."""

import json
import math
from collections.abc import Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from ..analysis.figures.intervals import WORDED, bounds
from ..analysis.figures.units import Base, Contradiction, Units, units_of
from ..model import SETTINGS_OWNER, Claim, Dossier, Measure
from ..problem import Problem, Severity

FIELDS: Final = ("measure", "as_found")
LARGEST: Final = 10**300
"""No figure is as large, and about 1.8e308 is the largest that can be drawn or written in words."""

SHOWN: Final = 5
"""So many places a message names; a circle of units is rarely longer."""


def figure_values(dossier: Dossier) -> Iterator[Problem]:
    """A figure has a number, unless its qualifier is a word such as hundreds; a range runs upwards."""
    for claim in dossier.claims:
        for field in FIELDS:
            measure: Measure | None = getattr(claim, field)
            if measure:
                yield from _figure_value(dossier, claim, field, measure)


def _figure_value(dossier: Dossier, claim: Claim, field: str, measure: Measure) -> Iterator[Problem]:
    if measure.qualifier in WORDED and measure.value:
        yield Problem(
            dossier.mark(claim.id, field, "value"),
            f"`{measure.qualifier}` is the figure itself; it has no value beside it",
            "delete `value`, or use another qualifier",
            "figure",
        )
    elif measure.qualifier not in WORDED and not measure.value:
        yield Problem(dossier.mark(claim.id, field), "`value` is missing", "expected a number such as `168`", "figure")
    low, high = bounds(measure.value)
    if any(end is not None and end >= LARGEST for end in (low, high)):
        yield Problem(
            dossier.mark(claim.id, field, "value"),
            f"a figure of {len(measure.value)} digits is most likely a slip",
            "expected a number such as `168`",
            "figure",
        )
        return
    if low is not None and high is not None and low > high:
        first, _, last = measure.value.partition("..")
        yield Problem(
            dossier.mark(claim.id, field, "value"),
            f"the range {measure.value} runs downwards",
            f"write `{last}..{first}`",
            "figure",
        )


def same_measure_same_unit(dossier: Dossier) -> Iterator[Problem]:
    """Figures of one measure and one scope are compared, so there must be a known factor between their units.

    Told once for each unit that stands apart, at the first claim that has it; not of units between which a factor is
    given, while one of those given is wrong (the rule `unit-factor`).
    """
    units = units_of(dossier.settings.units)
    given = _in_doubt(dossier, units)
    first: dict[tuple[str, str], Claim] = {}
    told: set[tuple[str, str, Base]] = set()
    for claim in dossier.claims:
        if claim.measure is None:
            continue
        key = (claim.measure.of, claim.measure.scope)
        base = units.scale(claim.measure.unit).base
        if key not in first:
            first[key] = claim
            told.add((*key, base))
        elif (*key, base) not in told:
            told.add((*key, base))
            if not given.issuperset(_units(first[key], claim)):
                yield _apart(dossier, claim.measure, claim, first[key])


def _in_doubt(dossier: Dossier, units: Units) -> frozenset[str]:
    """Return the units with a declared factor if one of these factors is wrong: others may not count because of it."""
    declared = dossier.settings.units
    if units.contradictions or not all(math.isfinite(unit.factor) for unit in declared):
        return frozenset(name for unit in declared for name in (unit.unit, unit.of))
    return frozenset()


def _units(*claims: Claim) -> frozenset[str]:
    return frozenset(claim.measure.unit for claim in claims if claim.measure)


def _apart(dossier: Dossier, measure: Measure, claim: Claim, first: Claim) -> Problem:
    assert first.measure, "only claims with a figure are compared"
    return Problem(
        dossier.mark(claim.id, "measure", "unit"),
        f"“{measure.of}” is counted in {measure.unit} here and in {first.measure.unit} at"
        f" {dossier.mark(first.id, 'measure', 'unit')}, and no factor between the two is known",
        f"give it in dossier.yml, under `units:`, as"
        f" `- {{unit: {_scalar(measure.unit)}, factor: …, of: {_scalar(first.measure.unit)}}}`;"
        " or use one unit, or another `of` or `scope`",
        "unit",
        Severity.WARNING,
    )


def _scalar(text: str) -> str:
    """Return a text as YAML can have it between braces: what is more than letters, digits and spaces is quoted."""
    plain = all(character.isalnum() or character in " -" for character in text) and text[:1].isalpha()
    return text if plain else json.dumps(text, ensure_ascii=False)


def unit_factors(dossier: Dossier) -> Iterator[Problem]:
    """Declared factors between units are numbers, and whichever way one goes from unit to unit they give the same."""
    for number, unit in enumerate(dossier.settings.units):
        if not math.isfinite(unit.factor):
            yield Problem(
                dossier.mark(SETTINGS_OWNER, "units", number, "factor"),
                f"{unit.factor} is no factor",
                "expected a number above zero, such as `0.3048`",
                "unit-factor",
            )
    for found in units_of(dossier.settings.units).contradictions:
        yield _contradiction(dossier, found)


def _contradiction(dossier: Dossier, found: Contradiction) -> Problem:
    unit = dossier.settings.units[found.number]
    places = [str(dossier.mark(SETTINGS_OWNER, "units", number)) for number in found.others]
    more = ", …" if len(places) > SHOWN else ""
    by = f"the factors at {', '.join(places[:SHOWN])}{more}" if places else "the published factors"
    return Problem(
        dossier.mark(SETTINGS_OWNER, "units", found.number, "factor"),
        f"one of “{unit.unit}” is {_number(Fraction(repr(unit.factor)))} of “{unit.of}” here,"
        f" but {_number(found.factor)} by {by}",
        "correct one of them, or delete this one"
        if places
        else "delete it, or name the unit so that it is not taken for the published one",
        "unit-factor",
    )


def _number(factor: Fraction) -> str:
    """Return a factor in twelve digits; by way of Decimal, which knows numbers too large for a float."""
    with localcontext(prec=12):
        number = (Decimal(factor.numerator) / Decimal(factor.denominator)).normalize()
    return f"{number:f}" if abs(number.adjusted()) < 15 else str(number)
