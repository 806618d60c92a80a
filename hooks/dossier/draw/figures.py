"""Turns figures with their bounds into marks on one axis from zero: sharp, fading or open, as they are known.

Exists because "168", "more than 168" and "about two million" must not look equally exact.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from . import svg
from .letters import Letters, letters_for, text_width, wrapped
from .pens import FADE, Pen, Scale, fade, fade_defs
from .values import Axis, Figure, Sharp, Window

ROUND = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
"""Steps of an axis, times a power of ten; 2.5 only where the figures are not whole numbers."""
LEAST = 1e-300
"""What is smaller is drawn as nothing: half of the smallest float is zero, which has no logarithm."""
REACH = 46.0
"""How far a figure without a bound fades."""
ABOUT = 24.0
"""How far an approximate figure fades to each side."""
BEYOND = 1.05
"""An axis goes on so much further where the true figure may be higher than the highest given."""
ROOM = 8.0
"""Between a mark and its words."""


@dataclass(frozen=True)
class Ruler:
    """An axis: its round numbers and where they lie."""

    values: tuple[float, ...]
    left: float
    right: float

    def x(self, value: float) -> float:
        """The place of a number."""
        low, high = self.values[0], self.values[-1]
        return self.left + (value - low) / (high - low) * (self.right - self.left)


@lru_cache(maxsize=4096)
def figure_range(rows: tuple[Figure, ...], axis: Axis, key: str, title: str, *, width: float = 340) -> str:
    """Figures of one measure, one row each, over an axis that contains zero.

    A row without a bound on either side is a broken line. Empty if there are no rows.
    Raises ValueError for a bound that is not a finite number.
    """
    if not rows:
        return ""
    letters = letters_for(width)
    bounds = [bound for row in rows for bound in (row.low, row.high) if bound is not None]
    numbers = round_numbers(bounds, any(map(unbounded, rows)))
    words = [axis.format(value) for value in numbers]
    first, last = text_width(words[0], letters.size) / 2, text_width(words[-1], letters.size) / 2
    ruler = Ruler(numbers, max(14.0, first + 1), width - max(last + 1, REACH))
    drawn, y = "", 4.0
    for row in rows:
        body, height = figure(row, ruler, y, width, letters, key)
        drawn, y = drawn + body, y + height
    lines = "".join(svg.path(f"M{svg.num(ruler.x(v))} 4V{svg.num(y + 2)}", "hair") for v in numbers)
    base = svg.path(f"M{svg.num(ruler.left)} {svg.num(y + 2)}H{svg.num(ruler.right)}", "line-known", opacity=".5")
    under = y + letters.size + 4
    said = "".join(
        svg.text(word, ruler.x(v), under, "t-soft t-num", "middle")
        for v, word in apart(numbers, words, ruler, letters.size)
    )
    body = lines + said + base + drawn
    return svg.drawing(fade_defs(body, key) + body, (width, under + 5), letters, key, title)


def unbounded(row: Figure) -> bool:
    """Whether the true figure may lie above the highest number given."""
    return row.sharp in (Sharp.MORE_THAN, Sharp.ABOUT) or (row.high is None and row.low is not None)


def round_numbers(values: list[float], beyond: bool = False) -> tuple[float, ...]:
    """Zero and one or two round steps to each side on which there are figures; with room above them if asked."""
    wrong = next((v for v in values if not math.isfinite(v)), None)
    if wrong is not None:
        raise ValueError(f"a figure is {wrong}; expected a finite number")
    highest, lowest = max([*values, 0.0]) * (BEYOND if beyond else 1.0), min([*values, 0.0])
    largest = max(highest, -lowest)
    if largest < LEAST:
        largest = 1.0
    whole = all(v == int(v) for v in values)
    step = round_step(largest / 2, whole)
    below, above = math.ceil(-lowest / step), math.ceil(highest / step)
    if not below and not above:
        above = 1
    return tuple(step * i for i in range(-below, above + 1))


def round_step(least: float, whole: bool) -> float:
    """The smallest round step that is not under `least`; a whole number if asked."""
    if whole and least < 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    # A billionth of room: 0.30000000000000004 is 0.3.
    fit = [s * p for p in (power, power * 10) for s in ROUND if s * p >= least * (1 - 1e-9)]
    return next((s for s in fit if not whole or s == int(s)), fit[-1])


def apart(numbers: tuple[float, ...], words: list[str], ruler: Ruler, size: float) -> tuple[tuple[float, str], ...]:
    """The words of the axis that keep apart: zero and the last first, the others if they fit between."""
    order = sorted(range(len(numbers)), key=lambda i: (numbers[i] != 0, i not in (0, len(numbers) - 1), i))
    taken: list[tuple[float, float]] = []
    kept: list[tuple[float, str]] = []
    for i in order:
        half = text_width(words[i], size) / 2
        left, right = ruler.x(numbers[i]) - half, ruler.x(numbers[i]) + half
        if all(right + 6 <= a or left - 6 >= b for a, b in taken):
            taken.append((left, right))
            kept.append((numbers[i], words[i]))
    return tuple(sorted(kept))


def figure(row: Figure, ruler: Ruler, y: float, width: float, letters: Letters, key: str) -> tuple[str, float]:
    """One row and its height: the words before the mark, after it, or above it, wherever they fit."""
    height = letters.size + 9
    middle = y + height / 2
    drawn, left, right = figure_mark(row, ruler, middle, key)
    room = text_width(row.label, letters.size)
    baseline = middle + letters.size * 0.36
    if left - ROOM - room >= 0:
        return drawn + svg.text(row.label, left - ROOM, baseline, "t-num", "end"), height
    if right + ROOM + room <= width:
        return drawn + svg.text(row.label, right + ROOM, baseline, "t-num"), height
    lines = wrapped(row.label, width, letters.size)
    widest = max(text_width(line, letters.size) for line in lines)
    x = max(0.0, min(left, width - widest))
    said = "".join(svg.text(line, x, y + letters.line * (i + 1) - 3, "t-num") for i, line in enumerate(lines))
    drawn, _, _ = figure_mark(row, ruler, middle + letters.line * len(lines), key)
    return said + drawn, height + letters.line * len(lines)


def figure_mark(row: Figure, ruler: Ruler, y: float, key: str) -> tuple[str, float, float]:
    """The mark of a figure, and where it begins and ends."""
    bounds = [v for v in (row.low, row.high) if v is not None]
    if not bounds:
        line = svg.path(f"M{svg.num(ruler.left)} {svg.num(y)}H{svg.num(ruler.right)}", "line-unknown")
        return line, ruler.left, ruler.right
    low, high = ruler.x(min(bounds)), ruler.x(max(bounds))
    pen = Pen(Scale(Window(0, 0), 0, 0), y, key)
    if row.sharp is Sharp.ABOUT:
        start, end = max(ruler.left, low - ABOUT), high + ABOUT
        solid = svg.element("rect", class_="bar", x=low, y=y - 3.5, width=high - low, height=7) if high > low else ""
        return fade(start, low, pen, "l", 3.5) + solid + fade(high, end, pen, "r", 3.5), start, end
    if row.sharp is Sharp.MORE_THAN or (row.sharp is not Sharp.LESS_THAN and row.high is None):
        return tick(low, y) + fade(low, low + REACH, pen, "r", 3.5), low, low + REACH
    if row.sharp is Sharp.LESS_THAN or row.low is None:
        start = max(ruler.left, high - FADE - REACH / 2)
        return fade(start, high, pen, "l", 3.5) + tick(high, y), start, high
    if row.sharp is Sharp.PERHAPS:
        stretch = svg.path(f"M{svg.num(low)} {svg.num(y)}H{svg.num(high)}", "line-unknown") if high > low else ""
        dots = "".join(svg.circle("dot-open", x, y, 5) for x in sorted({low, high}))
        return stretch + dots, low - 5, high + 5
    if high > low:
        solid = svg.element("rect", class_="bar", x=low, y=y - 3.5, width=high - low, height=7)
        return solid + tick(low, y) + tick(high, y), low, high
    return tick(low, y), low, high


def tick(x: float, y: float) -> str:
    """A sharp edge."""
    return svg.path(f"M{svg.num(x)} {svg.num(y - 6.5)}v13", "line-known")
