"""Sets that grow together: which of many things are, by what joins them, one (union-find)."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Unions(Generic[T]):
    """Things joined into groups; those never joined are groups of their own."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def root(self, thing: T) -> T:
        """Return the thing that stands for the group, the same for all in it."""
        root = thing
        while (above := self._above.get(root, root)) != root:
            root = above
        while (above := self._above.get(thing, thing)) != root:
            self._above[thing] = root
            thing = above
        return root

    def join(self, one: T, other: T) -> None:
        """Make one group of two."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._above[b] = a
