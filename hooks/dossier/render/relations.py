"""How an actor stands to others: the relations it states and those stated to it, as lines and as a drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..draw import Tie, relation_tree
from ..model import Actor, Dated
from ..model.parts import Relation
from .pen import Pen


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as a line: the other actor, how the two stand to each other, when, and who says so."""

    other: str
    type: str
    link: Markup
    when: Markup
    note: str
    notes: Markup
    dated: Dated | None
    inward: bool
    """Whether the other is the subject of the relation."""


def relations(pen: Pen, actor: Actor) -> tuple[RelationRow, ...]:
    """Return the relations of an actor as lines: first those it states, then those stated to it."""
    return (*_outward(pen, actor), *_inward(pen, actor))


def relations_drawing(pen: Pen, actor: Actor, rows: Sequence[RelationRow]) -> Markup:
    """Return the relations of an actor as a drawing."""
    entries = pen.desk.facts.dossier.entries
    ties = tuple(
        Tie(
            entries[row.other].name,
            pen.voice.comma.join(filter(None, (row.type, pen.voice.short_when(row.dated.edtf) if row.dated else ""))),
            pen.href(row.other),
            row.inward,
        )
        for row in rows
    )
    title = pen.voice.text("Relations of {actor}").format(actor=actor.label)
    return Markup(relation_tree(actor.label, ties, f"ties-{actor.id}", title))


def _outward(pen: Pen, actor: Actor) -> Iterator[RelationRow]:
    """Yield the relations that an actor states to others."""
    for relation in actor.relations:
        yield _row(pen, relation, relation.actor, inward=False)


def _inward(pen: Pen, actor: Actor) -> Iterator[RelationRow]:
    """Yield the relations that other actors state to this one."""
    facts = pen.desk.facts
    for owner in facts.owners(actor.id, "Related actors"):
        other = facts.dossier.entries[owner]
        if isinstance(other, Actor):
            for relation in other.relations:
                if relation.actor == actor.id:
                    yield _row(pen, relation, other.id, inward=True)


def _row(pen: Pen, relation: Relation, other: str, *, inward: bool) -> RelationRow:
    return RelationRow(
        other,
        pen.voice.label(relation.type),
        pen.link(other),
        pen.when(relation.when),
        relation.note or "",
        pen.notes(relation.citations),
        relation.when,
        inward,
    )
