"""Turns longitudes and latitudes into the units of a drawing, and places into the extent that shows them.

Exists so that one projection, with its date line and its poles, is decided in one place.

Equirectangular with its standard parallel at the middle latitude of the extent: x is longitude times the cosine
of that latitude, y is latitude. Lengths are true along the middle, and within 3 % all over an extent of 6 degrees
at 35 degrees north; on a map of the whole world they are not, and neither is the scale bar away from the middle.
(Snyder, Map Projections: A Working Manual, USGS 1395, 1987, chapter 12.)
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from .geometry import Points
from .values import Extent, Place

METRES_PER_DEGREE = 111_195.0
"""Of latitude, on a sphere of 6,371,009 m (mean radius, WGS 84)."""
LEAST_SPAN = 2.4
"""Degrees of latitude, or as much of longitude: about 270 km, so that some border or coast is likely in view."""
NARROWEST, WIDEST = 1.4, 1.75
"""Width over height."""
FLATTEST = math.cos(math.radians(75))
"""The smallest cosine: nearer to a pole the map would shrink to nothing sideways."""


@dataclass(frozen=True)
class Projection:
    """Where degrees lie in a drawing of a given width."""

    extent: Extent
    width: float

    @property
    def shrink(self) -> float:
        """The cosine of the standard parallel."""
        return shrink(self.extent.south, self.extent.north)

    @property
    def scale(self) -> float:
        """Units of the drawing in a degree of latitude."""
        return self.width / ((self.extent.east - self.extent.west) * self.shrink)

    @property
    def height(self) -> float:
        """The height of the map."""
        return (self.extent.north - self.extent.south) * self.scale

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """A point of the drawing; longitudes are taken as they are."""
        return (
            (longitude - self.extent.west) * self.shrink * self.scale,
            (self.extent.north - latitude) * self.scale,
        )

    def line(self, points: Points) -> Points:
        """Many points of the drawing at once."""
        down, across = self.scale, self.shrink * self.scale
        west, north = self.extent.west, self.extent.north
        return tuple(((x - west) * across, (north - y) * down) for x, y in points)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a point; the inverse of `point`."""
        return self.extent.west + x / (self.shrink * self.scale), self.extent.north - y / self.scale

    def near(self, longitude: float) -> float:
        """The same meridian, counted so that it lies within 180 degrees of the middle of the map."""
        middle = (self.extent.west + self.extent.east) / 2
        return middle + math.remainder(longitude - middle, 360)


def shrink(south: float, north: float) -> float:
    """How much a degree of longitude is shorter than one of latitude, half way between two latitudes."""
    return max(FLATTEST, math.cos(math.radians((south + north) / 2)))


def extent_of(places: Iterable[Place], margin: float = 0.16) -> Extent:
    """The extent that shows all places with their radii and a margin, whichever way round the earth is shorter."""
    south, north = 90.0, -90.0
    arcs = []
    for place in places:
        reach = place.radius / METRES_PER_DEGREE
        south, north = min(south, place.latitude - reach), max(north, place.latitude + reach)
        aside = reach / max(FLATTEST, math.cos(math.radians(place.latitude)))
        arcs.append((place.longitude - aside, place.longitude + aside))
    west, east = shortest(arcs)
    tall, wide = max((north - south) * (1 + 2 * margin), LEAST_SPAN), (east - west) * (1 + 2 * margin)
    return shaped((west + east) / 2, (south + north) / 2, wide, tall)


def shortest(arcs: list[tuple[float, float]]) -> tuple[float, float]:
    """The shortest stretch of the equator that covers all arcs: everything but the widest gap between them."""
    if any(east - west >= 360 for west, east in arcs):
        return -180.0, 180.0
    turned = sorted((math.remainder(west, 360), math.remainder(west, 360) + east - west) for west, east in arcs)
    reach, gap, start = turned[0][1], turned[0][0] + 360 - max(east for _, east in turned), turned[0][0]
    for west, east in turned[1:]:
        if west - reach > gap:
            gap, start = west - reach, west
        reach = max(reach, east)
    return (start, start + 360 - gap) if gap > 0 else (-180.0, 180.0)


def shaped(longitude: float, latitude: float, wide: float, tall: float) -> Extent:
    """An extent around a middle, grown to a shape that suits a page and kept between the poles."""
    tall = min(tall, 180.0)
    latitude = min(max(latitude, tall / 2 - 90), 90 - tall / 2)
    flat = shrink(latitude - tall / 2, latitude + tall / 2)
    wide = min(360.0, max(wide, tall * NARROWEST / flat))
    tall = min(180.0, max(tall, wide * flat / WIDEST))
    latitude = min(max(latitude, tall / 2 - 90), 90 - tall / 2)
    return Extent(longitude - wide / 2, latitude - tall / 2, longitude + wide / 2, latitude + tall / 2)


def checked(extent: Extent) -> Extent:
    """The caller's extent with east beyond west; ValueError if it is empty or leaves the earth."""
    east = extent.east if extent.east > extent.west else extent.east + 360
    if not -90 <= extent.south < extent.north <= 90 or east - extent.west > 360:
        raise ValueError(f"{extent} is no rectangle of the earth")
    return Extent(extent.west, extent.south, east, extent.north)
