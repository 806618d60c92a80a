"""A count of reports and origins that grows: what has been said up to a day, without counting everything anew.

The number of origins is worked out again only where a report brings a set of possible origins that none had before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .descent import Behind
from .hitting import fewest


class Tallied(NamedTuple):
    """Reports so far, and the fewest and the most origins behind them."""

    reports: int = 0
    at_least: int = 0
    at_most: int = 0


@dataclass
class Tally:
    """The count of one claim; `behind` says what stands behind each source that reports it."""

    behind: Mapping[str, Behind]
    so_far: Tallied = field(default_factory=Tallied)
    _origins: set[str] = field(default_factory=set)
    _closed: set[frozenset[str]] = field(default_factory=set)
    _fewest: int = 0

    def add(self, sources: Iterable[str]) -> tuple[Behind, ...]:
        """Count some sources, none of which was counted before; return what stands behind those that stand."""
        found = tuple(behind for source in sources if not (behind := self.behind[source]).fallen)
        self._origins.update(*(one.origins for one in found))
        before = len(self._closed)
        self._closed.update(one.origins for one in found if not one.open)
        if len(self._closed) > before:
            self._fewest = fewest(self._closed).number
        reports = self.so_far.reports + len(found)
        self.so_far = Tallied(reports, max(self._fewest, min(1, reports)), len(self._origins))
        return found
