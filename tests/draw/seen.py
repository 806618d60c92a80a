"""Reads a drawing back, so that tests can say what a reader sees: letters, marks, ids, and what collides."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hypothesis import settings

from dossier.draw.geometry import Box
from dossier.draw.letters import letters_for, text_width

NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
UNTIMED = settings(deadline=None)
"""A slow machine is no defect."""
SLACK = 0.75
"""Half a line's stroke, and the last rounded digit."""


@dataclass(frozen=True)
class Seen:
    """A drawing as parsed."""

    root: ET.Element
    width: float
    height: float

    @property
    def frame(self) -> Box:
        return Box(-SLACK, -SLACK, self.width + SLACK, self.height + SLACK)

    def all(self, tag: str, class_: str = "") -> list[ET.Element]:
        return [e for e in self.root.iter(tag) if not class_ or class_ in e.get("class", "").split()]

    @property
    def words(self) -> list[str]:
        return ["".join(e.itertext()) for e in self.all("text")]

    @property
    def ids(self) -> list[str]:
        return [e.get("id", "") for e in self.root.iter() if e.get("id")]


def anchored(text: ET.Element) -> float:
    """Return how much of a text lies left of where it is anchored: it starts on the right where it runs to the left."""
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
    return 1 - share if text.get("direction") == "rtl" else share


def read(svg: str) -> Seen:
    root = ET.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    return Seen(root, width, height)


def labels(seen: Seen) -> list[tuple[str, Box]]:
    """Each line of text with the room it takes, by the same estimate that the layout uses."""
    size = letters_for(seen.width).size
    found = []
    for text in seen.all("text"):
        words = "".join(text.itertext())
        wide, x, y = text_width(words, size), float(text.get("x", "0")), float(text.get("y", "0"))
        left = x - wide * anchored(text)
        found.append((words, Box(left, y - size * 0.75, left + wide, y + size * 0.2)))
    return found


def marks(element: ET.Element, right: float = 0.0) -> Iterator[Box]:
    """The room of every shape that is not cut by a clip path, moved as its groups are."""
    if element.get("clip-path") or element.tag in ("defs", "clipPath"):
        return
    moved = re.match(r"translate\((\S+) 0\)", element.get("transform", ""))
    right += float(moved[1]) if moved else 0.0
    number = {name: float(value) for name, value in element.attrib.items() if NUMBER.fullmatch(value)}
    if element.tag == "circle":
        x, y, r = number["cx"] + right, number["cy"], number["r"]
        yield Box(x - r, y - r, x + r, y + r)
    if element.tag == "rect":
        x, y = number["x"] + right, number["y"]
        yield Box(x, y, x + number["width"], y + number["height"])
    if element.tag == "path":
        points = list(path_points(element.get("d", "")))
        xs, ys = [x + right for x, _ in points], [y for _, y in points]
        yield Box(min(xs), min(ys), max(xs), max(ys))
    for child in element:
        yield from marks(child, right)


def path_points(data: str) -> Iterator[tuple[float, float]]:
    """All points of a path, those that only steer a curve included."""
    x = y = 0.0
    for command, said in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        numbers = [float(n) for n in NUMBER.findall(said)]
        start = (x, y)
        if command in "HhVv":
            for n in numbers:
                x = n if command == "H" else x + n if command == "h" else x
                y = n if command == "V" else y + n if command == "v" else y
                yield x, y
        pairs = list(zip(numbers[0::2], numbers[1::2], strict=False)) if command in "MLlCcqm" else []
        curve = {"C": 3, "c": 3, "q": 2}.get(command, 1)
        for i, (a, b) in enumerate(pairs):
            x, y = (a, b) if command.isupper() else (start[0] + a, start[1] + b)
            yield x, y
            if (i + 1) % curve == 0:
                start = (x, y)


def assert_sound(svg: str, key: str) -> Seen:
    """What must hold for every drawing: one line, unique ids with its key, no colours, nothing cut, nothing covered."""
    seen = read(svg)
    assert "\n" not in svg
    assert len(set(seen.ids)) == len(seen.ids)
    assert all(found.startswith(f"{key}-") for found in seen.ids), seen.ids
    assert set(re.findall(r"url\(#([^)]*)\)", svg)) <= set(seen.ids)
    assert {e.get("fill") for e in seen.root.iter() if e.get("fill")} <= {"none", *used_fills(svg)}
    assert not [e for e in seen.root.iter() if e.get("style") or (e.get("stroke"))]
    for words, box in labels(seen):
        assert seen.frame.holds(box), f"{words!r} at {box} leaves {seen.frame}"
    for box in marks(seen.root):
        assert seen.frame.holds(box), f"a mark at {box} leaves {seen.frame}"
    for (one, a), (other, b) in combinations(labels(seen), 2):
        assert not a.grown(-0.2).meets(b.grown(-0.2)), f"{one!r} covers {other!r}"
    return seen


def used_fills(svg: str) -> set[str]:
    """Gradients: the only fills that may stand in a drawing itself."""
    return set(re.findall(r'fill="(url\(#[^)]*\))"', svg))


@dataclass(frozen=True)
class Mapped:
    """A map as parsed, and looked at in a column of some width."""

    root: ET.Element
    width: float
    sheet: str
    """Which layout of the names that column shows: narrow or wide."""

    @property
    def height(self) -> float:
        across, down = re.search(r"aspect-ratio:(\S+)/(\S+)", self.drawing.get("style", "")).groups()  # type: ignore[union-attr]
        return self.width * float(down) / float(across)

    @property
    def drawing(self) -> ET.Element:
        return next(self.root.iter("svg"))

    @property
    def places(self) -> list[ET.Element]:
        return [e for e in self.root.iter() if "pt" in e.get("class", "").split()]

    def at(self, element: ET.Element) -> tuple[float, float]:
        """Where something stands, from its percents."""
        return tuple(float(element.get(name, "0")[:-1]) / 100 * long for name, long in self._sides)  # type: ignore[return-value]

    @property
    def _sides(self) -> tuple[tuple[str, float], ...]:
        return ("x", self.width), ("y", self.height)

    def shows(self, element: ET.Element) -> bool:
        """Whether this column shows a part of a layout."""
        classes = element.get("class", "").split()
        return "off" not in classes and (self.sheet in classes or not {"narrow", "wide"} & set(classes))

    def labels(self) -> list[tuple[str, Box]]:
        """Each line of a name that is shown, with the room it takes."""
        found = []
        for place in self.places:
            at = next(place.iter("svg"))
            for text in (t for group in at.findall("g") if self.shows(group) for t in group.findall("text")):
                found.append(line(text, self.at(at)))
        named = [text for text in self.drawing.findall("text") if self.shows(text)]
        return found + [line(text, self.at(text), placed=True) for text in named]


def line(text: ET.Element, origin: tuple[float, float], placed: bool = False) -> tuple[str, Box]:
    """A line of text of 13 px with the room it takes, by the same estimate that the layout uses."""
    words, size = "".join(text.itertext()), 13.0
    x, y = (0.0, 0.0) if placed else (float(text.get("x", "0")), float(text.get("y", "0")))
    wide = text_width(words, size)
    left = origin[0] + x - wide * anchored(text)
    return words, Box(left, origin[1] + y - size * 0.75, left + wide, origin[1] + y + size * 0.2)


def look_at(html: str, width: float, sheet: str = "") -> Mapped:
    """A map in a column of some width, with the layout made for it."""
    return Mapped(ET.fromstring(html), width, sheet or ("narrow" if width == 340 else "wide"))


def assert_sound_map(html: str, width: float) -> None:
    """What must hold for every map: no id or colour of its own making, no name that meets another or leaves it."""
    for seen in (look_at(html, 340, "narrow"), look_at(html, width, "wide")):
        ids = [e.get("id", "") for e in seen.root.iter() if e.get("id")]
        assert len(set(ids)) == len(ids)
        assert not [e for e in seen.root.iter() if e.get("stroke")]
        assert {e.get("fill") for e in seen.root.iter() if e.get("fill")} <= {"none", "url(#g-o)"}
        labels, frame = seen.labels(), Box(-SLACK, -SLACK, seen.width + SLACK, seen.height + SLACK)
        for words, box in labels:
            assert frame.holds(box), f"{words!r} at {box} leaves {frame}"
        for (one, a), (other, b) in combinations(labels, 2):
            assert not a.grown(-0.2).meets(b.grown(-0.2)), f"{one!r} covers {other!r}"
