"""An actor's relations as they are drawn: who stands to it in which way, and to whom it stands."""

from hypothesis import given
from hypothesis import strategies as st
from seen import UNTIMED, assert_sound, read

from dossier.draw import Tie, relation_tree

WORDS = st.text("abc Wم &", min_size=1, max_size=90).map(str.strip).filter(bool)
TIES = st.lists(st.builds(Tie, WORDS, WORDS, st.sampled_from(("", "#a")), st.booleans()), min_size=1, max_size=20)


@UNTIMED
@given(WORDS, TIES, st.sampled_from((320, 400, 600)))
def test_no_name_meets_another_or_leaves_the_drawing(name: str, ties: list[Tie], width: float) -> None:
    """One dot for the actor, a link for each relation that has an address, on any width."""
    seen = assert_sound(relation_tree(name, tuple(ties), "t", "Relations", width=width), "t")
    assert len(seen.all("circle")) == 1
    assert len(seen.all("a")) == len([tie for tie in ties if tie.href])


def test_the_subject_of_a_relation_stands_before_its_object() -> None:
    """Whoever is part of the actor stands above it, what it belongs to below; arrows point from subject to object."""
    ties = (Tie("Whole", "part of"), Tie("Part", "part of", inward=True))
    seen = read(relation_tree("Actor", ties, "t", "Relations"))
    assert seen.words == ["Part", "part of", "Actor", "Whole", "part of"]
    into, out = [path.get("d", "") for path in seen.all("path") if "L" in path.get("d", "")]
    tip = {d: float(d.split("L")[1].split()[0]) for d in (into, out)}
    back = {d: float(d[1:].split()[0]) for d in (into, out)}
    assert tip[into] < back[into], "the arrow points at the trunk"
    assert tip[out] > back[out], "the arrow points away from it"


def test_no_relations_give_no_drawing() -> None:
    """An empty frame says nothing."""
    assert relation_tree("Actor", (), "t", "Relations") == ""
