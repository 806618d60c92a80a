"""Family trees as they are drawn: who repeated whom."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import UNTIMED, assert_sound, marks, read

from dossier.draw import Edge, Node, Role, Way, family_tree

WORDS = st.text("abc Wم &", min_size=1, max_size=40).map(str.strip).filter(bool)

HREFS = st.sampled_from(("", "#a"))


@st.composite
def families(draw: st.DrawFn) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Up to 24 nodes in up to 4 layers; each repeats somebody of a layer before, some of them two."""
    layers = [[f"{layer}-{i}" for i in range(draw(st.integers(1, 6)))] for layer in range(draw(st.integers(1, 4)))]
    edges = []
    for before, layer in pairwise(layers):
        for key in layer:
            for source in draw(st.sets(st.sampled_from(before), min_size=0, max_size=2)):
                edges.append(Edge(source, key, draw(st.booleans())))
    if len(layers) > 2 and draw(st.booleans()):
        edges.append(Edge(layers[0][0], layers[2][0]))
    nodes = tuple(
        Node(key, draw(WORDS), draw(st.just("") | WORDS), draw(st.sampled_from(Role)), draw(HREFS))
        for layer in layers for key in layer
    )  # fmt: skip
    return nodes, tuple(edges)


@UNTIMED
@given(families(), st.sampled_from((320, 400, 600, 820, 1100)))
def test_no_name_of_a_tree_meets_another_or_leaves_it(
    family: tuple[tuple[Node, ...], tuple[Edge, ...]], width: float
) -> None:
    """On any width, each node has its dot, and each edge its thread."""
    nodes, edges = family
    seen = assert_sound(family_tree(nodes, edges, "t", "Tree", width=width), "t")
    rings = [node for node in nodes if node.role is Role.ORIGIN_NOT_SEEN]
    assert len(seen.all("circle")) == len(nodes) + len(rings)
    assert len(seen.all("a")) == len([node for node in nodes if node.href])


HERO = (
    Node("o", "One statement", "the coalition, 9 Dec 2016", Role.ORIGIN),
    *(Node(f"r{i}", f"Paper {i}", "copy") for i in range(9)),
    Node("a", "The article", role=Role.REPORT_NOT_FOUND),
)
THREADS = (*(Edge("o", f"r{i}") for i in range(9)), Edge("o", "a", Way.POSSIBLE))


def test_ten_reports_of_one_origin_fan_out_from_it_even_on_a_phone() -> None:
    """One large dot, nine whole threads, one broken one."""
    seen = read(family_tree(HERO, THREADS, "t", "Tree", width=358))
    assert len(seen.all("circle", "origin")) == 1
    assert len([p for p in seen.all("path", "thread") if "C" in p.get("d", "")]) == 9
    assert len([p for p in seen.all("path", "line-unknown") if "C" in p.get("d", "")]) == 1


def test_threads_run_from_left_to_right_where_there_is_room() -> None:
    """A report stands to the right of the one it repeats."""
    chain = tuple(Node(key, key) for key in "abcd")
    edges = tuple(Edge(a, b) for a, b in ("ab", "bc", "cd"))
    places = {
        circle.get("cx"): circle.get("cy")
        for circle in read(family_tree(chain, edges, "t", "Tree", width=820)).all("circle")
    }
    assert len(places) == 4
    assert len(set(places.values())) == 1


def test_a_deep_family_becomes_an_indented_list_on_a_phone() -> None:
    """Columns would leave no room for names: every node has a row of its own."""
    chain = tuple(Node(key, f"A rather long name of source {key}", "with a note on it") for key in "abcde")
    edges = tuple(Edge(a, b) for a, b in ("ab", "bc", "cd", "de"))
    heights = [float(c.get("cy", "0")) for c in read(family_tree(chain, edges, "t", "Tree", width=358)).all("circle")]
    assert heights == sorted(set(heights))


def test_a_source_with_two_parents_has_a_thread_from_each() -> None:
    """It is drawn once, in a list: between columns the second thread would run through names."""
    nodes = (Node("a", "A", role=Role.ORIGIN), Node("b", "B", role=Role.ORIGIN), Node("c", "C"))
    for width in (358, 820):
        seen = read(family_tree(nodes, (Edge("a", "c"), Edge("b", "c")), "t", "Tree", width=width))
        assert seen.words == ["A", "C", "B"]
        heights = [float(circle.get("cy", "0")) for circle in seen.all("circle")]
        assert heights == sorted(set(heights))
        threads = [p.get("d", "") for p in seen.all("path", "thread")]
        assert len(threads) == 2
        assert len([data for data in threads if "H11q" in data]) == 1, "one of them runs in the gutter"


@pytest.mark.parametrize(
    ("edges", "what"),
    [
        ((Edge("a", "b"), Edge("b", "a")), "circle"),
        ((Edge("a", "a"),), "circle"),
        ((Edge("a", "z"),), "not there"),
    ],
)
def test_what_is_no_family_is_refused(edges: tuple[Edge, ...], what: str) -> None:
    """Nobody can have repeated himself through others."""
    with pytest.raises(ValueError, match=what):
        family_tree((Node("a", "A"), Node("b", "B")), edges, "t", "Tree")


def test_two_nodes_cannot_share_a_key() -> None:
    """A thread would not know where to go."""
    with pytest.raises(ValueError, match="share a key"):
        family_tree((Node("a", "A"), Node("a", "B")), (), "t", "Tree")


def test_a_single_node_is_a_small_drawing() -> None:
    """It takes no more than its own room."""
    seen = read(family_tree((Node("a", "Only one", role=Role.ORIGIN),), (), "t", "Tree"))
    assert seen.height < 40
    assert len(list(marks(seen.root))) == 1


def test_no_nodes_give_no_drawing() -> None:
    """An empty frame says nothing."""
    assert family_tree((), (), "t", "Tree") == ""
