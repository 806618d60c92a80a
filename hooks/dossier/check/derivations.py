"""Nothing has its content from itself, however many hands it went through."""

from collections.abc import Iterable, Iterator, Mapping

from ..analysis.origins.counts import CARRIES
from ..analysis.origins.descent import goes_round
from ..analysis.origins.speakers import known
from ..model import Claim, Dossier
from ..model.parts import Derivation
from ..problem import Problem

Place = tuple[str, tuple[str | int, ...]]
"""Where a link is written: the entry and the route in it. Marks are looked up only for what is told."""

Links = Mapping[str, Mapping[str, Place]]
"""For each source those it is known to have its content from."""


def derivation_circles(dossier: Dossier) -> Iterator[Problem]:
    """What is known of where sources have their content from does not go round, for any claim.

    A link that is only possible (`how: unknown`) may: of two papers either can have copied the other.
    """
    recorded = {source.id: _links(source.id, ("derived_from",), source.derived_from) for source in dossier.sources}
    for circle in _circles(recorded):
        yield _problem(dossier, circle, recorded)
    straight = _straight(recorded)
    for claim in dossier.claims:
        for handed in _handed(claim):
            found = _above(straight, handed)
            for circle in _circles(found):
                yield _problem(dossier, circle, found, claim.id)


def _links(owner: str, route: tuple[str | int, ...], derived_from: Iterable[Derivation]) -> Mapping[str, Place]:
    """Return the known derivations of one list, each source once, with the place where it is written first."""
    found: dict[str, Place] = {}
    for number, derived in enumerate(derived_from):
        if known(derived) and derived.source not in found:
            found[derived.source] = (owner, (*route, number, "source"))
    return found


def _handed(claim: Claim) -> Iterable[Links]:
    """Return what the citations of a claim say of where their sources have it from, apart by what they bear on."""
    found: dict[tuple[str, bool], dict[str, dict[str, Place]]] = {}
    for number, citation in enumerate(claim.citations):
        if citation.derived_from:
            question = found.setdefault((citation.bears_on, citation.stance in CARRIES), {})
            links = _links(claim.id, ("citations", number, "derived_from"), citation.derived_from)
            question.setdefault(citation.source, {}).update(links)
    return found.values()


def _above(recorded: Links, handed: Links) -> Links:
    """Return the links that count for a claim, of the sources it is about and all they go back to."""
    found: dict[str, Mapping[str, Place]] = {}
    queue = list(handed)
    for id_ in queue:
        if id_ not in found:
            found[id_] = handed.get(id_, recorded.get(id_, {}))
            queue.extend(found[id_])
    return found


def _circles(links: Links) -> Iterator[tuple[str, ...]]:
    """Yield all that derives from itself at once, and the shortest circle of each knot of the others."""
    if not goes_round(links):
        return
    from ..analysis.origins.circles import circles_in  # noqa: PLC0415  # networkx takes 0.2 s to load, and circles are rare

    yield from ((id_,) for id_, parents in links.items() if id_ in parents)
    yield from circles_in({id_: [other for other in parents if other != id_] for id_, parents in links.items()})


def _straight(links: Links) -> Links:
    """Return the links without those that go round."""
    if not goes_round(links):
        return links
    from ..analysis.origins.circles import within  # noqa: PLC0415  # as above

    cut = within(links)
    return {
        id_: {other: place for other, place in parents.items() if (id_, other) not in cut}
        for id_, parents in links.items()
    }


def _problem(dossier: Dossier, circle: tuple[str, ...], links: Links, claim: str = "") -> Problem:
    """Word one circle, with the place of each of its links; it is told at the first place by file and line."""
    pairs = tuple(zip(circle, (*circle[1:], circle[0]), strict=True))
    marks = {pair: dossier.mark(owner, *route) for pair in pairs for owner, route in (links[pair[0]][pair[1]],)}
    said = f"`{circle[0]}` has {f'the claim `{claim}`' if claim else 'its content'} from itself"
    if len(circle) > 1:
        said += ": " + ", ".join(f"`{one}` from `{other}` ({marks[one, other]})" for one, other in pairs)
    return Problem(
        min(marks.values()),
        said,
        "delete a link that is not so, or write `how: unknown` where it is only possible",
        "derivation-circle",
    )
