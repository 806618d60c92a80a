"""How many reports of a claim there are, and how many independent origins could stand behind them.

**At least** the fewest origins that could explain every report, **at most** all origins that could stand behind them.
What is not known or not recorded is never taken for independence: it raises only the upper end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ..model import Citation, Claim, Dossier
from ..model.words import BearsOn
from .descent import Behind, Descent
from .hitting import fewest

CARRIES: Final = ("states", "supports", "repeats", "qualifies")
"""Stances by which a source is a report of the claim."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source that reports a claim, the origins it can have it from, and whether it may have it from any other."""

    source: str
    origins: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """An origin of a claim: an actor, or a source where none speaks; its root sources, and the reports it explains."""

    id: str
    roots: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Reports and origins, as a range; `exact` is whether `at_least` is the minimum, or only proven not to be less."""

    reports: tuple[Report, ...] = ()
    origins: tuple[Origin, ...] = ()
    at_least: int = 0
    exact: bool = True
    fallen: tuple[str, ...] = ()
    """Reports that do not count, as they have all their content from sources that were retracted or left out."""

    @property
    def at_most(self) -> int:
        return len(self.origins)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(report.source for report in self.reports)


@dataclass(frozen=True, slots=True)
class Origins:
    """The count of one claim: of all that carries it, and apart for what bears on said, who and so."""

    all: Count
    of: Mapping[BearsOn, Count]


def origins_of(dossier: Dossier, descent: Descent) -> Mapping[str, Origins]:
    """Return the count of every claim, by its id."""
    documents = frozenset(document.source for document in dossier.documents)
    return {claim.id: _origins(claim, descent, documents) for claim in dossier.claims}


def _origins(claim: Claim, descent: Descent, documents: frozenset[str]) -> Origins:
    """Count a claim. The passage that states it is no report of it, and who only names the speaker is none either."""
    carrying = [
        citation
        for citation in claim.citations
        if citation.stance in CARRIES and not (citation.stance == "states" and citation.source in documents)
    ]
    return Origins(
        count((citation for citation in carrying if citation.bears_on != BearsOn.WHO), descent),
        {word: count((one for one in carrying if one.bears_on == word), descent) for word in BearsOn},
    )


def count(citations: Iterable[Citation], descent: Descent) -> Count:
    """Count the reports given by some citations of one claim and the origins behind them.

    A source cited twice is one report; where only one citation says from where it has this claim, that one counts.
    """
    cited: dict[str, Citation] = {}
    for citation in citations:
        if citation.source not in cited or (citation.derived_from and not cited[citation.source].derived_from):
            cited[citation.source] = citation
    behind = {id_: descent.behind_report(id_, citation.derived_from) for id_, citation in cited.items()}
    standing = {id_: found for id_, found in behind.items() if not found.fallen}
    closed = [found.origins for found in standing.values() if not found.open]
    number, exact = fewest(closed)
    return Count(
        reports=tuple(Report(id_, tuple(sorted(found.origins)), found.open) for id_, found in standing.items()),
        origins=_by_origin(standing, descent),
        at_least=max(number, min(1, len(standing))),
        exact=exact,
        fallen=tuple(id_ for id_, found in behind.items() if found.fallen),
    )


def _by_origin(standing: Mapping[str, Behind], descent: Descent) -> tuple[Origin, ...]:
    """Return the origins behind some reports, those that explain most of them first."""
    reports: dict[str, list[str]] = defaultdict(list)
    roots: dict[str, set[str]] = defaultdict(set)
    for id_, found in standing.items():
        for origin in found.origins:
            reports[origin].append(id_)
        for root in found.roots:
            roots[descent.speakers.origin[root]].add(root)
    found_origins = (Origin(id_, tuple(sorted(roots[id_])), tuple(of)) for id_, of in reports.items())
    return tuple(sorted(found_origins, key=lambda origin: (-len(origin.reports), origin.id)))
