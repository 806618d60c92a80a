"""When an event was first reported: the second clock of the timeline, from the days that the sources were published."""

from collections.abc import Mapping
from typing import Final

from ..dates import ordinal
from ..index import Facts
from ..model import Claim, Event

SAYS: Final = ("states", "supports", "repeats", "qualifies")
"""Stances by which a source tells of an event."""


def published_days(facts: Facts) -> Mapping[str, int]:
    """Return for each source the day by which it had been published, as the clocks have it."""
    return {source: ordinal(day.day) for day in facts.evidence.clocks.days for source in day.sources}


def first_report(facts: Facts, event: Event, published: Mapping[str, int]) -> int | None:
    """Return the day of the first report of an event: of the sources that tell of it, the first published since.

    What was published before the first day the date allows cannot tell of it.
    """
    claims = (facts.dossier.entries[id_] for id_ in event.claims)
    citations = [*event.citations, *(one for claim in claims if isinstance(claim, Claim) for one in claim.citations)]
    earliest = event.when.edtf.earliest
    since = ordinal(earliest) if earliest else None
    days = [
        published[citation.source]
        for citation in citations
        if citation.source in published and citation.stance in SAYS and citation.bears_on != "who"
    ]
    return min((day for day in days if since is None or day >= since), default=None)
