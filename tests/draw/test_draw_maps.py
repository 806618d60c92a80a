"""Maps as they are drawn: clipping, projection, base map, places and their names."""

import math
import random
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from seen import UNTIMED, assert_sound_map, look_at

from dossier.draw import Extent, Place, base_map, countries, extent_of
from dossier.draw.atlas import joined, strand, world
from dossier.draw.geometry import Box, Points, clipped_line, clipped_ring, contains, thinned
from dossier.draw.ground import ground
from dossier.draw.projection import METRES_PER_DEGREE, Projection

FRAME = Box(0, 0, 100, 60)
POINTS = st.tuples(st.floats(-200, 300), st.floats(-150, 200))
RINGS = st.lists(POINTS, min_size=3, max_size=12).map(tuple)
LONGITUDES, LATITUDES = st.floats(-180, 180), st.floats(-90, 90)
PLACES = st.lists(
    st.builds(
        Place, st.text("abc Wم", min_size=1, max_size=20).map(str.strip).filter(bool), LONGITUDES, LATITUDES,
        st.just(0.0) | st.floats(0, 400_000), st.sampled_from(("", "تدمر", "a note")), perhaps=st.booleans(),
        href=st.sampled_from(("", "#a")),
    ),
    min_size=1, max_size=6,
).map(tuple)  # fmt: skip

SYRIA = (
    Place("Palmyra", 38.284, 34.56, note="تدمر", note_language="ar", href="p.html"),
    Place("Deir ez-Zor", 40.144, 35.336, 3000, "دير الزور", "ar"),
    Place("Raqqa", 39.017, 35.95, note="الرقة", note_language="ar"),
    Place("Aleppo", 37.16, 36.2, note="حلب", note_language="ar"),
    Place("Mosul", 43.13, 36.34, note="الموصل", note_language="ar"),
    Place("The strike", 38.284, 34.56, 50_000, "drawn at 50 km", id="strike"),
)
NAMES = {"760": "Syria", "368": "Iraq", "792": "Turkey"}


def distance(metres: int) -> str:
    return f"{metres // 1000:,} km"


def drawn(places: tuple[Place, ...], extent: Extent | None = None, width: float = 480) -> str:
    return base_map(places, extent, key="m", title="Map", distance=distance, names=NAMES, width=width)


def in_box(box: Box, point: tuple[float, float]) -> bool:
    return box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom


def area(ring: Points) -> float:
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise((*ring, ring[0])))) / 2


# Clipping


@UNTIMED
@given(RINGS)
def test_a_clipped_ring_lies_inside_the_frame(ring: Points) -> None:
    """Not one point beyond, not even by rounding."""
    assert all(in_box(FRAME, point) for point in clipped_ring(ring, FRAME))


@UNTIMED
@given(st.integers(0, 10**6))
def test_clipping_keeps_the_area_that_is_inside(seed: int) -> None:
    """Measured against darts thrown at a star-shaped ring and at the frame."""
    chance = random.Random(seed)
    corners = [(i + chance.random()) * math.tau / 9 for i in range(9)]
    middle = chance.uniform(-20, 120), chance.uniform(-20, 80)
    reach = [chance.uniform(10, 90) for _ in corners]
    ring = tuple(
        (middle[0] + r * math.cos(a), middle[1] + r * math.sin(a)) for a, r in zip(corners, reach, strict=True)
    )
    darts = [(100 * (i + 0.5) / 60, 60 * (j + 0.5) / 40) for i in range(60) for j in range(40)]
    inside = sum(contains(ring, dart) for dart in darts) / len(darts) * 6000
    clipped = clipped_ring(ring, FRAME)
    assert (area(clipped) if clipped else 0.0) == pytest.approx(inside, abs=6000 * 0.03)


@UNTIMED
@given(RINGS)
def test_inside_the_frame_clipping_changes_nothing(ring: Points) -> None:
    """What a fill covers there is covered before and after."""
    clipped = clipped_ring(ring, FRAME)
    chance = random.Random(1)
    for _ in range(40):
        dart = chance.uniform(1, 99), chance.uniform(1, 59)
        assert contains(ring, dart) == (bool(clipped) and contains(clipped, dart))


@UNTIMED
@given(st.lists(POINTS, min_size=2, max_size=12).map(tuple))
def test_clipped_lines_lie_inside_and_leave_nothing_out(line: Points) -> None:
    """Every point of the line that is inside the frame is on one of the stretches."""
    stretches = clipped_line(line, FRAME)
    assert all(in_box(FRAME, point) for stretch in stretches for point in stretch)
    for a, b in pairwise(line):
        for t in (0.1, 0.37, 0.5, 0.81):
            point = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
            if in_box(Box(0.01, 0.01, 99.99, 59.99), point):
                assert any(near(point, c, d) for stretch in stretches for c, d in pairwise(stretch))


def near(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> bool:
    return math.dist(a, point) + math.dist(point, b) - math.dist(a, b) < 1e-6


@UNTIMED
@given(st.lists(POINTS, min_size=2, max_size=30).map(tuple), st.floats(0.1, 50))
def test_a_thinned_line_keeps_its_ends_and_its_distance(line: Points, least: float) -> None:
    """So that two countries still meet where their borders do."""
    kept = thinned(line, least)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert all(math.dist(a, b) >= least for a, b in pairwise(kept[:-1]))


# Projection


@UNTIMED
@given(PLACES, st.floats(0, 1), st.floats(0, 1))
def test_the_projection_can_be_undone(places: tuple[Place, ...], right: float, down: float) -> None:
    """A point of the map is the place it came from."""
    projection = Projection(extent_of(places), 480)
    x, y = right * 480, down * projection.height
    assert projection.point(*projection.degrees(x, y)) == pytest.approx((x, y), abs=1e-6)


@UNTIMED
@given(PLACES)
@example((Place("South Pole", 0, -90),))
@example((Place("Suva", 178.4, -18.1), Place("Apia", -171.8, -13.8)))
def test_an_extent_holds_all_places_and_stays_on_the_earth(places: tuple[Place, ...]) -> None:
    """Across the date line and at the poles too, and in a shape that suits a page."""
    extent = extent_of(places)
    projection = Projection(extent, 480)
    assert -90 <= extent.south < extent.north <= 90
    assert 0 < extent.east - extent.west <= 360
    assert projection.height >= 480 / 2.2
    for place in places:
        x, y = projection.point(projection.near(place.longitude), place.latitude)
        assert -1e-6 <= x <= 480 + 1e-6
        assert -1e-6 <= y <= projection.height + 1e-6


@UNTIMED
@given(st.floats(-60, 60), LONGITUDES)
def test_lengths_are_true_along_the_middle(latitude: float, longitude: float) -> None:
    """A kilometre to the east is as long as one to the north."""
    projection = Projection(extent_of((Place("a", longitude, latitude),)), 480)
    middle = (projection.extent.south + projection.extent.north) / 2
    x, y = projection.point(longitude, middle)
    east = projection.point(longitude + 0.1 / math.cos(math.radians(middle)), middle)[0] - x
    north = y - projection.point(longitude, middle + 0.1)[1]
    assert east == pytest.approx(north, rel=1e-6)


def test_the_shorter_way_round_the_earth_is_taken() -> None:
    """Fiji and Samoa are neighbours."""
    extent = extent_of((Place("Suva", 178.4, -18.1), Place("Apia", -171.8, -13.8)))
    assert extent.east - extent.west < 20
    assert (extent.west < 178.4, extent.east > 188.2) == (True, True)


def test_a_single_place_is_shown_with_its_surroundings() -> None:
    """At least 250 km from top to bottom."""
    extent = extent_of((Place("Geneva", 6.14, 46.2),))
    assert (extent.north - extent.south) * METRES_PER_DEGREE > 250_000


# Base map


def test_the_base_map_has_the_countries_of_the_world() -> None:
    """With three-digit codes, each used by one country or by its outlying territories."""
    found = {outline.country.iso: outline.country.name for outline in world().outlines}
    assert found["760"] == "Syria"
    assert found["368"] == "Iraq"
    assert len(found) > 200
    assert all(len(code) == 3 and code.isdigit() for code in found if code)


def test_a_border_is_stored_once_and_used_from_both_sides() -> None:
    """So that no gap can open between two neighbours."""
    between = [arc for arc, sides in world().sides.items() if {c.iso for c in sides} == {"760", "368"}]
    assert between
    assert sum(map(len, world().arcs)) < 260_000


def test_every_ring_comes_back_to_where_it_began() -> None:
    """Without a jump at the date line; the one that goes round the south pole is closed along it."""
    capped = set()
    for outline in world().outlines:
        for ring in outline.rings:
            points = [point for piece, _ in joined(ring) for point in piece]
            if any(latitude == -90 for _, latitude in points):
                capped.add(outline.country.name)
                points = points[:-2]
                assert abs(points[0][0] - points[-1][0]) == pytest.approx(360)
            else:
                assert points[0] == pytest.approx(points[-1])
            assert all(abs(a[0] - b[0]) < 30 for a, b in pairwise(points)), outline.country.name
    assert capped == {"Antarctica"}


@pytest.mark.parametrize(
    ("longitude", "latitude", "iso"),
    [
        (38.284, 34.56, "760"), (43.13, 36.34, "368"), (6.5, 46.7, "756"), (0.0, -89.0, "010"), (-175.0, 66.5, "643"),
        (177.9, -17.8, "242"), (28.2, -29.5, "426"), (-100.0, 40.0, "840"), (134.0, -25.0, "036"),
    ],
)  # fmt: skip
def test_a_place_lies_in_its_country_and_in_no_other(longitude: float, latitude: float, iso: str) -> None:
    """Lesotho is no part of South Africa, and Chukotka is in Russia on both sides of the date line."""
    projection = Projection(extent_of((Place("here", longitude, latitude),)), 480)
    point = projection.point(longitude, latitude)
    found = [code for code, rings in ground(projection).land if sum(contains(ring, point) for ring in rings) % 2 == 1]
    assert found == [iso]


def test_the_sea_is_in_no_country() -> None:
    """Point Nemo."""
    projection = Projection(extent_of((Place("Point Nemo", -123.4, -48.9),)), 480)
    assert ground(projection).land == ()


def test_arcs_have_no_jump_at_the_date_line() -> None:
    """Longitudes run on past 180."""
    for arc in world().sides:
        points = strand(arc).points
        assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(points))


def test_countries_near_an_extent_can_be_asked_for() -> None:
    """A caller wants names for those only."""
    names = {country.name for country in countries(extent_of(SYRIA))}
    assert {"Syria", "Iraq", "Turkey"} <= names
    assert "Brazil" not in names


# Maps


def classes(html: str, width: float = 480) -> list[list[str]]:
    """The classes of every element."""
    return [element.get("class", "").split() for element in look_at(html, width).root.iter()]


@pytest.mark.parametrize("width", [340, 400, 480, 900])
def test_a_map_of_syria_and_iraq_is_small_and_complete(width: float) -> None:
    """Under 30 kB; every place is named in both scripts, on a phone and on a desk, and so is the country."""
    html = drawn(SYRIA, width=width)
    assert_sound_map(html, width)
    assert len(html.encode()) < 30_000
    for seen in (look_at(html, 340), look_at(html, width)):
        words = {words for words, _ in seen.labels()}
        assert {"Palmyra", "تدمر", "Aleppo", "Raqqa", "Deir ez-Zor", "Mosul", "The strike", "Syria"} <= words
    assert {t.get("lang") for t in look_at(html, width).root.iter("text") if t.get("lang")} == {"ar"}


def test_a_known_place_is_a_dot_and_an_uncertain_one_a_disc_of_true_size() -> None:
    """Near is not at: a disc that is wide enough to be seen takes the dot's place, and its radius is true."""
    seen = look_at(drawn(SYRIA), 480)
    soft = [place.get("data-id") for place in seen.places if "soft" in place.get("class", "").split()]
    assert soft == ["strike"]
    strike = next(e for e in seen.root.iter("ellipse") if e.get("class") == "area" and float(e.get("ry", "0")) > 9)
    bar = next(e for e in seen.root.iter("i"))
    hundred = float(bar.get("style", "").split(":")[1][:-1]) * 4.8 / int(next(seen.root.iter("span")).text.split()[0])  # type: ignore[union-attr]
    assert float(strike.get("ry", "0")) == pytest.approx(hundred * 50, rel=0.01)
    assert float(strike.get("rx", "0")) == pytest.approx(hundred * 50, rel=0.02)


def test_a_circle_of_two_kilometres_can_be_seen_from_near() -> None:
    """However large the map: a script goes closer until it has nine pixels at least."""
    for places in (SYRIA, (Place("Suva", 178.4, -18.1), Place("London", -0.1, 51.5))):
        root = look_at(drawn(places), 480).root
        degree, closest = float(root.get("data-degree", "0")), float(root.get("data-closest", "0"))
        assert 2000 / METRES_PER_DEGREE * degree * closest >= 8.9


def test_perhaps_there_is_an_open_dot() -> None:
    """It may be somewhere else altogether."""
    assert ["dot-open"] in classes(drawn((Place("Nicosia", 33.36, 35.17, perhaps=True),)))


@UNTIMED
@given(PLACES, st.sampled_from((340, 480, 900)))
@example((Place("North Pole", 0, 90, 200_000), Place("South Pole", 0, -90)), 480)
@example((Place("Suva", 178.4, -18.1), Place("Apia", -171.8, -13.8), Place("Nome", -165.4, 64.5)), 480)
def test_no_name_of_a_map_meets_another_or_leaves_it(places: tuple[Place, ...], width: float) -> None:
    """Wherever on earth the places lie; a mark is there for each, even where its name finds no room."""
    html = drawn(places, width=width)
    assert_sound_map(html, width)
    seen = look_at(html, width)
    assert len(seen.places) == len(places)
    for place in seen.places:
        x, y = seen.at(next(place.iter("svg")))
        assert -0.01 <= x <= width + 0.01
        assert -0.01 <= y <= seen.height + 0.01


def test_three_hundred_places_are_thinned_and_every_one_has_its_mark() -> None:
    """Names that would meet wait until a script goes closer; none is lost."""
    chance = random.Random(3)
    villages = tuple(
        Place(f"Village {i}", chance.uniform(35, 42), chance.uniform(33, 37), 1000, href=f"#{i}") for i in range(300)
    )
    html = drawn(villages, width=900)
    assert_sound_map(html, 900)
    seen = look_at(html, 900)
    assert len(seen.places) == 300
    assert 30 < len(seen.labels()) < 300
    assert len(html.encode()) < 300_000


def test_a_name_keeps_off_the_other_dots() -> None:
    """Eight villages in a row are eight dots and eight names."""
    villages = tuple(Place(f"Village {i}", 38 + i * 0.3, 34.5) for i in range(8))
    seen = look_at(drawn(villages, width=900), 900)
    names = [box for words, box in seen.labels() if words.startswith("Village")]
    assert len(names) == 8
    for place in seen.places:
        assert not any(in_box(box, seen.at(next(place.iter("svg")))) for box in names)


def test_a_given_extent_is_kept_and_what_lies_outside_is_left_out() -> None:
    """A map of Palmyra does not name Mosul."""
    words = {words for words, _ in look_at(drawn(SYRIA, Extent(37.5, 34, 39.5, 35)), 480).labels()}
    assert "Palmyra" in words
    assert "Mosul" not in words


def test_a_map_has_buttons_only_where_it_is_told_their_words() -> None:
    """They are hidden until a script is there to answer them."""
    html = base_map(SYRIA, key="m", title="Map", distance=distance, moves=("Closer", "Further", "Whole"))
    (moves,) = look_at(html, 480).root.findall("p[@class='moves']")
    assert moves.get("hidden")
    assert [button.text for button in moves] == ["Closer", "Further", "Whole"]
    assert "<button" not in drawn(SYRIA)


@pytest.mark.parametrize("extent", [Extent(0, 10, 5, 10), Extent(0, 50, 5, 95)])
def test_an_extent_must_be_a_rectangle_of_the_earth(extent: Extent) -> None:
    """Neither empty nor beyond the pole."""
    with pytest.raises(ValueError, match="no rectangle of the earth"):
        drawn(SYRIA, extent)


def test_the_whole_world_has_no_scale_bar_and_stays_under_100_kb() -> None:
    """No length would be true everywhere."""
    html = drawn((Place("Washington", -77, 38.9), Place("Canberra", 149.1, -35.3), Place("Geneva", 6.1, 46.2)))
    assert " km" not in html
    assert len(html) < 100_000


def test_a_contested_line_is_broken() -> None:
    """Where ISO gives one side no code."""
    near = (Place("Pristina", 21.17, 42.67),)
    assert ["hair", "border-open"] in classes(drawn(near))
    assert ["hair", "border-open"] not in classes(drawn((Place("Geneva", 6.14, 46.2),)))


def test_no_places_give_no_map() -> None:
    """An empty map says nothing."""
    assert drawn(()) == ""
