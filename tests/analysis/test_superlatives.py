"""Superlatives and totals, held against a search that looks at every pair in the plainest way."""

import math
import random
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small
from dossier.analysis.order import in_reading_order, passages_of
from dossier.analysis.superlatives import comparable
from dossier.analysis.superlatives.comparable import MOST, Makes
from dossier.analysis.superlatives.tested import superlatives_of
from dossier.check.superlatives import comparison_found, comparison_used, superlative_scope
from dossier.model import Claim, Dossier, Place
from dossier.pipeline import read
from dossier.report.section import To
from dossier.report.superlatives import filled, told
from dossier.voice import voice_of
from golden_case import GOLDEN, read_case
from small import Entry, modelled

DATA = Path(__file__).parents[2] / "data"


def made(claims: Iterable[Entry] = (), events: Iterable[Entry] = (), places: Iterable[Entry] = ()) -> Dossier:
    """A dossier of some entries, as they are after reading; references to nothing are allowed."""
    return modelled(
        claims=[small.claim(one["id"], **one) for one in claims],
        events=[small.event(one["id"], **one) for one in events],
        places=[small.named(one["id"], one["id"], "city", **one) for one in places],
        actors=[small.actor(id_) for id_ in ACTORS],
    )


def found_in(dossier: Dossier) -> dict[str, comparable.Tested]:
    return {one.claim: one for one in superlatives_of(dossier, dossier.claims)}


# What is drawn

ACTORS = ("actor-0", "actor-1")
PLACES = tuple(f"place-{n}" for n in range(5))
CLAIMS = tuple(f"claim-{n}" for n in range(8))
EVENTS = tuple(f"event-{n}" for n in range(7))
TYPES = ("statement", "largest", "first", "last", "only", "total", "rank")
DATES = st.sampled_from(
    (
        *("2016-12-01", "2016-12-02", "2016-12-03", "2016-12-04", "2016-12-05", "2017"),
        *("2016-12-01/2016-12-03", "[2016-12-02..2016-12-04]", "2016-12", "2016-12-03/..", "../2016-12-02"),
    )
)
QUALIFIERS = ("exact", "more-than", "at-least", "less-than", "at-most", "about")
MEASURES = st.one_of(
    st.fixed_dictionaries(
        {
            "of": st.sampled_from((*["lost"] * 6, "found")),
            "value": st.sampled_from(("1", "2", "3", "2", "10", "1..2", "2..3", "3..1")),
            "qualifier": st.sampled_from(QUALIFIERS),
            "unit": st.sampled_from((*["kilograms"] * 6, "tonnes", "people")),
            "scope": st.sampled_from(("here", "there", "yonder")),
        }
    ),
    st.just({"of": "lost", "qualifier": "dozens", "unit": "kilograms", "scope": "there"}),
)


def some(ids: tuple[str, ...], most: int = 2) -> st.SearchStrategy[list[str]]:
    """Ids, one of which may be of nothing."""
    return st.lists(st.sampled_from((*ids, "nothing")), max_size=most)


COMPARISONS = st.fixed_dictionaries(
    {},
    optional={
        "of": st.sampled_from(("lost", "found")),
        "figure": st.sampled_from((*CLAIMS, "nothing")),
        "parts": some(CLAIMS, 5),
        "actors": some(ACTORS),
        "places": some(PLACES),
        "theme": st.sampled_from(("T", "U")),
        "when": DATES,
    },
)


def claim_entries(types: tuple[str, ...], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Entry]]:
    """Claims of some types; those fields that are `given` all of them have, so that much can be compared."""
    optional = {
        "measure": MEASURES,
        "when": DATES,
        "asserted_at": DATES,
        "compare": COMPARISONS,
        "about": some((*ACTORS, *PLACES), 3),
        "standing": st.just({"rank": "superseded", "reason": "x"}),
    }

    def one(id_: str) -> st.SearchStrategy[Entry]:
        return st.fixed_dictionaries(
            {"id": st.just(id_), "type": st.sampled_from(types), "scope": st.just("all")} | given,
            optional={name: value for name, value in optional.items() if name not in given},
        )

    least = 3 if given else 0
    return st.integers(least, len(CLAIMS)).flatmap(lambda n: st.tuples(*map(one, CLAIMS[:n])).map(list))


ALL_OF_A_THEME = st.fixed_dictionaries({"theme": st.just("T")}, optional={"when": DATES})
ALL_AS_PARTS = st.fixed_dictionaries({"parts": st.just(list(CLAIMS))}, optional={"when": DATES, "of": st.just("lost")})


def event_entries() -> st.SearchStrategy[list[Entry]]:
    def one(id_: str) -> st.SearchStrategy[Entry]:
        return st.fixed_dictionaries(
            {"id": st.just(id_), "when": DATES, "theme": st.sampled_from(("T", "T", "T", "U"))},
            optional={
                "place": st.sampled_from((*PLACES, "nothing")),
                "participants": some(ACTORS).map(lambda ids: [{"actor": id_, "role": "r"} for id_ in ids]),
                "claims": some(CLAIMS),
            },
        )

    return st.sampled_from((0, 2, 5, 7)).flatmap(lambda n: st.tuples(*map(one, EVENTS[:n])).map(list))


PLACE_ENTRIES = st.tuples(
    *(
        st.fixed_dictionaries({"id": st.just(id_)}, optional={"within": st.sampled_from((*PLACES, "nothing"))})
        for id_ in PLACES
    )
).map(list)


# The plainest way

SIXTEENTH = Fraction(1, 16)
"""Every number drawn is a whole one, so the next number behind an excluded one can be a sixteenth away."""


def ends(claim: Claim) -> tuple[Fraction | float, Fraction | float]:
    """Return the least and the most that a claim's figure allows, in kilograms where it is a weight."""
    assert claim.measure
    if claim.measure.qualifier == "dozens":
        return Fraction(24), Fraction(99)
    low, _, high = claim.measure.value.partition("..")
    factor = 1000 if claim.measure.unit == "tonnes" else 1
    least, most = Fraction(low) * factor, Fraction(high or low) * factor
    return {
        "exact": (least, most),
        "about": (least * Fraction(9, 10), most * Fraction(11, 10)),
        "more-than": (least + SIXTEENTH, math.inf),
        "at-least": (least, math.inf),
        "less-than": (-math.inf, most - SIXTEENTH),
        "at-most": (-math.inf, most),
    }[claim.measure.qualifier]


def has_figure(claim: Claim | None) -> bool:
    return claim is not None and claim.measure is not None and ends(claim)[0] <= ends(claim)[1]


def weight(claim: Claim) -> bool:
    assert claim.measure
    return claim.measure.unit != "people"


def days(dated: Any, first: tuple[int, ...] = (0,), last: tuple[int, ...] = (9999,)) -> tuple[Any, Any]:
    """Return the first and the last day of a date; without one it may be any."""
    return (dated.edtf.earliest or first, dated.edtf.latest or last) if dated else (first, last)


def counts(spot: tuple[Any, Any], claim: Claim, *, said: bool = True) -> bool:
    """Tell whether something may be on a day that counts for a claim."""
    first, last = window(claim, said=said)
    return first <= last and spot[0] <= last and spot[1] >= first


def window(claim: Claim, *, said: bool) -> tuple[Any, Any]:
    first, last = days(claim.compare.when if claim.compare else None)
    return first, min(last, days(claim.asserted_at)[1]) if said else last


def plainly_larger(claim: Claim, claims: Mapping[str, Claim]) -> tuple[int, set[tuple[str, bool]]] | None:
    """Return how many figures compare with a superlative, and which are larger, surely or possibly."""
    own = claims.get(claim.compare.figure) if claim.compare and claim.compare.figure else claim
    if own is None or own.measure is None or not has_figure(own):
        return None
    of = claim.compare.of if claim.compare and claim.compare.of else own.measure.of
    number, against = 0, set()
    for other in claims.values():
        if (
            has_figure(other)
            and other.measure
            and other.id != claim.id
            and not other.standing
            and other.measure.of == of
            and weight(other) == weight(own)
            and (other.type == "total") == (own.type == "total")
            and other.measure.scope != own.measure.scope
            and counts(days(other.when or other.asserted_at), claim)
        ):
            number += 1
            if ends(other)[0] > ends(own)[1]:
                against.add((other.id, True))
            elif ends(other)[1] > ends(own)[0]:
                against.add((other.id, False))
    return number, against


def lies_in(place: str | None, places: list[str], dossier: Dossier) -> bool:
    """Tell whether a place is one of some or lies in one of them."""
    seen = set()
    while place and place not in seen:
        if place in places:
            return True
        seen.add(place)
        entry = dossier.entries.get(place)
        place = entry.within if isinstance(entry, Place) else None
    return False


def plainly_other(claim: Claim, dossier: Dossier) -> tuple[int, set[tuple[str, bool]]]:
    """Return how many events compare with a first, last or only one, and which stand against it."""
    compare = claim.compare
    if compare and (compare.actors or compare.places or compare.theme):
        actors, places, theme = list(compare.actors), list(compare.places), compare.theme
    else:
        actors = [id_ for id_ in claim.about if id_ in ACTORS]
        places = [id_ for id_ in claim.about if id_ in PLACES]
        theme = None
    mine = [event for event in dossier.events if claim.id in event.claims]
    if claim.when or not mine:
        first, last = days(claim.when or claim.asserted_at)
    else:
        first, last = min(days(one.when)[0] for one in mine), max(days(one.when)[1] for one in mine)
    said = claim.type != "last"
    number, against = 0, set()
    for event in dossier.events:
        spot = days(event.when)
        if (
            not (actors or places or theme)
            or event in mine
            or (actors and not any(one.actor in actors for one in event.participants))
            or (places and not lies_in(event.place, places, dossier))
            or (theme and event.theme != theme)
            or not counts(spot, claim, said=said)
        ):
            continue
        number += 1
        begin, end = window(claim, said=said)
        inside = begin <= spot[0] and spot[1] <= end
        surely = {"first": spot[1] < first, "last": spot[0] > last, "only": True}[claim.type] and inside
        maybe = {"first": spot[0] <= last, "last": spot[1] >= first, "only": True}[claim.type]
        if surely or maybe:
            against.add((event.id, surely))
    return number, against


def plain_sum(claim: Claim, claims: Mapping[str, Claim]) -> tuple[set[str], Makes | None] | None:
    """Return the parts of a total that count and what they make: the sum of what each scope allows."""
    own = claims.get(claim.compare.figure) if claim.compare and claim.compare.figure else claim
    if own is None or own.measure is None or not has_figure(own):
        return None
    of = claim.compare.of if claim.compare and claim.compare.of else own.measure.of
    parts = [
        part
        for id_ in set(claim.compare.parts if claim.compare else ())
        if (part := claims.get(id_)) is not None
        and part.measure
        and part.id not in (claim.id, own.id)
        and has_figure(part)
        and not part.standing
        and part.measure.of == of
        and weight(part) == weight(own)
        and counts(days(part.when or part.asserted_at), claim)
    ]
    if not parts:
        return set(), None
    scopes = {part.measure.scope for part in parts if part.measure}
    accounts = [[ends(part) for part in parts if part.measure and part.measure.scope == scope] for scope in scopes]
    least = sum(min(low for low, _ in some) for some in accounts)
    most = sum(max(high for _, high in some) for some in accounts)
    low, high = ends(own)
    makes = Makes.MORE if least > high else Makes.LESS if most < low else Makes.FITS
    return {part.id for part in parts}, makes


# The two agree


@settings(max_examples=100)
@given(
    st.one_of(
        claim_entries(("statement", "largest", "total")),
        claim_entries(("statement", "largest"), measure=MEASURES, when=DATES),
    )
)
def test_larger_figures_are_those_that_a_look_at_every_pair_finds(entries: list[Entry]) -> None:
    """Sorting by day and size loses none and adds none."""
    dossier = made(entries)
    claims = {claim.id: claim for claim in dossier.claims}
    for id_, one in found_in(dossier).items():
        if one.type == "largest":
            plain = plainly_larger(claims[id_], claims)
            assert one.evaluated == (plain is not None)
            assert (one.looked_at, {(other.id, other.sure) for other in one.against}) == (plain or (0, set()))
            assert [other.sure for other in one.against] == sorted((o.sure for o in one.against), reverse=True)
            assert not one.more


@settings(max_examples=100)
@given(
    st.one_of(
        claim_entries(("first", "last", "only")),
        claim_entries(("first", "last", "only"), compare=ALL_OF_A_THEME),
    ),
    event_entries(),
    PLACE_ENTRIES,
)
def test_other_events_are_those_that_a_look_at_every_pair_finds(
    entries: list[Entry], events: list[Entry], places: list[Entry]
) -> None:
    """Places within places, circles of them included; actors, theme and days as `compare` says."""
    dossier = made(entries, events, places)
    claims = {claim.id: claim for claim in dossier.claims}
    for id_, one in found_in(dossier).items():
        plain = plainly_other(claims[id_], dossier)
        assert (one.looked_at, {(other.id, other.sure) for other in one.against}) == plain
        assert len(one.against) == len(plain[1])


@settings(max_examples=100)
@given(
    st.one_of(
        claim_entries(("statement", "total")),
        claim_entries(("statement", "total"), measure=MEASURES, compare=ALL_AS_PARTS),
    )
)
def test_totals_are_held_against_the_sum_of_their_parts(entries: list[Entry]) -> None:
    """Each scope once, each part within the days, in the unit of the total."""
    dossier = made(entries)
    claims = {claim.id: claim for claim in dossier.claims}
    for id_, one in found_in(dossier).items():
        plain = plain_sum(claims[id_], claims)
        assert (one.sum is None) == (plain is None)
        if one.sum and plain:
            assert (set(one.sum.parts), one.sum.makes) == plain
            named = claims[id_].compare.parts if claims[id_].compare else ()
            assert set(one.sum.parts) | set(one.sum.left_out) == {n for n in named if n in claims} - {id_, one.figure}


@settings(max_examples=50)
@given(claim_entries(TYPES), event_entries(), PLACE_ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing_and_claims_keep_theirs(
    entries: list[Entry], events: list[Entry], places: list[Entry], chance: random.Random
) -> None:
    """Sorting a file by hand changes no finding; the findings come in the order of the claims given."""
    dossier = made(entries, events, places)
    shuffled = made(*(chance.sample(some, len(some)) for some in (entries, events, places)))
    assert found_in(dossier) == found_in(shuffled)
    order = [one.claim for one in superlatives_of(dossier, shuffled.claims)]
    assert order == [claim.id for claim in shuffled.claims if claim.type != "statement"]


@settings(max_examples=50)
@given(claim_entries(TYPES), event_entries(), PLACE_ENTRIES)
def test_any_dossier_can_be_told(entries: list[Entry], events: list[Entry], places: list[Entry]) -> None:
    """Whatever was found is told in rows as wide as the headings, and every link is to an entry."""
    dossier = made(entries, events, places)
    section = told(superlatives_of(dossier, dossier.claims), dossier, voice_of("en"))
    assert section.lead
    for row in section.table.rows if section.table else ():
        assert len(row) == len(section.table.columns if section.table else ())
        assert all(cell and all(piece != "" for piece in cell) for cell in row)


# By hand

TEN = {"of": "lost", "value": "10", "unit": "trucks"}


@pytest.mark.parametrize(
    ("other", "said", "against"),
    [
        ("exact", "exact", None),
        ("more-than", "exact", True),
        ("at-least", "exact", False),
        ("at-most", "exact", None),
        ("exact", "less-than", True),
        ("exact", "at-most", False),
        ("exact", "at-least", None),
        ("less-than", "more-than", None),
        ("at-most", "more-than", None),
        ("more-than", "at-most", True),
        ("at-least", "at-least", False),
    ],
)
def test_figures_with_one_bound_in_common(other: str, said: str, against: bool | None) -> None:
    """Whether a bound is itself allowed decides between surely, possibly and not."""
    found = found_in(
        made(
            [
                {"id": "f", "measure": TEN | {"scope": "here", "qualifier": other}},
                {"id": "top", "type": "largest", "scope": "all", "measure": TEN | {"scope": "t", "qualifier": said}},
            ]
        )
    )["top"]
    assert [one.sure for one in found.against] == ([] if against is None else [against])


@pytest.mark.parametrize(
    ("first", "total", "makes"),
    [
        ("exact", "exact", Makes.FITS),
        ("more-than", "exact", Makes.MORE),
        ("at-least", "exact", Makes.FITS),
        ("less-than", "exact", Makes.LESS),
        ("at-most", "exact", Makes.FITS),
        ("exact", "less-than", Makes.MORE),
        ("exact", "more-than", Makes.LESS),
        ("exact", "at-least", Makes.FITS),
    ],
)
def test_parts_whose_sum_has_a_bound_in_common_with_the_total(first: str, total: str, makes: Makes) -> None:
    """Ten and ten are twenty; more than ten and ten are more."""
    entries = [
        {"id": "f", "measure": TEN | {"scope": "here", "qualifier": first}},
        {"id": "g", "measure": TEN | {"scope": "there"}},
        {
            "id": "sum",
            "type": "total",
            "measure": TEN | {"scope": "all", "value": "20", "qualifier": total},
            "compare": {"parts": ["f", "g"]},
        },
    ]
    one = found_in(made(entries))["sum"]
    assert one.sum
    assert one.sum.makes is makes


@pytest.mark.parametrize(("day", "looked_at"), [("2016-12-08", 1), ("2016-12-09", 1), ("2016-12-10", 0)])
def test_the_day_on_which_it_was_said_still_counts(day: str, looked_at: int) -> None:
    """Of a figure of the same day nobody knows whether it came after; one of the next day surely did."""
    entries = [
        {"id": "f", "when": day, "measure": TEN | {"scope": "here", "qualifier": "more-than"}},
        {"id": "top", "type": "largest", "scope": "all", "asserted_at": "2016-12-09", "measure": TEN | {"scope": "t"}},
    ]
    one = found_in(made(entries))["top"]
    assert (one.looked_at, len(one.against), one.left_out.time) == (looked_at, looked_at, 1 - looked_at)


def test_the_own_figure_of_a_claim_is_not_compared_with_the_one_it_names() -> None:
    """Where a superlative gives a figure and names another as the one it is about."""
    entries = [
        {"id": "f", "measure": TEN | {"scope": "here"}},
        {
            "id": "top",
            "type": "largest",
            "scope": "all",
            "measure": TEN | {"scope": "there", "value": "11"},
            "compare": {"figure": "f"},
        },
    ]
    one = found_in(made(entries))["top"]
    assert (one.figure, one.looked_at, one.against, one.left_out.time) == ("f", 0, (), 0)


def figure(id_: str, value: str, where: str, **more: Any) -> Entry:
    measure = {"of": "lost", "value": value, "unit": "trucks", "scope": where}
    return {"id": id_, "measure": measure, **more}


def test_an_empty_dossier_has_no_superlatives() -> None:
    """It is told in words, and nothing fails."""
    assert found_in(made()) == {}
    section = told((), made(), voice_of("en"))
    assert section.table is None
    assert len(section.lead) == 1


def test_only_as_many_are_listed_as_a_reader_can_use_and_the_largest_of_them() -> None:
    """A long list would answer no further question; that there are more is told."""
    entries = [figure(f"f-{n}", str(n + 1), f"day {n}") for n in range(MOST + 5)]
    top = {"id": "top", "type": "largest", "scope": "all", "compare": {"figure": "f-0"}}
    one = found_in(made([*entries, top]))["top"]
    assert (one.looked_at, one.more) == (MOST + 4, True)
    assert [other.id for other in one.against] == [f"f-{MOST + 4 - n}" for n in range(MOST)]


def test_accounts_of_one_thing_are_no_counter_examples_of_each_other() -> None:
    """168 and more than 168 trucks of one strike are one strike."""
    entries = [figure("f", "168", "the strike"), figure("g", "170", "the strike")]
    top = {"id": "top", "type": "largest", "scope": "all", "compare": {"figure": "f"}}
    one = found_in(made([*entries, top]))["top"]
    assert (one.looked_at, one.against) == (0, ())


def test_a_figure_that_is_compared_with_itself_finds_nothing() -> None:
    """A claim that names itself as its figure has its own."""
    one = found_in(made([figure("f", "3", "here", type="largest", compare={"figure": "f"})]))["f"]
    assert (one.figure, one.looked_at, one.against) == ("f", 0, ())


def test_what_is_left_out_is_counted_by_reason() -> None:
    """Another time, a total, another unit, and what no longer stands."""
    entries = [
        figure("early", "9", "a", when="2015"),
        figure("sum", "9", "b", type="total"),
        figure("gone", "9", "c", standing={"rank": "deprecated", "reason": "x"}),
        {"id": "tons", "measure": {"of": "lost", "value": "9", "unit": "tonnes", "scope": "d"}},
        figure("top", "5", "e", type="largest", scope="2016", compare={"when": "2016"}),
    ]
    one = found_in(made(entries))["top"]
    out = one.left_out
    assert (one.looked_at, out.time, out.sums, out.retired, out.units) == (0, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("day", "first", "last", "only"),
    [
        ("2016-12-02", True, None, True),
        ("2016-12-03", False, False, True),
        ("2016-12-04", None, True, True),
        ("2016-12-01/2016-12-04", False, False, True),
        ("../2016-12-02", False, None, False),
        ("2016-12-04/..", None, False, False),
        ("2016-11-29/2016-12-02", False, None, False),
        ("2016-11-30", None, None, None),
        ("2017", None, None, None),
    ],
)
def test_an_event_stands_surely_possibly_or_not(
    day: str, first: bool | None, last: bool | None, only: bool | None
) -> None:
    """By its days, those of the claim (3 December), and those that count (December)."""
    entries = [
        {"id": id_, "type": id_, "scope": "x", "when": "2016-12-03", "compare": {"theme": "T", "when": "2016-12"}}
        for id_ in ("first", "last", "only")
    ]
    found = found_in(made(entries, [{"id": "e", "when": day}]))
    for id_, expected in (("first", first), ("last", last), ("only", only)):
        assert [one.sure for one in found[id_].against] == ([] if expected is None else [expected]), id_


def test_no_day_counts_when_what_is_compared_begins_after_the_claim() -> None:
    """An event that lasts through both is in neither."""
    compare = {"theme": "T", "when": "2017"}
    entries = [{"id": "c", "type": "only", "scope": "x", "asserted_at": "2016-12-09", "compare": compare}]
    one = found_in(made(entries, [{"id": "e", "when": "2016/2017"}]))["c"]
    assert (one.looked_at, one.against) == (0, ())


def test_what_comes_after_stands_against_a_last_one_only() -> None:
    """Nobody who says first or only speaks of what is still to come."""
    events = [{"id": "later", "when": "2016-12-20"}]
    entries = [
        {"id": type_, "type": type_, "scope": "all", "asserted_at": "2016-12-09", "compare": {"theme": "T"}}
        for type_ in ("first", "last", "only")
    ]
    found = found_in(made(entries, events))
    assert [bool(found[type_].against) for type_ in ("first", "last", "only")] == [False, True, False]
    assert [found[type_].left_out.time for type_ in ("first", "last", "only")] == [1, 0, 1]


def test_a_link_in_a_phrase_stands_where_the_phrase_has_it() -> None:
    """A translation may turn the order round."""
    assert filled("{b} after {a}!", a=(To("x"),), b="y") == ("y", " after ", To("x"), "!")


@pytest.mark.parametrize("name", ["superlative-scope", "superlative-compare"])
def test_the_rules_find_what_their_cases_list(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of the case that is of these rules is found by them, and no other is."""
    import yaml  # noqa: PLC0415 - the cases are read as in test_golden

    case = yaml.load((GOLDEN / "check" / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)
    dossier, _ = read_case(case, tmp_path, monkeypatch)
    rules = (superlative_scope, comparison_used, comparison_found)
    found = {str(problem).partition("data/")[2] for rule in rules for problem in rule(dossier)}
    listed = {line.removeprefix("data/") for line in case["problems"].splitlines() if "has the id" not in line}
    assert found == listed


# What is published on the article


@pytest.fixture(scope="module")
def published() -> dict[str, comparable.Tested]:
    dossier, problems = read(DATA)
    assert not [problem for problem in problems if problem.is_error]
    claims = in_reading_order(dossier, passages_of(dossier))
    return {one.claim: one for one in superlatives_of(dossier, claims)}


def test_the_largest_to_date_meets_the_trucks_of_the_year_before(published: dict[str, comparable.Tested]) -> None:
    """283 trucks stand against it, with both scopes; the total of 1,506 is left out."""
    one = published["strike-largest-to-date"]
    assert [(other.id, other.sure) for other in one.against] == [("trucks-283-november-2015", True)]
    assert one.scope == "air strikes of this kind, up to December 2016"
    assert one.against[0].scope == "strikes reported 24 November 2015"
    assert (one.looked_at, one.left_out.sums) == (3, 1)


def test_the_largest_this_year_does_not(published: dict[str, comparable.Tested]) -> None:
    """November 2015 is of another time."""
    one = published["strike-largest-this-year"]
    assert (one.looked_at, one.against, one.left_out.time, one.left_out.sums) == (2, (), 1, 1)


def test_the_total_of_the_campaign_has_parts_that_are_missing(published: dict[str, comparable.Tested]) -> None:
    """168, 283 and 83 are the parts known so far."""
    one = published["trucks-1506-in-campaign"]
    assert one.sum
    assert one.sum.interval
    assert (one.looked_at, one.sum.interval.low, one.sum.makes) == (3, 534, Makes.LESS)


def test_the_last_strongholds_are_disputed_and_not_tested_by_events(published: dict[str, comparable.Tested]) -> None:
    """What the recorded events cannot test is said so, beside the sources that dispute it."""
    mosul, aleppo = published["mosul-last-stronghold"], published["aleppo-last-urban-stronghold"]
    assert (mosul.looked_at, mosul.against, len(mosul.disputed_by)) == (0, (), 4)
    assert (aleppo.looked_at, aleppo.against, len(aleppo.disputed_by)) == (1, (), 2)


def test_a_rank_is_listed_and_not_evaluated(published: dict[str, comparable.Tested]) -> None:
    """A place in an order would need all that is ordered."""
    assert not published["mosul-second-largest"].evaluated
