"""Which claims owe their one origin to links that the editors did not read in the source itself («cited via»)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ...model import Claim, Dossier, Source
from ...model.words import How
from .counts import Origins, origins_of
from .descent import descent_of
from .speakers import known


def owed_to_unread(
    claims: Iterable[Claim], dossier: Dossier, origins: Mapping[str, Origins], without: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the claims with one origin that could have more if links nobody read were only possible, in their order.

    `origins` are those of the same dossier; what one citation says of a claim's way counts as it stands.
    """
    doubted = replace(dossier, sources=tuple(_doubted(source) for source in dossier.sources))
    found = origins_of(doubted, descent_of(doubted, without))
    return tuple(claim.id for claim in claims if origins[claim.id].all.at_most == 1 < found[claim.id].all.at_most)


def _doubted(source: Source) -> Source:
    """Return a source with every link that nobody read as one that is only possible."""
    if all(derived.read or not known(derived) for derived in source.derived_from):
        return source
    links = (
        derived if derived.read else derived.model_copy(update={"how": How.UNKNOWN}) for derived in source.derived_from
    )
    return source.model_copy(update={"derived_from": tuple(links)})
