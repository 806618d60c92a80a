"""The grades held against each other: whether both axes are kept apart, and whether grade 1 has two origins.

From the credibility of claims and the reliability of the sources cited in support of them to a table of pairs, the
share on its diagonal and a rank correlation. It exists because graders are known to let the one grade follow the other.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final, NamedTuple

from ..model import Citation, Claim, Dossier
from ..model.words import BearsOn
from .origins.counts import Count, count
from .origins.descent import Descent

LETTERS: Final = "ABCDE"
DIGITS: Final = "12345"
SUPPORTING: Final = ("states", "supports", "repeats")

Grid = tuple[tuple[int, ...], ...]
"""Numbers of pairs: a row per reliability A to E, a column per credibility 1 to 5."""


class Confirmed(NamedTuple):
    """A claim graded 1: how many independent origins can be shown to say that it is so."""

    claim: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Grades:
    """What the grades of a dossier look like side by side."""

    pairs: Grid
    tau: float | None
    """Kendall's tau-b over the pairs; nothing where it has no value."""
    claims_graded: int
    """Claims with a grade from 1 to 5; 6 says that there was no basis for one."""
    claims: int
    sources_graded: int
    """Sources with a grade from A to E."""
    sources: int
    confirmed: tuple[Confirmed, ...]

    @property
    def total(self) -> int:
        """How many pairs there are."""
        return sum(map(sum, self.pairs))

    @property
    def on_diagonal(self) -> int:
        """How many of them are A1, B2, C3, D4 or E5."""
        return sum(row[number] for number, row in enumerate(self.pairs))


def grades_of(dossier: Dossier, descent: Descent) -> Grades:
    """Return the grades of a dossier side by side. Each claim and source that supports it are one pair."""
    documents = frozenset(document.source for document in dossier.documents)
    letters = {source.id: source.reliability.grade for source in dossier.sources if source.reliability}
    pairs: Counter[tuple[str, str]] = Counter()
    for claim in dossier.claims:
        if claim.credibility:
            for source in {citation.source for citation in supporting(claim, documents)}:
                pairs[letters.get(source, ""), claim.credibility.grade] += 1
    grid = tuple(tuple(pairs[letter, digit] for digit in DIGITS) for letter in LETTERS)
    return Grades(
        pairs=grid,
        tau=tau_b(grid),
        claims_graded=sum(bool(claim.credibility and claim.credibility.grade in DIGITS) for claim in dossier.claims),
        claims=len(dossier.claims),
        sources_graded=sum(letter in LETTERS for letter in letters.values()),
        sources=len(dossier.sources),
        confirmed=tuple(
            sorted(
                Confirmed(claim.id, shown_so(claim, descent, documents).at_least)
                for claim in dossier.claims
                if claim.credibility and claim.credibility.grade == "1"
            )
        ),
    )


def supporting(claim: Claim, documents: frozenset[str]) -> Iterator[Citation]:
    """Yield the citations in support of a claim. The document that states it is not one, nor is who only said it."""
    for citation in claim.citations:
        own = citation.stance == "states" and citation.source in documents
        if citation.stance in SUPPORTING and not own and citation.bears_on != BearsOn.WHO:
            yield citation


def shown_so(claim: Claim, descent: Descent, documents: frozenset[str]) -> Count:
    """Return the reports that support a claim as being so, and the origins behind them."""
    return count((given for given in supporting(claim, documents) if given.bears_on == BearsOn.SO), descent)


def tau_b(pairs: Grid) -> float | None:
    """Return Kendall's tau-b of a table of counts, or nothing where it has no value: fewer than two pairs, or a grade
    that is the same in all of them. 1 says that the grades rise together, 0 that neither follows the other.

    Follows Kendall (1945): two pairs with a grade in common are tied, and ties make the divisor smaller.
    """
    cells = {(row, column): number for row, line in enumerate(pairs) for column, number in enumerate(line) if number}
    total = sum(cells.values())
    of_two = total * (total - 1) // 2
    rows, columns = _tied(pairs), _tied(tuple(zip(*pairs, strict=True)))
    if of_two in (rows, columns):
        return None
    surplus = sum(
        number * other * _sign(column_ - column)
        for (row, column), number in cells.items()
        for (row_, column_), other in cells.items()
        if row < row_
    )
    return surplus / sqrt((of_two - rows) * (of_two - columns))


def _tied(lines: Grid) -> int:
    """Return how many twos can be taken from within one line."""
    return sum(number * (number - 1) // 2 for number in map(sum, lines))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
