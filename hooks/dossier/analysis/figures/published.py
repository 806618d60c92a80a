"""The units with a factor that everybody agrees on: what the Method page prints, and `units` goes by."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

SI: Final = "SI Brochure, 9th edition (BIPM 2019)"
YARD: Final = "International yard and pound agreement (1959)"
GALLON: Final = "NIST Handbook 44, Appendix C"


class Published(NamedTuple):
    """A unit with a factor everybody agrees on: how it is written, how many `of` one is, and who says so."""

    names: tuple[str, ...]
    factor: Fraction
    of: str
    standard: str


def _published(names: str, factor: str, of: str, standard: str) -> Published:
    return Published(tuple(names.split("|")), Fraction(factor), of, standard)


PUBLISHED: Final = (
    _published("metre|metres|meter|meters|m", "1", "metre", SI),
    _published("kilometre|kilometres|kilometer|kilometers|km", "1000", "metre", SI),
    _published("centimetre|centimetres|centimeter|centimeters|cm", "0.01", "metre", SI),
    _published("millimetre|millimetres|millimeter|millimeters|mm", "0.001", "metre", SI),
    _published("inch|inches", "0.0254", "metre", YARD),
    _published("foot|feet|ft", "0.3048", "metre", YARD),
    _published("yard|yards|yd", "0.9144", "metre", YARD),
    _published("mile|miles", "1609.344", "metre", YARD),
    _published("nautical mile|nautical miles", "1852", "metre", "International Hydrographic Conference, Monaco (1929)"),
    _published("square metre|square metres|square meter|square meters|m2|m²", "1", "square metre", SI),
    _published("square kilometre|square kilometres|square kilometer|square kilometers|km2|km²", "1000000",
               "square metre", SI),
    _published("hectare|hectares|ha", "10000", "square metre", SI),
    _published("square foot|square feet", "0.09290304", "square metre", YARD),
    _published("acre|acres", "4046.8564224", "square metre", YARD),
    _published("square mile|square miles", "2589988.110336", "square metre", YARD),
    _published("litre|litres|liter|liters|l|L", "1", "litre", SI),
    _published("millilitre|millilitres|milliliter|milliliters|ml|mL", "0.001", "litre", SI),
    _published("cubic metre|cubic metres|cubic meter|cubic meters|m3|m³", "1000", "litre", SI),
    _published("US gallon|US gallons", "3.785411784", "litre", GALLON),
    _published("oil barrel|oil barrels|barrel of oil|barrels of oil|barrel of crude oil|barrels of crude oil",
               "158.987294928", "litre", f"{GALLON}: 42 US gallons"),
    _published("imperial gallon|imperial gallons", "4.54609", "litre", "UK Weights and Measures Act 1985"),
    _published("kilogram|kilograms|kilogramme|kilogrammes|kg", "1", "kilogram", SI),
    _published("gram|grams|gramme|grammes|g", "0.001", "kilogram", SI),
    _published("tonne|tonnes|metric ton|metric tons|t", "1000", "kilogram", SI),
    _published("lb|lbs", "0.45359237", "kilogram", YARD),
    _published("second|seconds|s", "1", "second", SI),
    _published("minute|minutes|min", "60", "second", SI),
    _published("hour|hours|h", "3600", "second", SI),
    _published("day|days", "86400", "second", SI),
    _published("week|weeks", "604800", "second", "ISO 8601-1: 7 days"),
    _published("month|months", "1", "month", "Gregorian calendar (ISO 8601-1)"),
    _published("year|years", "12", "month", "Gregorian calendar (ISO 8601-1)"),
    _published("percent|per cent|%", "1", "percent", SI),
)  # fmt: skip
"""All in terms of one base for each kind of quantity, whose own factor is 1."""

MULTIPLES: Final[Mapping[str, int]] = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
"""Words before a unit, such as `million US dollars` or `thousands of people`; the short scale, as in English today."""
