"""Coverage recounted plainly, and invented texts held against invented dossiers."""

import random
from hashlib import sha256
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.analysis.coverage.numerals import number_keys, numerals
from dossier.analysis.coverage.passages import coverage_of
from dossier.analysis.coverage.reading import Reading, ReadPassage, Unfit, Why, read_against
from dossier.analysis.coverage.sentences import sentences
from dossier.analysis.order import in_reading_order, passages_of
from dossier.report.coverage import coverage, coverage_section
from dossier.voice import Voice
from small import Data, Entry, claim, document, named, passage, read_values, remark, source


def at(locator: str, of: str = "paper", **more: Any) -> Entry:
    return {"source": of, "locator": locator, "stance": "states", "bears_on": "said", **more}


# Without the text


PLACES = ("p0", "p1", "p2", "p9", "p0, p1", "p2; p1", "")
TEXTS = st.lists(st.sampled_from(("Zed", "Yol", "Xur", "zed", "and")), min_size=1, max_size=3).map(" ".join)
MEASURE = {"of": "m", "value": "3", "unit": "u", "scope": "s"}


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """Two documents with three passages; claims and remarks point at any of them, and beyond."""
    papers = st.sampled_from(("paper", "report", "gone"))

    def citation() -> Entry:
        found = at(draw(st.sampled_from(PLACES)), draw(papers), stance=draw(st.sampled_from(("states", "supports"))))
        quote = draw(st.sampled_from(("", "some words", "Some  words", "others")))
        return {name: value for name, value in {**found, "quote": quote}.items() if value}

    def paper(of: str) -> Entry:
        passages = [
            passage(
                f"p{n}",
                editorial=draw(st.booleans()),
                sentences=draw(st.integers(0, 3)),
                gist=draw(TEXTS),
                quotes=draw(st.lists(st.sampled_from(("others", "third")), max_size=2)),
            )
            for n in range(3)
        ]
        remarks = [
            remark(f"{of}-r{n}", draw(st.sampled_from(PLACES[:4])), text=draw(TEXTS), also=["p1"])
            for n in range(draw(st.integers(0, 2)))
        ]
        return document(of, passages, remarks)

    return {
        "sources": [source("paper"), source("report")],
        "actors": [named("zed", "Zed", "person")],
        "places": [named("yol", "Yol", "city")],
        "terms": [named("xur", "Xur")],
        "claims": [
            claim(f"c{n}", *(citation() for _ in range(draw(st.integers(0, 3)))), text=draw(TEXTS))
            | ({"measure": dict(MEASURE)} if draw(st.booleans()) else {})
            for n in range(draw(st.integers(0, 5)))
        ],
        "documents": [paper("paper"), paper("report")],
    }


def found_in(data: Data) -> Any:
    dossier = read_values(data)
    passage_of = passages_of(dossier)
    return coverage_of(dossier, passage_of, in_reading_order(dossier, passage_of))


def points(citation: Entry, of: str, at_passage: str) -> bool:
    return citation["source"] == of and at_passage in citation.get("locator", "").replace(",", "").replace(
        ";", ""
    ).split(" ")


@settings(max_examples=100, deadline=None)
@given(dossiers())
def test_every_passage_recounted(data: Data) -> None:
    """By going through the whole data for each passage."""
    for paper, found in zip(data["documents"], found_in(data), strict=True):
        assert found.source == paper["source"]
        of = paper["source"]
        for given_passage, covered in zip(paper["passages"], found.passages, strict=True):
            id_ = given_passage["id"]
            claims = [one for one in data["claims"] if any(points(cited, of, id_) for cited in one["citations"])]
            remarks = [one for one in paper["remarks"] if id_ in (one["passage"], *one["also"])]
            texts = [*(one["text"] for one in (*claims, *remarks)), given_passage["gist"]]
            quotes = {words.casefold() for words in given_passage["quotes"]}
            for one in data["claims"]:
                for cited in one["citations"]:
                    if points(cited, of, id_) and "quote" in cited:
                        quotes.add(" ".join(cited["quote"].casefold().split()))
            assert set(covered.claims) == {one["id"] for one in claims}
            assert len(covered.claims) == len(claims)
            assert set(covered.figures) == {one["id"] for one in claims if "measure" in one}
            assert sorted(covered.remarks) == sorted(one["id"] for one in remarks)
            assert covered.names == tuple(
                sorted({name.lower() for text in texts for name in text.split() if name in ("Zed", "Yol")})
            )
            assert covered.quotes == len(quotes)
            assert (covered.sentences, covered.words) == (given_passage["sentences"], given_passage["words"])
            editorial = given_passage["editorial"]
            assert (id_ in found.without_claim) == (editorial and not claims)
            assert (id_ in found.fewer_claims) == (editorial and 0 < len(claims) < given_passage["sentences"])


@settings(max_examples=30, deadline=None)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_entries_changes_no_count(data: Data, chance: random.Random) -> None:
    """Only the order of claims within a passage follows the file."""
    shuffled = {name: chance.sample(entries, len(entries)) for name, entries in data.items()}

    def counted(found: Any) -> Any:
        return [
            (
                one.source,
                one.without_claim,
                one.fewer_claims,
                [(p.id, set(p.claims), p.names, p.quotes) for p in one.passages],
            )
            for one in found
        ]

    assert counted(found_in(shuffled)) == counted(found_in(data))


def test_a_link_in_a_gist_names_an_entry() -> None:
    """Also where the words of the link are no name."""
    data = {
        "sources": [source("paper")],
        "actors": [named("zed", "Zed", "person")],
        "documents": [document("paper", [passage("p0", gist="He, [[zed|the man]], [[nobody]] [@paper]")])],
    }
    assert found_in(data)[0].passages[0].names == ("zed",)


def test_an_empty_dossier_and_the_section() -> None:
    """Useful words in both cases."""
    empty = read_values({"sources": []})
    assert coverage_of(empty, {}, ()) == ()
    section = coverage(SimpleNamespace(coverage=()), Voice("en"))  # type: ignore[arg-type]
    assert section.lead == (("No document is taken apart in this dossier.",),)
    data = {
        "sources": [source("paper")],
        "claims": [claim("c", at("p1"))],
        "documents": [document("paper", [passage("p0"), passage("p1", sentences=2)])],
    }
    said = coverage(SimpleNamespace(coverage=found_in(data)), Voice("en"))  # type: ignore[arg-type]
    assert ("Passages that no claim points at:", " p0.") in said.lead
    assert ("Passages with fewer claims than sentences:", " p1.") in said.lead
    assert said.table
    assert [len(row) for row in said.table.rows] == [len(said.table.columns)] * 2


# Sentences and numerals


@pytest.mark.parametrize(
    "parts",
    [
        ("A headline without a stop",),
        ("One.", "Two!", "Three?", "Four… ", "Five"),
        ("He met Col. John L. Doe in the U.S. Senate.", "It rained."),
        ("They live in the U.S.", "The rain fell."),
        ("No. 5 is out.", "No.", "Yes, 3.5 or 1,000.50 of them."),
        ("“Stop!” he said.", "“Go,” she said.", "“Yes.”", "(He went.)", "Then…he came."),
        ("He waited ... and left.", "This, e.g. Yol, is one."),
        ("ذهب إلى السوق.", "هل عاد؟", "نعم."),
        ("Πού πήγε;", "Στην αγορά· και μετά;", "Σπίτι."),
        ("他走了。", "她问：“谁？”", "没有人！"),
        ("वह गया।", "वह आई।"),
    ],
)
def test_a_text_is_cut_into_its_sentences(parts: tuple[str, ...]) -> None:
    """In several scripts; abbreviations, initials and decimals end nothing."""
    joined = "".join(parts) if parts[0][0] == "他" else " ".join(part.strip() for part in parts)
    assert [joined[start:end] for start, end in sentences(joined)] == [part.strip() for part in parts]


@given(st.text(st.sampled_from("aA .!?…。؟;»”\n1α"), max_size=40))
def test_sentences_hold_every_letter_once_and_in_order(text: str) -> None:
    """Whatever the text, nothing is lost and nothing is doubled."""
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert sum(sum(c.isalnum() for c in text[a:b]) for a, b in spans) == sum(c.isalnum() for c in text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("8,000", {"8000", "8"}),
        ("8.000", {"8000", "8"}),
        ("1,234,567.50", {"1234567.5"}),
        ("2.5 million", {"2500000"}),
        ("٨٠٠٠", {"8000"}),
        ("१२", {"12"}),
        ("two hundred and fifty thousand", {"250000"}),
        ("twenty-one", {"21"}),
        ("a five-year war", {"5"}),
        ("three dozen", {"36"}),
        ("Hundreds", {"hundreds"}),
        ("tens of thousands", {"tens-of-thousands"}),
        ("8 000", {"8", "0"}),
        ("2016-12-08", {"2016", "12", "8"}),
        ("F16, anyone, tension, MG-42", set()),
        ("1.2.3", {"1", "2", "3"}),
    ],
)
def test_numerals_in_digits_and_words(text: str, keys: set[str]) -> None:
    """Equal numbers share a key however they are written."""
    assert number_keys(text) == keys


@given(st.text(st.sampled_from("0123456789٣.,’ -aone hundred"), max_size=20))
def test_any_text_has_numerals_or_none(text: str) -> None:
    """Never an error, and every spot lies in the text."""
    assert all(0 <= found.start < found.end <= len(text) for found in numerals(text))


@given(st.integers(0, 10**9))
def test_a_number_is_read_with_thousands_signs_and_without(number: int) -> None:
    """The plain value is always among the keys."""
    assert str(number) in number_keys(f"{number}")
    assert str(number) in number_keys(f"{number:,}")


# With the text


STORY = """Trucks burn near Yol

Pilots hit 42 trucks near Yol. On Monday the Marble Watch counted eleven wrecks. Nobody was hurt.

“We were asleep,” said Ann Zed.
"""


def story(claims: list[Entry], text: str = STORY, language: str = "en", **more: Any) -> Data:
    """A dossier on a text: its lines are its passages, its sum and words are right."""
    lines = [line for line in text.splitlines() if line.strip()]
    passages = [passage(f"p{n}", words=len(line.split()), gist="-", **more) for n, line in enumerate(lines)]
    return {
        "sources": [source("paper", language=language)],
        "actors": [named("zed", "Ann Zed", "person")],
        "places": [named("yol", "Yol", "city")],
        "claims": claims,
        "documents": [document("paper", passages, sha256=sha256(text.encode()).hexdigest())],
    }


def read(data: Data, text: str = STORY) -> Reading:
    found = read_against(read_values(data), text.encode())
    assert isinstance(found, Reading)
    return found


def gaps(found: ReadPassage) -> tuple[list[str], list[str], list[str]]:
    """Return the openings, numerals and names that are not covered."""
    return (
        [sentence.opening for sentence in found.sentences if not sentence.claims],
        [gap.words for gap in found.open_numerals],
        [gap.words for gap in found.open_names],
    )


def test_a_text_that_nothing_covers() -> None:
    """Every sentence, numeral and name is listed; a day of the week is no name."""
    head, body, said = read(story([])).passages
    assert gaps(head) == (["Trucks"], [], ["Yol"])
    assert gaps(body) == (
        ["Pilots hit 42", "On Monday the Marble", "Nobody"],
        ["42", "eleven"],
        ["Yol", "Marble Watch"],
    )
    assert gaps(said) == (["“We were"], [], ["Ann Zed"])


def test_claims_cover_what_they_tell_of() -> None:
    """By words in common, by words quoted, by the figure field, by who is credited."""
    claims = [
        claim(
            "hit", at("p1"), text="The trucks that pilots struck stood in [x] Yol.", measure=MEASURE | {"value": "42"}
        ),
        claim("count", at("p1", quote="eleven wrecks"), text="A group found remains of 11."),
        claim("sleep", at("p2"), text="They slept.", asserted_by={"voice": "credited", "printed": "zed"}),
    ]
    head, body, said = read(story(claims)).passages
    assert [sentence.claims for sentence in body.sentences] == [("hit",), ("count",), ()]
    assert gaps(body) == (["Nobody"], [], ["Marble Watch"])
    assert gaps(said) == ([], [], [])
    assert len(head.open_names) == 1


def test_words_quoted_settle_which_sentence_is_meant() -> None:
    """Against all that the claim has in common with another one."""
    body = read(story([claim("c", at("p1", quote="nobody  was hurt"), text="Pilots hit trucks near Yol.")])).passages[1]
    assert [sentence.claims for sentence in body.sentences] == [(), (), ("c",)]


def test_a_claim_that_has_nothing_in_common_is_laid_nowhere() -> None:
    """It is named, so that an editor knows why a sentence seems bare."""
    body = read(story([claim("c", at("p1"), text="Ganz anders gesagt.")])).passages[1]
    assert body.unlaid == ("c",)
    assert all(not sentence.claims for sentence in body.sentences)


def test_a_gist_tells_of_a_sentence_but_is_no_claim() -> None:
    """Such a sentence is listed apart; what the gist names is covered."""
    data = story([])
    data["documents"][0]["passages"][1]["gist"] = "The Marble Watch counted 11 wrecks."
    body = read(data).passages[1]
    assert [sentence.told for sentence in body.sentences] == [False, True, False]
    assert gaps(body)[1:] == (["42"], ["Yol"])


@pytest.mark.parametrize(
    ("text", "language", "numerals_open", "names_open"),
    [
        ("قصف الطيارون ٤٢ شاحنة قرب يول. لم يصب أحد.", "ar", ["٤٢"], ["يول"]),
        ("Χτύπησαν 42 φορτηγά κοντά στη Γιολ. Ο Νίκος Ζεντ μίλησε την Δευτέρα.", "el", ["42"], ["Γιολ", "Νίκος Ζεντ"]),
        ("Am Abend trafen sie 42 Lastwagen bei Yol.", "de", ["42"], ["Yol"]),
    ],
)
def test_texts_in_other_languages(text: str, language: str, numerals_open: list[str], names_open: list[str]) -> None:
    """Digits of any script; capitals where the script has them and the language keeps them for names."""
    data = story([], text, language)
    data["places"][0]["names"] = [{"text": "يول", "language": "ar"}]
    found = read(data, text)
    assert gaps(found.passages[0])[1:] == (numerals_open, names_open)
    assert found.capitals == (language != "de")
    data["claims"] = [claim("c", at("p0"), text="42 near Yol.")]
    covered = gaps(read(data, text).passages[0])
    assert covered[1] == []
    assert "يول" not in covered[2]


def test_a_text_that_is_none_of_the_documents() -> None:
    """The sum that was found, and those that were expected."""
    data = story([])
    found = read_against(read_values(data), STORY + " ")
    assert isinstance(found, Unfit)
    assert (found.why, found.sha256) == (Why.UNKNOWN, sha256((STORY + " ").encode()).hexdigest())
    assert found.known == (("paper", sha256(STORY.encode()).hexdigest()),)
    lead = coverage_section(found, Voice("en")).lead
    assert found.sha256 in lead[0][1]  # type: ignore[operator]
    assert found.known[0][1] in str(lead[1])
    assert isinstance(read_against(read_values({"sources": []}), b""), Unfit)


def test_bytes_that_are_no_text() -> None:
    """The sum fits, and still nothing is guessed."""
    data = story([])
    data["documents"][0]["sha256"] = sha256(b"\xff\xfe\x00").hexdigest()
    found = read_against(read_values(data), b"\xff\xfe\x00")
    assert isinstance(found, Unfit)
    assert found.why is Why.NO_UTF8


@pytest.mark.parametrize(
    ("words", "misfit"),
    [((4, 16, 6), ("p1", 16, 17)), ((4, 17, 6, 3), ("p3", 3, 0)), ((4, 17), ("", 0, 6))],
)
def test_passages_that_do_not_fit_are_told_and_not_guessed(
    words: tuple[int, ...], misfit: tuple[str, int, int]
) -> None:
    """The first passage where text and dossier part, or what is left over."""
    data = story([])
    data["documents"][0]["passages"] = [passage(f"p{n}", words=count) for n, count in enumerate(words)]
    found = read_against(read_values(data), STORY)
    assert isinstance(found, Unfit)
    assert found.misfit
    assert (found.misfit.passage, found.misfit.recorded, found.misfit.found) == misfit
    assert len(coverage_section(found, Voice("en")).lead) >= 1


def test_a_passage_may_be_several_lines() -> None:
    """A text that is wrapped by hand has the same passages."""
    wrapped = STORY.replace(" On Monday", "\nOn Monday")
    data = story([])
    data["documents"][0]["sha256"] = sha256(wrapped.encode()).hexdigest()
    assert read(data, wrapped).passages == read(story([])).passages


def test_what_is_not_editorial_is_left_out() -> None:
    """Advertising needs no claims."""
    assert read(story([], editorial=False)).passages == ()


WORD = st.sampled_from(("Yol", "trucks", "pilots", "Marble", "42", "eleven", "near", "的", "struck", "in", "Ann Zed"))
LINES = st.lists(
    st.lists(
        st.lists(WORD, min_size=1, max_size=9).map(lambda said: " ".join(said).capitalize() + "."),
        min_size=1,
        max_size=3,
    ).map(" ".join),
    min_size=1,
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(LINES, st.lists(st.tuples(WORD, WORD, st.integers(0, 2)), max_size=4))
def test_no_run_of_the_text_comes_out_and_a_claim_never_uncovers(
    lines: list[str], told: list[tuple[str, str, int]]
) -> None:
    """At most four words of a sentence, never more than half; with each more claim, fewer gaps or as many."""
    text = "\n".join(lines)
    claims = [claim(f"c{n}", at(f"p{spot}"), text=f"{one} {other}") for n, (one, other, spot) in enumerate(told)]
    before = sum(len(part) for found in read(story([], text), text).passages for part in gaps(found))
    for number in range(len(claims) + 1):
        found = read(story(claims[:number], text), text)
        now = sum(len(part) for covered in found.passages for part in gaps(covered))
        assert now <= before
        before = now
        for line, covered in zip(lines, found.passages, strict=True):
            for (start, end), sentence in zip(sentences(line), covered.sentences, strict=True):
                assert len(sentence.opening.split()) <= max(1, min(4, len(line[start:end].split()) // 2))
            assert all(len(gap.words.split()) <= 4 for gap in (*covered.open_names, *covered.open_numerals))
        section = coverage_section(found, Voice("en"))
        assert len(section.table.rows if section.table else ()) == now
