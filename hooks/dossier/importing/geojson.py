"""GeoJSON (RFC 7946) to places: a point with the radius the file gives, an outline as the circle around it."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from .decode import Unusable
from .desk import Desk, Fields
from .given import LATER, citation, stand_in
from .globe import circle_around
from .jsons import Json
from .positions import position_of, radius_in
from .record import Record, Route, leaves_of
from .wording import one_line, plain, prose

_GEOMETRIES: Final = frozenset(
    ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
)
_NAMES: Final = ("name", "title", "label", "NAME", "Name", "Title", "Label", "name:en", "display_name")
_TEXTS: Final = ("description", "Description", "desc", "text", "notes", "note", "comment")
_RADII: Final = (
    "radius", "accuracy", "horizontalAccuracy", "horizontal_accuracy", "accuracy_m", "radius_m", "uncertainty",
    "coordinateUncertaintyInMeters", "precision_m", "gps_accuracy",
)  # fmt: skip
"""Properties that say in metres how exact a position is; `coordinateUncertaintyInMeters` is Darwin Core's."""
_ADMIN: Final = ("admin", "country", "region", "province", "state", "addr:country")
_CIRCLE: Final = "its outline became the circle around it, of which middle and radius are kept"
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


def is_geojson(value: Json) -> bool:
    """Tell whether a value is GeoJSON by its type."""
    kind = value.get("type") if isinstance(value, dict) else ""
    return kind in ("FeatureCollection", "Feature") or (kind in _GEOMETRIES and isinstance(value, dict))


def from_geojson(value: Json, desk: Desk) -> None:
    """Take every feature of a collection, or the one there is."""
    held: Any = value
    features = held.get("features") if held.get("type") == "FeatureCollection" else [held]
    if not isinstance(features, list):
        raise Unusable("the collection has no list of `features`", "compare it with RFC 7946")
    for number, feature in enumerate(features, 1):
        whole = feature if isinstance(feature, dict) and "geometry" in feature else {"geometry": feature}
        _place(_record(f"feature {number}", whole), desk)
    rest = {name: inner for name, inner in held.items() if name not in ("features", "type")}
    if held.get("type") == "FeatureCollection" and rest:
        record = Record("the collection", dict(leaves_of(rest)), lambda route: ".".join(map(str, route)))
        desk.close(record)


def _record(label: str, feature: dict[str, Any]) -> Record:
    """Return the record of a feature, in which the coordinates of a geometry are one leaf: alone they say nothing."""
    geometry = feature.get("geometry")
    leaves: dict[Route, str] = {}
    for route, value in leaves_of({name: inner for name, inner in feature.items() if name != "geometry"}):
        leaves[route] = value
    for name, inner in geometry.items() if isinstance(geometry, dict) else [("", geometry)] if geometry else []:
        leaves["geometry", name] = inner if isinstance(inner, str) else json.dumps(inner, ensure_ascii=False)
    return Record(label, leaves, lambda route: ".".join(map(str, route)).rstrip("."))


def _place(record: Record, desk: Desk) -> None:
    key = record.get("id") or record.get("properties", "id") or record.get("properties", "@id")
    label = _first(record, "places.label", _NAMES) or (f"Place {one_line(key)}" if key else "")
    if not label:
        desk.refuse(record, "it has no name; expected `name`, `title` or `label` in its properties")
        desk.close(record, "the feature has no name, so no place was made of it")
        return
    record.take("places.id", "id")
    fields = {
        "id": desk.claim_id("places", f"{key}\n{label}\n{record.get('geometry', 'coordinates')}", label),
        "type": _kind(record),
        "label": label,
        "position": _position(record, desk),
        "admin": _first(record, "places.admin", _ADMIN),
        "description": _first(record, "places.description", _TEXTS, long=True) or stand_in(desk.options.name),
        "citations": citation(desk, record),
        **LATER,
    }
    desk.add(record, "places", fields)
    record.take("places.type", "type")
    record.take("places.position", "geometry", "type")
    desk.close(record)


def _first(record: Record, to: str, names: tuple[str, ...], *, long: bool = False) -> str:
    """Take the first of several properties that is there."""
    name = next((name for name in names if record.get("properties", name)), "")
    return (prose if long else plain)(record, to, "properties", name) if name else ""


def _kind(record: Record) -> str:
    """Return the kind of place: the one the properties name, or else an area for an outline and a site for a point."""
    known = ("city", "part-of-city", "region", "country", "site", "area")
    for name in ("type", "kind", "place", "category"):
        if record.get("properties", name).lower() in known:
            return record.take("places.type", "properties", name).lower()
    return "site" if record.get("geometry", "type") == "Point" else "area"


def _position(record: Record, desk: Desk) -> Fields:
    route = ("geometry", "coordinates")
    written = record.take("places.position", *route)
    if not written:
        return {}
    name = next((name for name in _RADII if record.get("properties", name)), "")
    radius = radius_in(record, "places.position", "properties", name) if name else 0
    try:
        points = [list(point) for point in dict.fromkeys(map(tuple, _points(json.loads(written))))]
        if len(points) == 1:
            return _point(record, points[0], desk, radius)
        middle, reach = circle_around([(float(lon), float(lat)) for lon, lat, *_ in points])
    except ValueError as error:
        record.leave(f"no position: {error}", "geometry")
        record.give_back("places.position", "there is no position for it")
        return {}
    record.change(f"{len(points)} points: {_CIRCLE}", *route)
    note = f"The circle around an outline of {len(points)} points in the imported file."
    lat, lon = middle[1], middle[0]
    return {"lat": lat, "lon": lon, "radius": reach + radius, "basis": "derived", "note": note}


def _point(record: Record, point: list[str], desk: Desk, radius: int) -> Fields:
    lon, lat, *height = point
    if height:
        record.change("a place has no height", "geometry", "coordinates")
    return position_of(desk, record, lat, lon, radius, ("geometry", "coordinates"))


def _points(value: Any) -> Iterator[list[str]]:
    """Yield every position in coordinates of any depth, its numbers as they are written."""
    if not isinstance(value, list) or not value:
        raise ValueError("there are no coordinates")
    if isinstance(value[0], list):
        for inner in value:
            yield from _points(inner)
        return
    if len(value) < 2 or not all(isinstance(part, str) and _NUMBER.fullmatch(part) for part in value):
        raise ValueError("a position needs a longitude and a latitude, as numbers")
    if not (-180 <= float(value[0]) <= 180 and -90 <= float(value[1]) <= 90):
        raise ValueError("it is not in degrees of WGS 84, the longitude first (RFC 7946)")
    yield value
