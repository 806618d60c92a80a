"""The dossier with everything derived from it, each thing once; what the pages are filled from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from ..analysis import Evidence, FigureGroup, Origins, Spot, analyse
from ..model import Claim, Correction, Dossier, Entry, Event, Remark, Term
from ..model.status import Status
from ..model.words import How
from ..names import Names, names_of
from .mentions import Mention, mentions_of


class Child(NamedTuple):
    """A source that derives from another: how, and whether the editors read the link in it."""

    source: str
    how: How
    read: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the pages show that is not itself written in the data."""

    dossier: Dossier
    names: Names
    mentions: Mapping[str, tuple[Mention, ...]]
    evidence: Evidence
    """What the analyses found."""
    claims: tuple[Claim, ...]
    """By document and passage, then those found in other sources, else in the order of the files."""
    claims_at: Mapping[Spot, tuple[Claim, ...]]
    remarks_at: Mapping[Spot, tuple[Remark, ...]]
    document_of: Mapping[str, str]
    """For each remark the document it belongs to."""
    events: tuple[Event, ...]
    figure_of: Mapping[str, FigureGroup]
    """For each claim with a figure the group it is compared in."""
    children: Mapping[str, tuple[Child, ...]]
    """For each source those that derive from it, and how."""
    carried: Mapping[str, tuple[Claim, ...]]
    """For each source the claims it is a report of, in the order of `claims`."""
    terms: tuple[Term, ...]
    """By label."""
    corrections: tuple[Correction, ...]
    """The newest first."""
    rank: Mapping[str, int]
    """The place of each claim, event, term, question and correction in its order, counted from 0."""

    @property
    def origins(self) -> Mapping[str, Origins]:
        """For each claim how many reports and origins it has."""
        return self.evidence.origins

    @property
    def status(self) -> Mapping[str, Status]:
        """For each claim its status."""
        return self.evidence.status

    @property
    def figures(self) -> tuple[FigureGroup, ...]:
        """The figures side by side, in the order in which the claims first give them."""
        return self.evidence.figures

    @property
    def passage_of(self) -> Mapping[str, Spot]:
        """For each claim of a document the first passage that makes it."""
        return self.evidence.passage_of

    def owners(self, id_: str, *headings: str) -> tuple[str, ...]:
        """Return the entries that point at an entry in fields whose back-link has one of these headings, in order."""
        found = dict.fromkeys(mention.owner for mention in self.mentions.get(id_, ()) if mention.heading in headings)
        return tuple(sorted(found, key=lambda owner: self.rank.get(owner, 0)))

    def claims_of(self, id_: str, *headings: str) -> tuple[Claim, ...]:
        """Return the claims among `owners`."""
        entries = (self.dossier.entries.get(owner) for owner in self.owners(id_, *headings))
        return tuple(entry for entry in entries if isinstance(entry, Claim))

    def events_of(self, id_: str, *headings: str) -> tuple[Event, ...]:
        """Return the events among `owners`."""
        entries = (self.dossier.entries.get(owner) for owner in self.owners(id_, *headings))
        return tuple(entry for entry in entries if isinstance(entry, Event))


def index(dossier: Dossier) -> Facts:
    """Return the facts of a dossier without errors. Depends on the data only, not on the order of the files' entries
    except where that order is meant (claims of one passage, passages, remarks)."""
    names = names_of(dossier)
    evidence = analyse(dossier)
    claims, passage_of, figures = evidence.claims, evidence.passage_of, evidence.figures
    events = tuple(sorted(dossier.events, key=lambda event: (event.when.edtf.sort_key, event.id)))
    terms = tuple(sorted(dossier.terms, key=lambda term: (term.label.casefold(), term.id)))
    corrections = tuple(sorted(dossier.corrections, key=lambda entry: (entry.date.sort_key, entry.id), reverse=True))
    ordered: tuple[tuple[Entry, ...], ...] = (claims, events, terms, dossier.questions, corrections)
    remarks = [(document.source, remark) for document in dossier.documents for remark in document.remarks]
    return Facts(
        dossier=dossier,
        names=names,
        mentions=mentions_of(dossier, names),
        evidence=evidence,
        claims=claims,
        claims_at=_grouped((passage_of[claim.id], claim) for claim in claims if claim.id in passage_of),
        remarks_at=_grouped(((source, remark.passage), remark) for source, remark in remarks),
        document_of={remark.id: source for source, remark in remarks},
        events=events,
        terms=terms,
        corrections=corrections,
        figure_of={row.claim.id: group for group in figures for row in group.rows},
        children=_children(dossier),
        carried=_grouped((report, claim) for claim in claims for report in evidence.origins[claim.id].all.sources),
        rank={entry.id: number for entries in ordered for number, entry in enumerate(entries)},
    )


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Return for each first of the pairs its seconds, in order."""
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _children(dossier: Dossier) -> Mapping[str, tuple[Child, ...]]:
    pairs = (
        (derived.source, Child(source.id, derived.how, derived.read))
        for source in dossier.sources
        for derived in source.derived_from
    )
    return {parent: tuple(sorted(children)) for parent, children in _grouped(pairs).items()}
