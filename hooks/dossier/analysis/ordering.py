"""Things in an order in which what each of them needs comes first (Kahn 1962).

The standard library has the same, but looks for a circle in any case, which takes as long as the order itself.
"""

from collections.abc import Collection, Mapping


class GoesRound(ValueError):
    """Some of the things need one another in a circle."""


def needed_first(needs: Mapping[str, Collection[str]]) -> list[str]:
    """Return all things, each after those it needs, which must be among them. Raises GoesRound if there is a circle."""
    missing: dict[str, int] = {}
    needed_by: dict[str, list[str]] = {}
    ready = []
    for thing, others in needs.items():
        if not others:
            ready.append(thing)
            continue
        missing[thing] = len(others)
        for other in others:
            needed_by.setdefault(other, []).append(thing)
    for thing in ready:
        for other in needed_by.get(thing, ()):
            missing[other] -= 1
            if not missing[other]:
                ready.append(other)
    if len(ready) < len(needs):
        raise GoesRound
    return ready
