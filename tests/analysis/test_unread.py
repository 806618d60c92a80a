"""Links that nobody read count, and it is said which claims owe their one origin to them."""

from hypothesis import given, settings
from papers import Values, claim, dossier_of, dossiers, paper

from dossier.analysis.origins.counts import origins_of
from dossier.analysis.origins.descent import descent_of
from dossier.analysis.origins.unread import owed_to_unread


def owed(sources: list[Values], claims: list[Values]) -> tuple[str, ...]:
    made = dossier_of(sources, claims=claims)
    return owed_to_unread(made.claims, made, origins_of(made, descent_of(made)))


def linked(id_: str, parent: str, *, read: bool, how: str = "cites") -> Values:
    return {**paper(id_), "derived_from": [{"source": parent, "how": how, "read": read}]}


def test_two_wires_of_one_statement() -> None:
    """Two papers, two wires nobody saw: that both wires have it from the statement was read in neither."""
    statement = paper("statement", speaks_for="army")
    papers = [linked("paper-1", "wire-1", read=True), linked("paper-2", "wire-2", read=True)]
    cited = [claim("c", {"source": "paper-1"}, {"source": "paper-2"})]
    unread = [linked("wire-1", "statement", read=False), linked("wire-2", "statement", read=False)]
    assert owed([statement, *unread, *papers], cited) == ("c",)
    read = [linked("wire-1", "statement", read=True), linked("wire-2", "statement", read=True)]
    assert owed([statement, *read, *papers], cited) == ()
    possible = [linked("wire-1", "statement", read=False, how="unknown"), read[1]]
    assert owed([statement, *possible, *papers], cited) == ()


@settings(max_examples=60)
@given(dossiers())
def test_reading_every_link_leaves_nothing_owed(data: dict[str, list[Values]]) -> None:
    """And what is owed has one origin as it stands."""
    made = dossier_of(**data)
    origins = origins_of(made, descent_of(made))
    found = owed_to_unread(made.claims, made, origins)
    assert all(origins[id_].all.at_most == 1 for id_ in found)
    read = [
        {**source, "derived_from": [{**one, "read": True} for one in source.get("derived_from", ())]}
        for source in data["sources"]
    ]
    made = dossier_of(**{**data, "sources": read})
    assert owed_to_unread(made.claims, made, origins_of(made, descent_of(made))) == ()
