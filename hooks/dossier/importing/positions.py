"""A point and how exact it is, for a place: the radius the input gives, the one that was said, or a marked stand-in.

A place without a radius is not drawn, and a radius nobody measured is no fact: a stand-in is marked as chosen by the
editors (`basis: editorial`), and its note says so.
"""

import math
from typing import Final

from .desk import Desk, Fields
from .globe import step_of
from .record import Record, Route

STAND_IN: Final = 1000
"""Metres; more where the position itself is written less exactly."""
_FARTHEST: Final = 20_040_000
"""Half of the way around the Earth, in metres."""


def position_of(desk: Desk, record: Record, lat: str, lon: str, radius: int, route: Route) -> Fields:
    """Return the position of a place; `route` is where the record has its coordinates.

    Raises ValueError where these are no degrees of WGS 84.
    """
    if not (-90 <= _number(lat) <= 90 and -180 <= _number(lon) <= 180):
        raise ValueError("latitude and longitude are expected in degrees of WGS 84")
    found: Fields = {"lat": lat, "lon": lon}
    if radius:
        return {**found, "radius": radius, "basis": "stated"}
    if desk.options.radius:
        note = "The imported file gives no radius; one was given for all of its places."
        return {**found, "radius": desk.options.radius, "basis": "approximate", "note": note}
    chosen = max(STAND_IN, step_of(lat, lon))
    record.change(f"no radius is given, so {chosen} m stands in for it; `--radius` says another", *route)
    note = "The imported file does not say how exact this is; the radius is a stand-in."
    return {**found, "radius": chosen, "basis": "editorial", "note": note}


def radius_in(record: Record, to: str, *route: str | int) -> int:
    """Take a leaf as a radius in metres, rounded up to whole ones; what is none is left."""
    text = record.take(to, *route)
    if not text:
        return 0
    metres = _number(text.removesuffix("m").strip())
    if not 0 < metres < _FARTHEST:
        record.leave("no length in metres", *route)
        return 0
    if metres != int(metres):
        record.change("rounded up to whole metres", *route)
    return math.ceil(metres)


def _number(text: str) -> float:
    """Return a number, or what is no number and lies in no interval."""
    try:
        return float(text)
    except ValueError:
        return math.nan
