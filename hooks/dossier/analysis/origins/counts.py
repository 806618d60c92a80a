"""How many reports of a claim there are, and how many independent origins could stand behind them.

**At least** the fewest origins that could explain every report, **at most** all origins that could stand behind them.
What is not known or not recorded is never taken for independence: it raises only the upper end.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ...model import Citation, Claim, Dossier
from ...model.parts import Derivation
from ...model.words import BearsOn, Stance
from .descent import Behind, Derivations, Descent
from .hitting import fewest

CARRIES: Final = ("states", "supports", "repeats", "qualifies")
"""Stances by which a source is a report of the claim."""

AGAINST: Final = ("disputes", "refutes")
"""Stances by which a source says that a claim is not so, or not so as it stands."""


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


NONE: Final = Count()


@dataclass(frozen=True, slots=True)
class Origins:
    """The count of one claim: of all that carries it, apart for what bears on said, who and so, and of the other side.

    `all` leaves out what bears on who only: naming the speaker is no report of what was said.
    """

    all: Count
    of: Mapping[BearsOn, Count]
    against: Count = NONE
    """The sources that dispute or refute it, and the origins behind these."""


def origins_of(dossier: Dossier, descent: Descent) -> Mapping[str, Origins]:
    """Return the count of every claim, by its id."""
    documents = frozenset(document.source for document in dossier.documents)
    return {claim.id: _origins(claim, descent, documents) for claim in dossier.claims}


def carrying(claim: Claim, documents: Collection[str]) -> tuple[Citation, ...]:
    """Return the citations by which sources are reports of a claim; the passage that states it is no report of it."""
    return tuple(
        citation
        for citation in claim.citations
        if citation.stance in CARRIES and not (citation.stance == "states" and citation.source in documents)
    )


def reporting(claim: Claim, documents: Collection[str]) -> tuple[Citation, ...]:
    """Return those that carry what the claim says; one that bears on who only names the speaker."""
    return tuple(citation for citation in carrying(claim, documents) if citation.bears_on != BearsOn.WHO)


def handed(citations: Iterable[Citation]) -> Derivations:
    """Return for the sources of some citations where they have this claim from, where that is given.

    A source that is cited more than once may have it from any of those that are named.
    """
    found: dict[str, tuple[Derivation, ...]] = {}
    for citation in citations:
        if citation.derived_from:
            found[citation.source] = (*found.get(citation.source, ()), *citation.derived_from)
    return found


def _origins(claim: Claim, descent: Descent, documents: frozenset[str]) -> Origins:
    carries = carrying(claim, documents)
    reports = reporting(claim, documents)
    everything = count(reports, descent)
    of: dict[BearsOn, Count] = {}
    for word in BearsOn:
        found = tuple(citation for citation in carries if citation.bears_on == word and _answers(citation))
        # Most claims are asked one question only, and need no second counting.
        others = () if word == BearsOn.WHO else reports
        of[word] = everything if found == reports else count(found, descent, others)
    return Origins(everything, of, count((one for one in claim.citations if one.stance in AGAINST), descent))


def _answers(citation: Citation) -> bool:
    """Tell whether a report answers its question: one that limits who spoke names another, or leaves it open."""
    return citation.bears_on != BearsOn.WHO or citation.stance != Stance.QUALIFIES


def count(citations: Iterable[Citation], descent: Descent, others: Iterable[Citation] = ()) -> Count:
    """Count the reports given by some citations of one claim and the origins behind them.

    A source cited twice is one report. Where one of its citations says from where it has this claim, that counts for
    the others too; `others` are citations that are not counted but may say so.
    """
    cited = tuple(citations)
    if not cited:
        return NONE
    behind = descent.behind_reports(
        dict.fromkeys(citation.source for citation in cited), {**handed(others), **handed(cited)}
    )
    standing = {id_: found for id_, found in behind.items() if not found.fallen}
    number, exact = fewest(found.origins for found in standing.values() if not found.open)
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
