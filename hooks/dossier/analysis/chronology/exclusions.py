"""The dossier to pairs of dates that must not exclude one another, and whether they do.

A source is read after it was published, actors speak and act while there are such, and a document has one date.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from ...dates import When, ordinal
from ...model import Dossier, document_owner
from ...model.parts import Attribution

DAY: Final = 1
"""Days by which two local dates can be apart and mean one moment: a day begins up to 26 hours earlier elsewhere."""


class Rule(StrEnum):
    """What makes a pair of dates."""

    RETRIEVED = "retrieved"
    ACTOR = "actor"
    PUBLISHED = "published"


class Dated(NamedTuple):
    """A date: the entry it belongs to, the owner of the place where it stands, and the field."""

    id: str
    owner: str
    field: str
    when: When


class Pair(NamedTuple):
    """Two dates that must not exclude one another, and by what rule."""

    rule: Rule
    one: Dated
    other: Dated

    @property
    def excluded(self) -> bool:
        """Whether both cannot be so, whatever time zones may explain. A date in doubt excludes nothing."""
        one, other = self.one.when, self.other.when
        if self.rule is Rule.RETRIEVED:
            return surely_after(one, other, DAY)
        days = DAY if self.rule is Rule.ACTOR else 0
        return surely_after(one, other, days) or surely_after(other, one, days)


def surely_after(one: When, other: When, days: int = 0) -> bool:
    """Tell whether the first day of one date lies more than so many days after the last of the other, beyond doubt."""
    if one.earliest is None or other.latest is None or one.earliest <= other.latest:
        return False
    if start_in_doubt(one) or end_in_doubt(other):
        return False
    return ordinal(one.earliest) > ordinal(other.latest) + days


def start_in_doubt(when: When) -> bool:
    """Tell whether the first possible day comes from a date marked uncertain or approximate."""
    return when.start_uncertain or when.start_approximate


def end_in_doubt(when: When) -> bool:
    """Tell whether the last possible day comes from a date marked uncertain or approximate."""
    return when.end_uncertain or when.end_approximate


def retrieved_of(dossier: Dossier) -> Iterator[Pair]:
    """Yield the publication and the reading of each source."""
    for source in dossier.sources:
        if source.issued and source.retrieved:
            yield Pair(
                Rule.RETRIEVED,
                Dated(source.id, source.id, "issued", source.issued.edtf),
                Dated(source.id, source.id, "retrieved", source.retrieved),
            )


def published_of(dossier: Dossier) -> Iterator[Pair]:
    """Yield the date of each document and that of its source."""
    issued = {source.id: source.issued for source in dossier.sources}
    for document in dossier.documents:
        of_source = issued.get(document.source)
        if of_source:
            yield Pair(
                Rule.PUBLISHED,
                Dated(document.source, document_owner(document.source), "published", document.published.edtf),
                Dated(document.source, document.source, "issued", of_source.edtf),
            )


def acting_of(dossier: Dossier) -> Iterator[Pair]:
    """Yield what each dated actor took part in and said, with the time of the actor.

    Where another speaker was found than the one who is credited, only the one who was found counts: that a document
    credits somebody who cannot have said it is a finding about the document, and no mistake in the data.
    """
    active = {
        actor.id: Dated(actor.id, actor.id, "active", actor.active.edtf) for actor in dossier.actors if actor.active
    }
    for event in dossier.events:
        when = Dated(event.id, event.id, "when", event.when.edtf)
        for id_ in sorted({part.actor for part in event.participants} & active.keys()):
            yield Pair(Rule.ACTOR, when, active[id_])
    for claim in dossier.claims:
        speaker = _speaker(claim.asserted_by)
        if claim.asserted_at and speaker in active:
            yield Pair(Rule.ACTOR, Dated(claim.id, claim.id, "asserted_at", claim.asserted_at.edtf), active[speaker])


def _speaker(attribution: Attribution) -> str | None:
    return attribution.found or attribution.printed
