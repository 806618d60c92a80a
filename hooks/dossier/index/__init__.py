"""What follows from the data: order, names, back-links, origins, status, figures."""

from .facts import Facts, index
from .figures import FigureGroup, Interval, Row, interval
from .mentions import Mention
from .names import Found, Names
from .origins import Family, Origins
from .status import credited_elsewhere

__all__ = [
    "Facts",
    "Family",
    "FigureGroup",
    "Found",
    "Interval",
    "Mention",
    "Names",
    "Origins",
    "Row",
    "credited_elsewhere",
    "index",
    "interval",
]
