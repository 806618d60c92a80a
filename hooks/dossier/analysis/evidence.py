"""All analyses of a dossier, one line each, in the order in which one needs another."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..model import Claim, Dossier
from ..model.status import Status
from .descent import Descent, descent_of
from .figures import FigureGroup, figures_of
from .order import Spot, in_reading_order, passages_of
from .origins import Origins, origins_of
from .status import statuses_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the analyses found; every field is the result of one of them."""

    dossier: Dossier
    passage_of: Mapping[str, Spot]
    claims: tuple[Claim, ...]
    descent: Descent
    origins: Mapping[str, Origins]
    status: Mapping[str, Status]
    figures: tuple[FigureGroup, ...]


def analyse(dossier: Dossier, without: Collection[str] = ()) -> Evidence:
    """Return what all analyses find in a dossier. With `without`, some sources count as if they were not there."""
    passage_of = passages_of(dossier)
    claims = in_reading_order(dossier, passage_of)
    descent = descent_of(dossier, without)
    origins = origins_of(dossier, descent)
    return Evidence(
        dossier=dossier,
        passage_of=passage_of,
        claims=claims,
        descent=descent,
        origins=origins,
        status=statuses_of(dossier, origins, descent.speakers),
        figures=figures_of(claims),
    )
