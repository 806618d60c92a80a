"""Turns Natural Earth's countries, as packed by `world-atlas`, into the small base map that the drawings ship.

Exists so that the base map can be made again from its published source by anyone, byte for byte:

    npm pack world-atlas@2.0.2
    python scripts/base_map.py world-atlas-2.0.2.tgz

Standard library only. Shared borders stay shared: every arc is simplified once, whichever countries use it.
"""

import argparse
import hashlib
import json
import math
import tarfile
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Arc = list[Point]

ARCHIVE_SHA256 = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
MEMBER = "package/countries-10m.json"
TARGET = Path(__file__).parent.parent / "hooks" / "dossier" / "draw" / "base" / "countries.json"

STEP = 0.005
"""Degrees between two grid points of the shipped file: about 550 m."""

TOLERANCE = 0.015
"""Degrees a line may move (about 1.6 km): two pixels when 400 km are drawn 480 px wide."""

SOUTHERNMOST = -85.0
"""A country that reaches further south goes round the pole: the data has no point there."""

SMALLEST_ISLAND = 0.0004
"""Square degrees (about 5 km2) below which an island is left out, unless it is all its country has."""


def main() -> None:
    """Read the archive named on the command line, check its sum, write the base map."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="world-atlas-2.0.2.tgz, from `npm pack world-atlas@2.0.2`")
    archive = parser.parse_args().archive
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != ARCHIVE_SHA256:
        raise SystemExit(f"{archive}: sha256 is {found}; expected {ARCHIVE_SHA256}")
    with tarfile.open(archive) as packed:
        member = packed.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"{archive}: no {MEMBER}")
        topology = json.load(member)
    TARGET.write_text(written(topology), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


def written(topology: dict[str, Any]) -> str:
    """The base map as JSON text, one arc or country a line, from a TopoJSON topology."""
    arcs = [degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = [country(geometry, arcs) for geometry in topology["objects"]["countries"]["geometries"]]
    countries = [each for each in countries if each["polygons"]]
    used = sorted({index if index >= 0 else ~index for index in every_index(countries)})
    renumbered = {old: new for new, old in enumerate(used)}
    for each in countries:
        each["polygons"] = [
            [[renumbered[i] if i >= 0 else ~renumbered[~i] for i in ring] for ring in polygon]
            for polygon in each["polygons"]
        ]
    lines = [dense(stepped(simplified(arcs[index], TOLERANCE))) for index in used]
    body = ",\n".join(lines), ",\n".join(dense(each) for each in countries)
    return f'{{"step":{STEP},"arcs":[\n{body[0]}\n],"countries":[\n{body[1]}\n]}}\n'


def dense(value: object) -> str:
    """JSON without spaces."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def every_index(countries: list[dict[str, Any]]) -> list[int]:
    """All arc numbers that any ring uses."""
    return [i for each in countries for polygon in each["polygons"] for ring in polygon for i in ring]


def degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> Arc:
    """A delta-coded, quantised TopoJSON arc as longitudes and latitudes (TopoJSON 1.0, section 2.1.2)."""
    x = y = 0
    points: Arc = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return points


def country(geometry: dict[str, Any], arcs: list[Arc]) -> dict[str, Any]:
    """Number (ISO 3166-1, empty where there is none), English name, box and polygons of one country."""
    found = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    sizes = [area(ring_points(polygon[0], arcs)) for polygon in found]
    largest = max(sizes, default=0.0)
    kept = [p for p, size in zip(found, sizes, strict=True) if size >= SMALLEST_ISLAND or size == largest]
    around = [point for polygon in kept for point in ring_points(polygon[0], arcs)]
    xs, ys = [x for x, _ in around], [y for _, y in around]
    box = [round(v, 2) for v in (min(xs), min(ys), max(xs), max(ys))] if around else []
    if box and box[1] < SOUTHERNMOST:
        box[:3] = [-180.0, -90.0, 180.0]
    return {
        "id": geometry.get("id", ""),
        "name": geometry["properties"]["name"],
        "box": box,
        "polygons": kept,
    }


def ring_points(ring: list[int], arcs: list[Arc]) -> Arc:
    """The points of a ring of arc numbers; a number n below zero is arc ~n backwards (TopoJSON 1.0, 2.1.4)."""
    points: Arc = []
    for index in ring:
        points += arcs[index] if index >= 0 else arcs[~index][::-1]
    return points


def area(points: Arc) -> float:
    """Square degrees inside a ring (the shoelace formula), narrowed by the cosine of its latitude."""
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True))
    return abs(twice) / 2 * math.cos(math.radians(points[0][1]))


def simplified(points: Arc, tolerance: float) -> Arc:
    """The points that keep every dropped one within the tolerance (Ramer, Douglas and Peucker); ends stay."""
    last = len(points) - 1
    spans = [(0, last)]
    kept = {0, last}
    if points[0] == points[-1]:
        far = max(range(last + 1), key=lambda i: math.dist(points[i], points[0]))
        kept.add(far)
        spans = [(0, far), (far, last)]
    while spans:
        start, end = spans.pop()
        distance, index = farthest(points, start, end)
        if distance > tolerance:
            kept.add(index)
            spans += [(start, index), (index, end)]
    return [points[i] for i in sorted(kept)]


def farthest(points: Arc, start: int, end: int) -> tuple[float, int]:
    """How far, and which, the point between two others lies from the line that joins them."""
    (ax, ay), (bx, by) = points[start], points[end]
    shrink = math.cos(math.radians((ay + by) / 2))
    dx, dy = (bx - ax) * shrink, by - ay
    length = math.hypot(dx, dy)
    best = (0.0, start)
    for i in range(start + 1, end):
        ex, ey = (points[i][0] - ax) * shrink, points[i][1] - ay
        distance = abs(dx * ey - dy * ex) / length if length else math.hypot(ex, ey)
        best = max(best, (distance, i))
    return best


def stepped(points: Arc) -> list[int]:
    """The arc on the shipped grid: first x and y, then differences; points that fall together become one."""
    grid = [(round(x / STEP), round(y / STEP)) for x, y in points]
    kept = [grid[0]] + [b for a, b in pairwise(grid) if a != b]
    numbers = list(kept[0])
    for (ax, ay), (bx, by) in pairwise(kept):
        numbers += [bx - ax, by - ay]
    return numbers


if __name__ == "__main__":
    main()
