"""The findings of every analysis in plain words: the words come first, the numbers second, the rule is on Method.

report(evidence, voice) -> sections      for `dossier analyse` and for the Checks page
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from ..analysis import Evidence
from ..voice import Voice
from .chronology import chronology
from .clocks import clocks
from .conflicts import conflicts
from .coverage import coverage
from .falls import falls
from .grades import grades
from .origins import origins
from .parties import parties
from .section import At, Section, Table, To, Words
from .superlatives import superlatives
from .usage import names
from .wording import wording


class Analysis(NamedTuple):
    """One analysis: what `dossier analyse` calls it, its facts, and its findings in words."""

    name: str
    facts: Callable[[Evidence], object]
    words: Callable[[Evidence, Voice], Section]


ANALYSES: Final[tuple[Analysis, ...]] = (
    Analysis("origins", lambda evidence: evidence.origins, origins),
    Analysis("falls", lambda evidence: evidence.falls, falls),
    Analysis("parties", lambda evidence: evidence.parties, parties),
    Analysis("conflicts", lambda evidence: evidence.figures, conflicts),
    Analysis("superlatives", lambda evidence: evidence.superlatives, superlatives),
    Analysis("wording", lambda evidence: evidence.wording, wording),
    Analysis("chronology", lambda evidence: evidence.chronology, chronology),
    Analysis("clocks", lambda evidence: evidence.clocks, clocks),
    Analysis("grades", lambda evidence: evidence.grades, grades),
    Analysis("coverage", lambda evidence: evidence.coverage, coverage),
    Analysis("names", lambda evidence: evidence.usage, names),
)
"""All of them, in the order of the Checks page; a new analysis takes its place here."""


def report(evidence: Evidence, voice: Voice) -> tuple[Section, ...]:
    """Return what every analysis found, in words."""
    return tuple(analysis.words(evidence, voice) for analysis in ANALYSES)


__all__ = ["ANALYSES", "Analysis", "At", "Section", "Table", "To", "Words", "report"]
