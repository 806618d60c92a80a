"""Claims that rank or sum up say within what, and what they are to be compared with is there to compare."""

from collections.abc import Iterator, Mapping
from typing import Final

from ..analysis.superlatives.comparable import BY_EVENT, RANKING
from ..model import Claim, Dossier, Route
from ..model.parts import Comparison
from ..model.words import ClaimKind
from ..problem import Problem, Severity, did_you_mean

_EVENTS: Final = ("actors", "places", "theme", "when")

USED: Final[Mapping[ClaimKind, tuple[str, ...]]] = {
    ClaimKind.LARGEST: ("of", "figure", "when"),
    ClaimKind.TOTAL: ("of", "figure", "parts", "when"),
    **dict.fromkeys(BY_EVENT, _EVENTS),
}
"""Which fields of `compare` each type of claim is held against."""


def superlative_scope(dossier: Dossier) -> Iterator[Problem]:
    """A claim that ranks or sums up has a scope: without one no reader could test it."""
    for claim in dossier.claims:
        if claim.type in RANKING and not claim.scope:
            yield Problem(
                dossier.mark(claim.id, "type"),
                f"a claim of the type `{claim.type}` has no `scope`, so nobody could test it",
                "add `scope:` with the things, the place and the time it is measured against",
                "scope",
            )


def comparison_used(dossier: Dossier) -> Iterator[Problem]:
    """`compare` stands with claims that are compared, and holds only what their type is compared by."""
    for claim in dossier.claims:
        if claim.compare is None:
            continue
        used = USED.get(claim.type, ())
        if not used:
            yield Problem(
                dossier.mark(claim.id, "compare", key=True),
                f"a claim of the type `{claim.type}` is compared with nothing",
                f"delete `compare`, or give the claim one of the types {', '.join(USED)}",
                "compare",
                Severity.WARNING,
            )
            continue
        for name in type(claim.compare).model_fields:
            if getattr(claim.compare, name) and name not in used:
                yield Problem(
                    dossier.mark(claim.id, "compare", name, key=True),
                    f"`{name}` says nothing for a claim of the type `{claim.type}`",
                    f"delete it; such a claim is compared by {', '.join(used)}",
                    "compare",
                    Severity.WARNING,
                )


def comparison_found(dossier: Dossier) -> Iterator[Problem]:
    """What a claim is to be compared with is there: claims with figures, a measure and a theme that are used."""
    measures = {claim.measure.of for claim in dossier.claims if claim.measure}
    themes = {event.theme for event in dossier.events}
    for claim in dossier.claims:
        if claim.compare is None:
            continue
        yield from _figures(dossier, claim, claim.compare)
        for name, said, known, nobody in (
            ("of", claim.compare.of, measures, "no claim measures"),
            ("theme", claim.compare.theme, themes, "no event has the theme"),
        ):
            if said and said not in known and not dossier.unreadable:
                yield Problem(
                    dossier.mark(claim.id, "compare", name),
                    f"{nobody} “{said}”",
                    did_you_mean(said, known) or "write it word for word as there",
                    "compare",
                )


def _figures(dossier: Dossier, claim: Claim, compare: Comparison) -> Iterator[Problem]:
    """Yield the claims under `figure` and `parts` that exist and give no figure."""
    named: list[tuple[str, Route]] = []
    if compare.figure:
        named.append((compare.figure, ("figure",)))
    named += [(id_, ("parts", number)) for number, id_ in enumerate(compare.parts)]
    for id_, route in named:
        other = dossier.entries.get(id_)
        if isinstance(other, Claim) and other.measure is None:
            yield Problem(
                dossier.mark(claim.id, "compare", *route),
                f"the claim `{id_}` gives no figure",
                "add a `measure` to it, or name a claim that has one",
                "compare",
            )
