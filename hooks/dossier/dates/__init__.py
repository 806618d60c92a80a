"""Dates of a dossier: read from EDTF (ISO 8601-2:2019), bounded, compared, and worded for people."""

from .days import from_ordinal, ordinal, weekday
from .iso import iso
from .parse import parse
from .values import Bounds, Clock, DateError, Day, Kind, Precision, SortKey, When
from .words import day_month, short, words

__all__ = [
    "Bounds",
    "Clock",
    "DateError",
    "Day",
    "Kind",
    "Precision",
    "SortKey",
    "When",
    "day_month",
    "from_ordinal",
    "iso",
    "ordinal",
    "parse",
    "short",
    "weekday",
    "words",
]
