"""Small dossiers of papers that have their news from one another, made as values; shared by the tests of origins."""

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

import small
from dossier.analysis.origins.counts import Origins, origins_of
from dossier.analysis.origins.descent import descent_of
from dossier.model import Dossier

Values = small.Entry
KNOWN = ("reprint", "rewrite", "quotes", "cites")


def paper(id_: str, *parents: str, **more: Any) -> Values:
    """A source; `parents` it cites, or may go back to where the id ends in a question mark."""
    return small.source(id_, derived_from=links(*parents), **more)


def links(*parents: str) -> list[Values]:
    return [{"source": parent.rstrip("?"), "how": "unknown" if parent.endswith("?") else "cites"} for parent in parents]


def claim(id_: str, *citations: str | Values, **more: Any) -> Values:
    return small.claim(id_, *({"source": given} if isinstance(given, str) else given for given in citations), **more)


def actor(id_: str, *relations: Values) -> Values:
    return small.actor(id_, type="organization", relations=list(relations))


def dossier_of(
    sources: Iterable[Values],
    claims: Iterable[Values] = (),
    actors: Iterable[Values] = (),
    documents: Iterable[Values] = (),
) -> Dossier:
    return small.modelled(sources=sources, claims=claims, actors=actors, documents=documents)


def counted(dossier: Dossier, *without: str) -> Mapping[str, Origins]:
    return origins_of(dossier, descent_of(dossier, without))


ACTORS = ("army", "office", "speaker", "town")


@st.composite
def actors(draw: st.DrawFn) -> list[Values]:
    """Four actors, some of which answer to others at some time; circles included."""

    def relation() -> Values:
        given: Values = {
            "type": draw(st.sampled_from(("part-of", "spokesperson-of", "owns", "ally-of"))),
            "actor": draw(st.sampled_from((*ACTORS, "nobody"))),
        }
        when = draw(st.sampled_from(("", "2015", "2016/..", "../2015-06")))
        return {**given, "when": when} if when else given

    return [actor(id_, *(relation() for _ in range(draw(st.integers(0, 1))))) for id_ in ACTORS]


@st.composite
def papers(draw: st.DrawFn, most: int = 6) -> list[Values]:
    """Papers that derive from those before them for certain, and from any by a link that is only possible."""
    found = []
    number = draw(st.integers(1, most))
    for n in range(number):
        certain = draw(st.sets(st.integers(0, n - 1), max_size=2)) if n else set()
        possible = draw(st.sets(st.integers(0, number), max_size=1))
        given = paper(f"p{n}", *(f"p{m}" for m in sorted(certain)), *(f"p{m}?" for m in sorted(possible)))
        found.append(given | draw(features()))
    return found


@st.composite
def features(draw: st.DrawFn) -> Values:
    """What may make a source an origin, or take it away."""
    given: Values = {}
    if draw(st.booleans()):
        given["speaks_for"] = draw(st.sampled_from((*ACTORS, "nobody")))
    if draw(st.integers(0, 3)) == 0:
        given["publisher"] = draw(st.sampled_from(("Press", "press", "Post")))
    if draw(st.integers(0, 3)) == 0:
        given["published_by"] = draw(st.sampled_from(ACTORS))
    if draw(st.integers(0, 5)) == 0:
        given["first_hand"] = "saw it"
    if draw(st.integers(0, 7)) == 0:
        given["retracted"] = "made up"
    if draw(st.booleans()):
        given["issued"] = draw(st.sampled_from(("2014", "2016-12-08", "2015-01/2017")))
    return given


@st.composite
def citations(draw: st.DrawFn, number: int) -> Values:
    """A citation of one of some papers or of nothing; now and then with where that paper has this claim from."""
    at = draw(st.integers(0, number))
    given: Values = {
        "source": f"p{at}",
        "bears_on": draw(st.sampled_from(("said", "who", "so", "so"))),
        "stance": draw(st.sampled_from(("supports", "repeats", "qualifies", "states", "disputes", "refutes"))),
    }
    if draw(st.integers(0, 3)) == 0 and at:
        parents = draw(st.sets(st.integers(0, at - 1), min_size=1, max_size=2))
        mark = draw(st.sampled_from(("", "", "?")))
        given["derived_from"] = links(*(f"p{m}{mark}" for m in sorted(parents)))
    return given


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, list[Values]]:
    """Papers, the actors that answer for them, and two claims they report."""
    found = draw(papers())
    return {
        "sources": found,
        "actors": draw(actors()),
        "claims": [claim(f"c{n}", *draw(st.lists(citations(len(found)), max_size=5))) for n in range(2)],
    }
