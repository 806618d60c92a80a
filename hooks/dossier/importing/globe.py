"""Positions on a sphere: the middle of an outline, and how far from it the outline reaches."""

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Final

EARTH: Final = 6_371_008.8
"""Mean radius in metres (IUGG)."""
Point = tuple[float, float]
"""Longitude and latitude in degrees, as GeoJSON has them (RFC 7946, 3.1.1)."""


def circle_around(points: Sequence[Point]) -> tuple[Point, int]:
    """Return a circle that holds all points: its middle and its radius in whole metres.

    The middle is that of the directions from the centre of the Earth, so an outline across the date line or around a
    pole has it where it belongs.
    """
    sums = [sum(part) for part in zip(*map(_direction, points), strict=True)]
    middle = (degrees(atan2(sums[1], sums[0])), degrees(atan2(sums[2], hypot(sums[0], sums[1]))))
    middle = (round(middle[0], 5), round(middle[1], 5))
    return middle, max(1, int(max(distance(middle, point) for point in points)) + 1)


def distance(one: Point, other: Point) -> float:
    """Return the distance of two points in metres, along the surface (haversine)."""
    (lon1, lat1), (lon2, lat2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def step_of(lat: str, lon: str) -> int:
    """Return in metres what half of the last digit of a position as written amounts to: it is not more exact."""
    digits = min(len(text.partition(".")[2]) if "e" not in text.lower() else 0 for text in (lat, lon))
    return max(1, int(111_320 / 10**digits / 2) + 1) if digits < 9 else 1


def _direction(point: Point) -> tuple[float, float, float]:
    lon, lat = map(radians, point)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
