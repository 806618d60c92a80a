"""Comparing two versions: nothing that only looks different is told, and nothing that differs is missed."""

import random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.changes.as_json import json_of
from dossier.changes.as_markdown import markdown_of
from dossier.changes.as_text import text_of
from dossier.changes.compare import ORDER, EntryChange, FieldChange, Sort, Version, compare, entries_of, uncompared
from dossier.changes.form import Form, fields_of, unwrapped
from dossier.changes.match import IN_ORDER, Item, frozen, items, pairs
from dossier.changes.outline import outline_of
from dossier.changes.report import report_of
from dossier.changes.shapes import MODELS
from dossier.changes.sides import side_of
from dossier.changes.words import called, said
from dossier.voice import voice_of
from small import claim, named, source

Entries = list[dict[str, Any]]

WORDS = st.sampled_from(
    ["one", "One", "two", "three", "four", "1", "12.0", "true", "no", "a [@paper] b", "a [[bridge]]", "—", ""]
)
IDS = st.sampled_from(["paper", "book", "radio", "bridge", "mayor"])
LISTED = st.lists(IDS, max_size=3, unique=True)
CITATION = st.fixed_dictionaries(
    {"source": IDS},
    optional={"locator": WORDS, "quote": WORDS, "stance": st.sampled_from(["supports", "disputes"]), "note": WORDS},
)
CLAIM = st.fixed_dictionaries(
    {"text": WORDS, "citations": st.lists(CITATION, max_size=4)},
    optional={
        "about": LISTED,
        "when": st.one_of(st.just("2026"), st.fixed_dictionaries({"edtf": st.just("2026"), "reasoning": WORDS})),
        "measure": st.fixed_dictionaries({"of": WORDS, "value": WORDS}, optional={"estimate": WORDS}),
        "detail": WORDS,
        "unknown": st.one_of(WORDS, st.lists(WORDS, max_size=3), st.dictionaries(IDS, WORDS, max_size=2)),
        "asserted_by": st.fixed_dictionaries({"voice": WORDS}, optional={"printed": IDS}),
    },
)
SOURCE = st.fixed_dictionaries({"short": WORDS}, optional={"author": st.lists(WORDS, max_size=4), "title": WORDS})
CLAIMS = st.dictionaries(st.sampled_from(["claim-a", "claim-b", "claim-c"]), CLAIM, max_size=3)
SOURCES = st.dictionaries(st.sampled_from(["paper", "book", "radio"]), SOURCE, max_size=3)


def files(claims: dict[str, Any], sources: dict[str, Any], width: int = 80) -> dict[str, bytes]:
    texts = {"claims.yml": claims, "sources.yml": sources}
    return {
        "dossier.yml": b"title: T\n",
        **{
            path: written([{"id": id_, **entry} for id_, entry in found.items()], width)
            for path, found in texts.items()
        },
    }


def written(entries: Entries, width: int = 80) -> bytes:
    return yaml.dump(entries, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=width).encode()


def shuffled(value: Any, order: random.Random, name: str = "") -> Any:
    """Return a value with its fields and the items of its lists in another order, where the order is not meant."""
    if isinstance(value, dict):
        fields = list(value.items())
        order.shuffle(fields)
        return {key: shuffled(held, order, key) for key, held in fields}
    if isinstance(value, list):
        found = [shuffled(item, order) for item in value]
        if name not in IN_ORDER:
            order.shuffle(found)
        return found
    return value


# The oracle: the changes, carried out on the version before


class Keyed(dict[Any, Any]):
    """A list as its items by what names them in a route."""


def keyed(form: Form, name: str = "") -> Any:
    if isinstance(form, dict):
        return {key: keyed(value, key) for key, value in form.items()}
    if isinstance(form, list):
        return Keyed(zip(items(name, form), (keyed(item) for item in form), strict=True))
    return form


def bag(value: Any) -> Any:
    """Return a keyed form, or a form, without the order of lists, and without lists and parts that are empty."""
    if isinstance(value, Keyed | list):
        held = value.values() if isinstance(value, Keyed) else value
        return sorted((bag(item) for item in held), key=repr)
    if isinstance(value, dict):
        return {key: made for key, held in sorted(value.items()) if (made := bag(held)) not in ([], {})}
    return value


def carry_out(entry: dict[str, Any], change: FieldChange) -> None:
    """Carry out one change; it must name a place that is there, and say what stood at it."""
    holder: Any = entry
    *way, last = change.route
    for step, following in zip(way, change.route[1:], strict=True):
        holder = holder.setdefault(step, Keyed() if isinstance(following, Item) else {})
    if last == ORDER:
        return
    if change.before is None:
        assert isinstance(last, Item) or last not in holder
        holder[("new", len(holder)) if isinstance(last, Item) else last] = change.after
        return
    assert bag(holder[last]) == bag(change.before)
    if change.after is None:
        del holder[last]
    else:
        holder[last] = change.after


def applied(before: Version, changes: tuple[EntryChange, ...]) -> dict[str, Any]:
    """Return the version after, made from the one before and what was reported, without looking at the other."""
    found = {id_: keyed(fields_of(MODELS[laid.kind], laid.node)) for id_, laid in before.entries.items()}
    for change in changes:
        if change.sort is Sort.REMOVED:
            del found[change.id]
        elif change.sort is Sort.ADDED:
            assert change.after
            found[change.id] = fields_of(MODELS[change.kind], change.after.node)
        else:
            for one in change.fields:
                carry_out(found[change.id], one)
    return {id_: bag(entry) for id_, entry in found.items()}


def forms(version: Version) -> dict[str, Any]:
    return {id_: bag(fields_of(MODELS[laid.kind], laid.node)) for id_, laid in version.entries.items()}


@given(CLAIMS, SOURCES, CLAIMS, SOURCES)
def test_the_changes_make_the_version_after_from_the_one_before(
    claims: dict[str, Any], sources: dict[str, Any], claims_after: dict[str, Any], sources_after: dict[str, Any]
) -> None:
    """Nothing is missed and nothing invented: what is told is exactly the way from one to the other."""
    before, after = entries_of(files(claims, sources)), entries_of(files(claims_after, sources_after))
    assert applied(before, compare(before, after)) == forms(after)


@given(CLAIMS, SOURCES, st.randoms(use_true_random=False), st.sampled_from([20, 80, 1000]))
def test_order_files_and_wrapping_are_no_change(
    claims: dict[str, Any], sources: dict[str, Any], order: random.Random, width: int
) -> None:
    """The same entries, turned about, wrapped anew and in a folder of files, say the same."""
    before = files(claims, sources)
    moved = files(shuffled(claims, order), shuffled(sources, order), width)
    moved["claims/some.yml"] = moved.pop("claims.yml")
    assert compare(entries_of(before), entries_of(before)) == ()
    assert compare(entries_of(before), entries_of(moved)) == ()


@given(CLAIMS, SOURCES, CLAIMS, SOURCES, st.sampled_from(["en", "ar"]))
def test_every_change_has_words(
    claims: dict[str, Any],
    sources: dict[str, Any],
    claims_after: dict[str, Any],
    sources_after: dict[str, Any],
    tag: str,
) -> None:
    """Whatever changes is told in at least one sentence, and no place of a phrase is left open."""
    before, after = entries_of(files(claims, sources)), entries_of(files(claims_after, sources_after))
    names = called(after.entries)
    for change in compare(before, after):
        told = said(change, voice_of(tag), names)
        assert told or change.sort in (Sort.ADDED, Sort.REMOVED)
        assert all(words for _, words in ((one.aspect, one.words) for one in told))


FORMS = st.one_of(WORDS, st.fixed_dictionaries({"source": IDS}, optional={"locator": WORDS, "quote": WORDS}))


@given(st.lists(FORMS, max_size=5), st.lists(FORMS, max_size=5))
def test_items_are_paired_once_and_equal_ones_with_each_other(before: list[Form], after: list[Form]) -> None:
    """Each item of both lists stands in one pair; as many equal ones meet as there are on both sides."""
    found = pairs("citations", before, after)
    assert sorted(one for one, _ in found if one is not None) == list(range(len(before)))
    assert sorted(two for _, two in found if two is not None) == list(range(len(after)))
    same = sum(one is not None and two is not None and before[one] == after[two] for one, two in found)
    left, right = [frozen(one) for one in before], [frozen(two) for two in after]
    assert same == sum(min(left.count(one), right.count(one)) for one in set(left))


# Single cases


def version(**kinds: Entries) -> Version:
    return entries_of(
        {"dossier.yml": b"title: T\n", **{f"{kind}.yml": written(found) for kind, found in kinds.items()}}
    )


def only(before: Version, after: Version) -> EntryChange:
    (change,) = compare(before, after)
    return change


def test_a_quote_that_changed_is_the_same_citation() -> None:
    """It is told as a change of the citation, not as one that went and one that came."""
    one, two = ({"source": "paper", "locator": "p. 3", "quote": quote} for quote in ("a dozen", "twelve"))
    change = only(version(claims=[claim("a", one)]), version(claims=[claim("a", two)]))
    assert [(str(field.route[-1]), field.before, field.after) for field in change.fields] == [
        ("quote", "a dozen", "twelve")
    ]


def test_a_new_id_is_followed_into_everything_that_points_at_it() -> None:
    """References, citations in prose and links under the new id are no change."""
    before = version(
        sources=[source("paper")],
        claims=[
            claim("a", {"source": "paper"}, detail="As [@paper, p. 3; @paper] and [[paper|they]] say, not `[@paper]`.")
        ],
    )
    after = version(
        sources=[{**source("journal"), "short": "paper", "formerly": ["paper"]}],
        claims=[
            claim(
                "a",
                {"source": "journal"},
                detail="As [@journal, p. 3; @journal] and [[journal|they]] say, not `[@paper]`.",
            )
        ],
    )
    change = only(before, after)
    assert (change.sort, change.id, change.was, change.fields) == (Sort.RENAMED, "journal", "paper", ())


def test_a_document_goes_with_the_new_id_of_its_source() -> None:
    before = {"documents/a.yml": b"source: a\nwords: 1\n", "sources.yml": b"- id: a\n"}
    after = {"documents/b.yml": b"source: b\nwords: 2\n", "sources.yml": b"- id: b\n  formerly: [a]\n"}
    changes = compare(entries_of(before), entries_of(after))
    assert [(change.id, change.was, len(change.fields)) for change in changes] == [
        ("b", "a", 0),
        (":document:b", ":document:a", 1),
    ]


def test_an_id_nobody_wrote_is_not_told() -> None:
    """A document goes by the id of its source, whatever the program calls it."""
    before = entries_of({"documents/a.yml": b"source: a\n", "sources.yml": b"- id: a\n"})
    after = entries_of({"documents/b.yml": b"source: b\n", "sources.yml": b"- id: b\n  formerly: [a]\n"})
    sentences = [one.words for change in compare(before, after) for one in said(change, voice_of("en"), {})]

    assert sentences == [("has a new id; before it was a",)] * 2


def test_an_id_that_goes_on_is_not_renamed() -> None:
    """`formerly` names an id that another entry still has: two entries, not one with a new name."""
    after = version(terms=[named("a", "A"), {**named("b", "B"), "formerly": ["a"]}])
    assert [change.sort for change in compare(version(terms=[named("a", "A")]), after)] == [Sort.ADDED]


def test_entries_of_a_file_that_cannot_be_read_are_neither_gone_nor_new() -> None:
    """That is not known; it is said by name. Other kinds are compared all the same."""
    before = version(claims=[claim("a")], terms=[named("t", "T")])
    broken = entries_of({"dossier.yml": b"title: T\n", "claims.yml": b"- id: 'a\n", "terms.yml": b"[]"})
    assert [(change.id, change.sort) for change in compare(before, broken)] == [("t", Sort.REMOVED)]
    assert uncompared(before, broken) == uncompared(broken, before) == ("a",)
    assert [problem.mark.path for problem in broken.problems] == ["data/claims.yml"]


def test_an_order_that_is_meant_is_told_and_another_is_not() -> None:
    """The authors of a source stand in an order; the subjects of a claim do not."""
    before = version(sources=[source("s", author=["A", "B"])], claims=[claim("c", about=["x", "y"])])
    after = version(sources=[source("s", author=["B", "A"])], claims=[claim("c", about=["y", "x"])])
    assert [field.route[-1] for field in only(before, after).fields] == [ORDER]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("one\ntwo", "one two"),
        ("  one   two ", "one two"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("one\n- two\n  three\n- four", "one\n- two three\n- four"),
        ("one  \ntwo", "one\ntwo"),
        ("one\n> two", "one\n> two"),
        ("```\na\n  b\n```", "```\na\n  b\n```"),
        ("one\u00a0two", "one\u00a0two"),
    ],
)
def test_prose_is_compared_as_markdown_reads_it(text: str, same: str) -> None:
    """A line break means something between paragraphs, before a list item, after two spaces and in code."""
    assert unwrapped(text) == same


NAMES = sorted(
    {name for model in MODELS.values() for name in model.model_fields} | {"source", "edtf", "lat", "value", "x"}
)
NODES = st.recursive(
    st.one_of(WORDS, st.sampled_from(["2026-05", "12..13", "supports", "A", "p1", "~", "-", "99" * 40])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)),
    max_leaves=12,
)
KINDS = st.sampled_from(["claims", "sources", "events", "actors", "places", "terms", "questions", "corrections"])


@given(KINDS, st.lists(NODES, max_size=3), st.lists(NODES, max_size=3))
def test_data_of_any_shape_is_compared_and_worded(kind: str, first: Entries, second: Entries) -> None:
    """An old version may hold anything: nothing is raised, and what differs is told or named as unknown."""
    before, after = (
        side_of({"dossier.yml": b"title: T\n", f"{kind}.yml": written(entries)})
        for entries in (
            [{**one, "id": "e"} if isinstance(one, dict) else one for one in side] for side in (first, second)
        )
    )
    report = report_of(before, after, voice_of("en"))
    outline = outline_of(report, (("A",), ("B",)), voice_of("en"))
    assert all((text_of(outline), markdown_of(outline), json_of(report, {}, {})))
    kept = [side.version.entries.get("e") for side in (before, after)]
    same = kept[0] == kept[1] or (kept[0] and kept[1] and kept[0].node == kept[1].node)
    assert not (report.told and same)
