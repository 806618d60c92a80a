"""Long lists in pages of one hundred, so that the cost of a page stays the same however large the dossier."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ..links import PAGE_LENGTH

T = TypeVar("T")


def paged(items: Sequence[T], longest: int = PAGE_LENGTH) -> Iterator[tuple[Sequence[T], int]]:
    """Yield the parts of a list with the number of parts; one empty part for an empty list."""
    total = max(1, -(-len(items) // longest))
    for start in range(0, max(1, len(items)), longest):
        yield items[start : start + longest], total
