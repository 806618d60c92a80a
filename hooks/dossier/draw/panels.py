"""Turns the figures that claims give for one thing into rows over one axis from zero, and what they allow into bands.

Exists beside `figures` because here every claim has a row, also where two give the same number, and each row says by a
letter, not by its colour alone, whom its figure goes back to.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from . import svg
from .figures import REACH, Ruler, apart, figure_mark, round_numbers, tick, unbounded
from .letters import Letters, letters_for, shortened, text_width, wrapped
from .pens import Pen, Scale, fade, fade_defs
from .values import Axis, Figure, Window

TONES: Final = 4
"""The sheet has so many colours; further origins are told apart by their letter alone."""
NARROWEST: Final = 260.0
"""Below this width there is no room for letters, words and marks side by side."""
GAP: Final = 10.0
"""Between a letter and the words, and between words on one line."""
HALF: Final = 10.0
"""Half the height that a mark has to itself."""
MOST_GUTTER: Final = 0.3
"""The letters take at most this share of the width."""


@dataclass(frozen=True)
class PanelRow:
    """A claim's figure, and who is behind it."""

    figure: Figure
    letter: str = ""
    """Whom it goes back to: a letter of the legend, or several."""
    tone: int = 0
    """1 to `TONES`; 0 is ink."""
    note: str = ""
    """Words that follow the figure, such as that it cannot be reconciled with another."""
    own: bool = False
    """The one the page is about: in strong letters."""
    out: bool = False
    """It no longer counts: drawn lighter; `note` has to say so."""


@dataclass(frozen=True)
class Band:
    """A range that some or all of the figures allow; None for a side without a bound."""

    low: float | None
    high: float | None
    label: str


@dataclass(frozen=True)
class Allowed:
    """What the figures allow, drawn below them; nothing is drawn without a band."""

    words: str = ""
    """Over the bands."""
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class _Frame:
    """What all rows of a panel share."""

    ruler: Ruler
    left: float
    width: float
    letters: Letters
    key: str


@lru_cache(maxsize=1024)
def figure_panel(
    rows: tuple[PanelRow, ...], allowed: Allowed, axis: Axis, key: str, title: str, *, width: float = 420
) -> str:
    """Figures of one thing, a row for each claim, over an axis from zero; below them what they allow.

    Empty if there are no rows. Raises ValueError for a bound that is not a finite number, or a width below 260.
    """
    if width < NARROWEST:
        raise ValueError(f"a panel {width} wide; expected at least {NARROWEST}")
    if not rows:
        return ""
    frame = _frame(rows, allowed.bands, axis, key, width)
    drawn, y = "", 2.0
    for number, row in enumerate(rows):
        body, y = _row(row, replace(frame, key=f"{key}-{number}"), y)
        drawn += body
    if allowed.bands:
        below, y = _bands(allowed, frame, y)
        drawn += below
    grid, bottom = _axis(frame, axis, y)
    return svg.drawing(grid + drawn, (width, bottom), frame.letters, key, title)


def _frame(rows: tuple[PanelRow, ...], bands: tuple[Band, ...], axis: Axis, key: str, width: float) -> _Frame:
    letters = letters_for(width)
    widest = max((text_width(row.letter, letters.size) for row in rows), default=0.0)
    gutter = min(widest + GAP, width * MOST_GUTTER) if widest else 0.0
    spans: list[Figure | Band] = [*(row.figure for row in rows), *bands]
    bounds = [bound for one in spans for bound in (one.low, one.high) if bound is not None]
    numbers = round_numbers(bounds, any(unbounded(row.figure) for row in rows))
    first, last = (text_width(axis.format(number), letters.size) / 2 for number in (numbers[0], numbers[-1]))
    ruler = Ruler(numbers, max(gutter + 2, first + 1), width - max(last + 1, REACH))
    return _Frame(ruler, gutter, width, letters, key)


def _row(row: PanelRow, frame: _Frame, y: float) -> tuple[str, float]:
    """Return a row from a height on, and where it ends: letter and words first, the mark under them."""
    said, end = _words(row, frame, y)
    mark, _, _ = figure_mark(row.figure, frame.ruler, end + HALF, frame.key)
    mark = fade_defs(mark, frame.key) + mark
    letter = shortened(row.letter, max(0.0, frame.left - GAP), frame.letters.size)
    first = svg.text(letter, 0, y + frame.letters.line - 4, "t-strong") if letter else ""
    tone = f"tone-{row.tone}" if row.tone else ""
    coloured = svg.element("g", first, svg.element("g", mark, class_="out") if row.out else mark, class_=tone)
    return coloured + said, end + 2 * HALF + GAP / 2


def _words(row: PanelRow, frame: _Frame, y: float) -> tuple[str, float]:
    """Return a row's words and where they end: the note beside the figure where it fits, else on lines of its own."""
    room, size = frame.width - frame.left, frame.letters.size
    class_ = " ".join(filter(None, ("t-num", "t-strong" if row.own else "", "t-soft" if row.out else "")))
    wide = text_width(row.figure.label, size) + GAP
    if row.note and wide + text_width(row.note, size) <= room:
        base = y + frame.letters.line - 4
        beside = svg.text(row.note, frame.left + wide, base, "t-soft")
        return svg.text(row.figure.label, frame.left, base, class_) + beside, y + frame.letters.line
    lines = [(line, class_) for line in wrapped(row.figure.label, room, size)]
    lines += [(line, "t-soft") for line in wrapped(row.note, room, size)]
    return _lines(lines, frame, y)


def _lines(lines: list[tuple[str, str]], frame: _Frame, y: float) -> tuple[str, float]:
    """Return lines of text, one under the other, and where they end."""
    step = frame.letters.line
    said = "".join(svg.text(line, frame.left, y + step * (i + 1) - 4, class_) for i, (line, class_) in enumerate(lines))
    return said, y + step * len(lines)


def _bands(allowed: Allowed, frame: _Frame, y: float) -> tuple[str, float]:
    """Return the bands with the words over them, from a height on, and where they end."""
    rule = svg.path(f"M0 {svg.num(y + 2)}H{svg.num(frame.width)}", "hair")
    room, size = frame.width - frame.left, frame.letters.size
    head, y = _lines([(line, "t-soft") for line in wrapped(allowed.words, room, size)], frame, y + 6)
    drawn = rule + head
    for number, band in enumerate(allowed.bands):
        said, y = _lines([(line, "t-num") for line in wrapped(band.label, room, size)], frame, y)
        key = f"{frame.key}-b{number}"
        body = _band_mark(band, frame.ruler, y + HALF, key)
        drawn += fade_defs(body, key) + body + said
        y += 2 * HALF + GAP / 2
    return drawn, y


def _band_mark(band: Band, ruler: Ruler, y: float, key: str) -> str:
    """Return a pale stretch: sharp edges where there are bounds, a fading end where there is none above."""
    bounds = [bound for bound in (band.low, band.high) if bound is not None]
    low = ruler.x(min(bounds)) if band.low is not None else ruler.left
    high = ruler.x(max(bounds)) if band.high is not None else ruler.right
    least = 0.0 if band.high is None else 6.0
    left, right = (low, high) if high - low >= least else ((low + high - least) / 2, (low + high + least) / 2)
    drawn = svg.element("rect", class_="band", x=left, y=y - 6, width=right - left, height=12)
    if band.high is None:
        pen = Pen(Scale(Window(0, 0), 0, 0), y, key)
        drawn += svg.element("g", fade(right, right + REACH, pen, "r", 6), class_="pale")
    edges = sorted({ruler.x(bound) for bound in bounds})
    return drawn + "".join(tick(x, y) for x in edges)


def _axis(frame: _Frame, axis: Axis, y: float) -> tuple[str, float]:
    """Return the lines of the round numbers, the numbers under them, and where the drawing ends."""
    ruler, size = frame.ruler, frame.letters.size
    words = [axis.format(value) for value in ruler.values]
    lines = "".join(svg.path(f"M{svg.num(ruler.x(v))} 4V{svg.num(y + 2)}", "hair") for v in ruler.values)
    base = svg.path(f"M{svg.num(ruler.left)} {svg.num(y + 2)}H{svg.num(ruler.right)}", "line-known", opacity=".5")
    under = y + size + 4
    numbers = apart(ruler.values, words, ruler, size)
    said = "".join(svg.text(word, ruler.x(value), under, "t-soft t-num", "middle") for value, word in numbers)
    return lines + said + base, under + 5
