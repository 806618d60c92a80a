"""All analyses of a dossier, one line each, in the order in which one needs another."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..collector import uninterrupted
from ..model import Claim, Dossier
from ..model.status import Status
from .chronology.contradictions import Chronology, chronology_of
from .clocks.publication import Clocks
from .clocks.walk import clocks_of
from .coverage.passages import DocumentCoverage, coverage_of
from .figures.groups import FigureGroup, conflicts_of, figures_of
from .grades import Grades, grades_of
from .order import Spot, in_reading_order, passages_of
from .origins.counts import Origins, origins_of
from .origins.descent import Descent, descent_of
from .origins.falls import Falls, falls_of
from .origins.status import statuses_of
from .origins.unread import owed_to_unread
from .parties import Parties, parties_of
from .superlatives.comparable import Tested
from .superlatives.tested import superlatives_of
from .usage.things import Thing, usage_of
from .wording import Change, changes_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the analyses found; every field is the result of one of them."""

    dossier: Dossier
    passage_of: Mapping[str, Spot]
    """For each claim of a document the first passage that makes it."""
    claims: tuple[Claim, ...]
    """In reading order."""
    descent: Descent
    origins: Mapping[str, Origins]
    status: Mapping[str, Status]
    unread: tuple[str, ...]
    """Claims with one origin that could have more if links nobody read were only possible."""
    falls: Falls
    parties: Parties
    figures: tuple[FigureGroup, ...]
    conflicts: Mapping[str, tuple[str, ...]]
    """For each claim whose figure cannot be reconciled with others, claims that show it."""
    superlatives: tuple[Tested, ...]
    wording: tuple[Change, ...]
    grades: Grades
    chronology: Chronology
    clocks: Clocks
    coverage: tuple[DocumentCoverage, ...]
    usage: tuple[Thing, ...]


def analyse(dossier: Dossier, without: Collection[str] = ()) -> Evidence:
    """Return what all analyses find in a dossier. With `without`, some sources count as if they were not there."""
    with uninterrupted():
        return _analyse(dossier, without)


def _analyse(dossier: Dossier, without: Collection[str]) -> Evidence:
    passage_of = passages_of(dossier)
    claims = in_reading_order(dossier, passage_of)
    descent = descent_of(dossier, without)
    origins = origins_of(dossier, descent)
    figures = figures_of(claims, dossier.settings.units)
    return Evidence(
        dossier=dossier,
        passage_of=passage_of,
        claims=claims,
        descent=descent,
        origins=origins,
        status=statuses_of(dossier, origins, descent.speakers),
        unread=owed_to_unread(claims, dossier, origins, without),
        falls=falls_of(claims, dossier, descent),
        parties=parties_of(dossier, descent, origins, passage_of),
        figures=figures,
        conflicts=conflicts_of(figures),
        superlatives=superlatives_of(dossier, claims),
        wording=changes_of(dossier, claims, descent.speakers),
        grades=grades_of(dossier, descent),
        chronology=chronology_of(dossier),
        clocks=clocks_of(dossier, descent),
        coverage=coverage_of(dossier, passage_of, claims),
        usage=usage_of(dossier),
    )
