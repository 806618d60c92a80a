"""Facts to drawings: the spans, figures, trees and maps of a dossier, with their words and addresses."""

from collections.abc import Sequence

from markupsafe import Markup

from ..dates import from_ordinal, ordinal
from ..draw import (
    Axis, Edge, Figure, Lane, Node, Role, Sharp, Tick, Ticks, Unit, Window, family_tree, figure_range, span, strip, ticks, timeline,
    window_over,
)  # fmt: skip
from ..draw import Event as DrawnEvent
from ..draw import Place as DrawnPlace
from ..index import FigureGroup
from ..model import Claim, Event, Place
from .desk import Pen

_FACTORS = {"about": Sharp.ABOUT, "more-than": Sharp.MORE_THAN, "at-least": Sharp.MORE_THAN, "less-than": Sharp.LESS_THAN, "at-most": Sharp.LESS_THAN}


def window_of(events: Sequence[Event]) -> Window | None:
    """Return the days a drawing of these events shows, or nothing when none has a day."""
    return window_over(tuple(span(event.when.edtf) for event in events)) if events else None
