"""The second clock of the timeline: which day counts as the first report of an event."""

from types import SimpleNamespace
from typing import Any

import pytest

from dossier.dates import ordinal, parse
from dossier.render.reported import first_report

PUBLISHED = {"early": ordinal((2016, 12, 1)), "first": ordinal((2016, 12, 9)), "later": ordinal((2016, 12, 11))}


def cited(source: str, stance: str = "supports", bears_on: str = "so") -> Any:
    return SimpleNamespace(source=source, stance=stance, bears_on=bears_on)


def found(*citations: Any, when: str = "2016-12-08") -> int | None:
    facts: Any = SimpleNamespace(dossier=SimpleNamespace(entries={}))
    event: Any = SimpleNamespace(citations=citations, claims=(), when=SimpleNamespace(edtf=parse(when)))
    return first_report(facts, event, PUBLISHED)


@pytest.mark.parametrize(
    ("citations", "when", "source"),
    [
        ((cited("later"), cited("first")), "2016-12-08", "first"),
        ((cited("early"), cited("later")), "2016-12-08", "later"),
        ((cited("early"), cited("later")), "2016-11-29~/2016-12-02~", "early"),
        ((cited("first", "disputes"), cited("later")), "2016-12-08", "later"),
        ((cited("first", bears_on="who"), cited("later")), "2016-12-08", "later"),
        ((cited("undated"), cited("later")), "2016-12-08", "later"),
    ],
)
def test_the_first_source_that_tells_of_it_since_it_happened(
    citations: tuple[Any, ...], when: str, source: str
) -> None:
    """Not one from before, not one that denies it or speaks of who said it, not one without a day."""
    assert found(*citations, when=when) == PUBLISHED[source]


def test_what_nobody_reported_has_no_such_day() -> None:
    """Neither without sources nor with earlier ones only."""
    assert found() is None
    assert found(cited("early")) is None
