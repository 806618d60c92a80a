"""Turns values into drawings: one line of SVG each, with classes for the style sheet and no colours of its own.

Exists so that templates never compute a coordinate. Every function is pure; words and addresses come finished.
Each drawing prefixes its ids with the `key` it is given: two drawings of one page need two keys.
"""

from .atlas import countries
from .basemaps import base_map
from .combs import comb
from .days import ticks, window_over
from .families import family_tree
from .figures import figure_range
from .projection import extent_of
from .spans import span
from .strips import strip
from .ties import Tie, relation_tree
from .timelines import when_mark
from .values import (
    Axis,
    Country,
    Edge,
    Event,
    Extent,
    Figure,
    Lane,
    Node,
    Place,
    Role,
    Shape,
    Sharp,
    Span,
    Tick,
    Ticks,
    Unit,
    Way,
    Window,
)  # fmt: skip

__all__ = [
    "Axis", "Country", "Edge", "Event", "Extent", "Figure", "Lane", "Node", "Place", "Role", "Shape", "Sharp", "Span",
    "Tick", "Ticks", "Tie", "Unit", "Way", "Window", "base_map", "comb",
    "countries", "extent_of", "family_tree", "figure_range", "relation_tree", "span", "strip", "ticks", "timeline",
    "when_mark", "window_over",
]  # fmt: skip
