"""What a day of publication brought, as rows: claims said, disputed, credited, and figures beside those before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from ..analysis.clocks.publication import Credited, Disputed, Figured, Said
from ..model import Claim
from ..prose import plain
from ..report.clocks import counted, credit_words, figure_words
from .pen import Pen

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewsRow:
    """A claim with what a day did to it: words before the sources, the sources, and words after them."""

    link: Markup
    said: Markup
    sources: Markup
    count: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures of one measure, unit and scope that were given on a day."""

    of: str
    scope: str
    before: Markup
    figures: tuple[tuple[Markup, str], ...]


def ranked(pen: Pen, items: Sequence[T], claim: Callable[[T], str]) -> list[T]:
    """Return what concerns claims in the order in which they are read."""
    rank = pen.desk.facts.rank
    return sorted(items, key=lambda item: rank[claim(item)])


def news(pen: Pen, item: Said) -> NewsRow:
    count = counted(item.reports, item.at_least, item.at_most, pen.voice)
    return NewsRow(pen.link(item.claim), Markup(""), pen.links(item.sources), count)


def dispute(pen: Pen, item: Disputed) -> NewsRow:
    early = pen.voice.text("nobody had said it by then") if item.early else ""
    return NewsRow(pen.link(item.claim), Markup(""), pen.links(item.sources), early)


def credit(pen: Pen, item: Credited) -> NewsRow:
    by = _claim(pen, item.claim).asserted_by
    said = Markup(plain(credit_words(item.change, pen.voice)))
    if item.change != "questioned" and by.found:
        said += Markup(" ") + pen.link(by.found)
    elif by.printed:
        credited = Markup(pen.voice.text("credited to {actor}")).format(actor=pen.link(by.printed))
        said = credited + Markup(pen.voice.semicolon) + said
    return NewsRow(pen.link(item.claim), said, pen.links(item.sources), "")


def figures_given(pen: Pen, figures: Sequence[Figured]) -> tuple[FigureRow, ...]:
    """Return the figures of a day side by side where they measure the same, in the order of their claims."""
    groups: dict[tuple[str, str, str], list[Figured]] = {}
    for item in ranked(pen, figures, lambda item: item.claim):
        measure = _claim(pen, item.claim).measure
        if measure:
            groups.setdefault((measure.of, measure.scope, measure.unit), []).append(item)
    return tuple(
        FigureRow(
            of,
            scope,
            _before(pen, items[0]),
            tuple((_figure(pen, item.claim), _change(pen, item)) for item in items),
        )
        for (of, scope, _), items in groups.items()
    )


def _change(pen: Pen, item: Figured) -> str:
    """Return what a figure did to those before; of a first one the line on those before says enough."""
    return "" if item.change == "first" else figure_words(item.change, pen.voice)


def _before(pen: Pen, item: Figured) -> Markup:
    """Return the lowest and the highest figure of the days before."""
    ends = dict.fromkeys(claim for claim in (item.lowest, item.highest) if claim)
    return Markup(pen.voice.comma).join(_figure(pen, claim) for claim in ends)


def _figure(pen: Pen, claim: str) -> Markup:
    measure = _claim(pen, claim).measure
    return pen.link(claim, pen.voice.figure(measure) if measure else None)


def _claim(pen: Pen, id_: str) -> Claim:
    claim = pen.desk.facts.dossier.entries[id_]
    assert isinstance(claim, Claim), "publication days are made of claims"
    return claim
