"""What the evidence is worth: each analysis a pure function from the dossier to facts, in a module of its own.

`analyse` is the visible list of all of them. Nothing here gives a verdict, and nothing here is written into the data.
Every analysis takes any dossier that could be read: a reference to nothing is left out here and reported by `check`.
"""

from .evidence import Evidence, analyse
from .figures.groups import FigureGroup, Interval, Row, interval
from .order import Spot
from .origins.counts import Count, Origin, Origins, Report
from .origins.status import credited_elsewhere

__all__ = [
    "Count",
    "Evidence",
    "FigureGroup",
    "Interval",
    "Origin",
    "Origins",
    "Report",
    "Row",
    "Spot",
    "analyse",
    "credited_elsewhere",
    "interval",
]
