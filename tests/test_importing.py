"""Each format from end to end: what is written, what is said, and that doing it twice adds nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.importing import ADDED, CHANGED, REFUSED, THERE, Proposal, Unusable
from dossier.reading import read_files
from imports import EXPECTED, FORMS, SAMPLES, SETTINGS, added, as_text, bring, dossier_of, empty, sample

CLOSED = '{"events": [{"start_date": {"year": 2026, "month": 5, "day": 3}, "text": {"headline": "%s", "text": "%s"}}]}'
LIBRARY = '[{"id": "a", "type": "webpage", "title": "%s", "URL": "https://example.org/%s"}]'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty dossier in a folder; its path."""
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "data" / "dossier.yml").write_bytes(SETTINGS)
    return tmp_path


def run(folder: Path, *arguments: str) -> int:
    return main(["import", *arguments, "--data", str(folder / "data"), "--docs", str(folder / "docs")])


# Every format


@pytest.mark.parametrize("name", FORMS)
def test_a_sample_gives_what_is_expected(name: str, request: pytest.FixtureRequest) -> None:
    """The whole of it: every line that is said, every entry that is written."""
    found, path = as_text(sample(name), name), EXPECTED / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


@pytest.mark.parametrize("name", FORMS)
def test_a_sample_is_recognised_and_gives_a_dossier_without_errors(name: str) -> None:
    """By its content; warnings are allowed only for sources nothing cites yet."""
    found = sample(name)
    assert found.form == FORMS[name]
    problems = read_files("data", added(found)).problems
    assert [str(problem) for problem in problems if problem.rule != "source-unused"] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_second_time_adds_nothing(name: str) -> None:
    """Already imported records are recognised, and say nothing new."""
    files = added(sample(name))
    again = sample(name, files)
    assert again.drafts == ()
    assert ADDED not in {outcome.what for outcome in again.outcomes}


@pytest.mark.parametrize("name", FORMS)
def test_every_leaf_is_carried_or_lost(name: str) -> None:
    """Nothing of a record is in neither list, and nothing in both."""
    for outcome in sample(name).outcomes:
        carried = {one.field for one in outcome.carried}
        lost = {one.field for one in outcome.lost if one.whole}
        assert not carried & lost


def test_every_new_entry_is_a_draft() -> None:
    """Nobody has read it yet."""
    for name in FORMS:
        assert {draft.fields["review"] for draft in sample(name).drafts} == {"draft"}


# The same record again


def test_a_changed_record_is_reported_and_not_overwritten() -> None:
    files = added(bring(CLOSED % ("The bridge is closed", "Until further notice.")))
    again = bring(CLOSED % ("The bridge is closed", "For good."), files)
    assert again.drafts == ()
    (outcome,) = again.outcomes
    assert outcome.what == CHANGED
    assert "`text`: Until further notice. there, For good. in the input" in outcome.why
    assert ("text.text", "For good.") in {(one.field, one.value) for one in outcome.lost}


def test_a_source_is_recognised_by_its_address_whatever_its_id() -> None:
    files = {**empty(), "sources.yml": added(bring(LIBRARY % ("Bolts", "bolts")))["sources.yml"]}
    files["sources.yml"] = files["sources.yml"].replace(b"id: a\n", b"id: courier-2026\n")
    again = bring(LIBRARY % ("Bolts", "bolts/"), files)
    assert again.drafts == ()
    assert "courier-2026" in again.outcomes[0].why


def test_a_source_is_recognised_by_its_doi() -> None:
    files = added(bring('[{"id": "a", "type": "book", "title": "Bolts", "DOI": "10.5555/BOLTS.7"}]'))
    again = bring("@book{other, title = {Bolts}, url = {https://dx.doi.org/10.5555/bolts.7}}", files)
    assert again.drafts == ()


def test_two_records_of_one_name_keep_their_ids_in_any_order() -> None:
    one, other = ({"text": {"headline": "A visit", "text": text}} for text in ("By boat.", "On foot."))
    files = added(bring(json.dumps({"events": [one, other]})))
    again = bring(json.dumps({"events": [other, one]}), files)
    assert again.drafts == ()
    assert {outcome.what for outcome in again.outcomes} <= {THERE}


def test_an_id_of_another_kind_is_not_taken() -> None:
    files = {**empty(), "actors.yml": b"- id: bolts\n  label: B\n  type: person\n  role: r\n  description: d\n"}
    (draft,) = bring('[{"id": "bolts", "type": "book", "title": "Bolts"}]', files).drafts
    assert draft.id.startswith("bolts-")


def test_an_id_is_made_of_any_script() -> None:
    found = bring(json.dumps({"events": [{"text": {"headline": "إغلاق الجسر"}}, {"text": {"headline": "Ёлки моста"}}]}))
    ids = [draft.id for draft in found.drafts if draft.kind == "events"]
    assert len(set(ids)) == 2
    dossier_of(added(found))


# The command


def test_the_command_writes_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, str(SAMPLES / "timeline.csv")) == 0
    out = capsys.readouterr().out
    assert "4 records: 3 added, 1 not carried over; new entries: 2 sources, 3 events" in out
    assert f"written: {folder / 'data' / 'events.yml'}" in out
    assert "the-wooden-bridge" in (folder / "data" / "events.yml").read_text("utf-8")


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, str(SAMPLES / "timeline.csv"), "--dry-run") == 0
    assert "- id: the-wooden-bridge" in capsys.readouterr().out
    assert [path.name for path in (folder / "data").iterdir()] == ["dossier.yml"]


def test_a_folder_gets_a_file_of_its_own_and_to_names_another(folder: Path) -> None:
    (folder / "data" / "events").mkdir()
    (folder / "data" / "events" / "first.yml").write_text("[]\n")
    assert run(folder, str(SAMPLES / "timeline.csv")) == 0
    assert (folder / "data" / "events" / "imported-timeline.yml").is_file()
    target = folder / "data" / "events" / "first.yml"
    assert run(folder, str(SAMPLES / "entities.json"), "--to", str(target)) == 0
    assert "the-bridge-is-inspected" in target.read_text("utf-8")


def test_what_stood_in_a_file_stays(folder: Path) -> None:
    before = "# Ours.\n- id: old\n  type: book  # a comment\n  short: Old\n  language: en\n  extent: whole\n"
    before += "  checked: read\n  verdict: Good.\n"
    (folder / "data" / "sources.yml").write_text(before)
    run(folder, str(SAMPLES / "library.bib"))
    assert (folder / "data" / "sources.yml").read_text("utf-8").startswith(before)


def test_the_report_has_every_value(folder: Path) -> None:
    report = folder / "lost.json"
    run(folder, str(SAMPLES / "library.json"), "--report", str(report))
    found = json.loads(report.read_text("utf-8"))
    assert found["format"] == "csl"
    assert found["counts"] == {ADDED: 3, REFUSED: 1}
    lost = [one for one in found["records"][1]["lost"] if one["whole"]]
    assert lost == [
        {"field": "custom.colour", "value": "blue", "why": "the dossier has no field for this", "whole": True}
    ]
    assert {"field": "volume", "value": "3", "to": "sources.note"} in found["records"][1]["carried"]


def test_the_problems_of_the_new_entries_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "dossier.yml").write_bytes(SETTINGS + b"themes:\n  - Bridge\n")
    assert run(folder, str(SAMPLES / "timeline.csv")) == 1
    err = capsys.readouterr().err
    assert "the new entries have 1 error" in err
    assert "no theme “Eras”" in err
    assert "`dossier check --data" in err


def test_standard_input_is_read() -> None:
    """As a pipe does it, in a process of its own; the name says where it came from."""
    command = [sys.executable, "-m", "dossier", "import", "-", "--dry-run", "--data", "data"]
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [*command, "--cite", "nobody"],
        input=(SAMPLES / "entities.json").read_bytes(),
        cwd=root,
        env={"PYTHONPATH": str(root / "hooks"), "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"-: there is no source `nobody` to cite" in done.stderr


def test_a_table_without_a_mapping_gets_a_proposal_that_works(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command that is printed does what it says."""
    path = str(SAMPLES / "table.csv")
    assert run(folder, path, "--language", "de") == 2
    out = capsys.readouterr().out
    assert "4 rows. They look like events" in out
    options = out.splitlines()[-1].split()
    assert options == ["--kind", "event", "--map", "when=Wann", "--map", "source=Quelle", "--map", "title=Was"]
    assert run(folder, path, "--language", "de", *options) == 0


def test_a_mapping_can_stand_in_a_file(folder: Path) -> None:
    (folder / "map.yml").write_text("title: Was\nwhen: Wann\n", "utf-8")
    assert run(folder, str(SAMPLES / "table.csv"), "--kind", "event", "--map-file", str(folder / "map.yml")) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "evnt", "--map", "title=Was"], "no kind of entry is called `evnt`; did you mean `events`?"),
        (["--kind", "event", "--map", "titel=Was"], "no column can go to `titel` of events; did you mean `title`?"),
        (["--kind", "event", "--map", "title=Wos"], "the table has no column “Wos”; did you mean `Was`?"),
        (["--kind", "event", "--map", "title"], "`--map title` cannot be read"),
        (["--kind", "event", "--map", "when=Wann"], "every one of the events needs a `title`"),
        (["--kind", "actor", "--map", "label=Was"], "every one of the actors needs a `type`"),
        (["--map", "title=Was"], "it is not said what the rows are"),
        (["--from", "bibtx"], "no format is called `bibtx`; did you mean `bibtex`?"),
        (["--from", "geojson"], "this is not well-formed JSON"),
        (["--encoding", "latin-77"], "there is no encoding"),
        (["--kind", "event", "--map", "title=Was", "--to", "elsewhere.yml"], "is no file of"),
        (["--radius", "-3"], "is no length"),
    ],
)
def test_a_mistake_is_answered(
    folder: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what is wrong and what to do, on the other channel, and nothing is written."""
    path = SAMPLES / "table.csv"
    if "--encoding" in arguments:
        path = folder / "plain.csv"
        path.write_text("a;b\n1;2\n")
    assert run(folder, str(path), *arguments) == 2
    assert said in capsys.readouterr().err
    assert [one.name for one in (folder / "data").iterdir()] == ["dossier.yml"]


def test_a_missing_file_is_answered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, str(folder / "none.json")) == 2
    assert "none.json cannot be read or written: there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--encoding", "undefined"), "there is no encoding `undefined`; expected a name such as utf-8"),
        (("--encoding", "klingon"), "there is no encoding `klingon`"),
        (("--language", "zz-zz-zz"), "`zz-zz-zz` is no language; expected a tag such as en, de or ar"),
    ],
)
def test_an_option_that_means_nothing_is_answered(
    folder: Path, option: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, str(SAMPLES / "timeline.csv"), *option) == 2
    assert said in capsys.readouterr().err


def test_data_that_cannot_be_read_is_not_added_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may hold the very entries that are to be imported."""
    (folder / "data" / "events.yml").write_text("- id: [\n")
    assert run(folder, str(SAMPLES / "timeline.csv")) == 2
    assert "the data cannot be read whole (data/events.yml:" in capsys.readouterr().err


# What a record means


def test_a_rating_at_an_end_of_its_scale_is_the_stance_of_its_source() -> None:
    def stance(**rating: object) -> tuple[str, str]:
        review = {"@type": "ClaimReview", "url": "https://example.org/c", "claimReviewed": "X", "reviewRating": rating}
        claim = next(draft for draft in bring(json.dumps(review)).drafts if draft.kind == "claims")
        return claim.fields["citations"][0]["stance"], claim.fields["citations"][0]["bears_on"]

    assert stance(ratingValue=1, worstRating=1, bestRating=5) == ("disputes", "so")
    assert stance(ratingValue="5", worstRating="1", bestRating="5") == ("supports", "so")
    assert stance(ratingValue=3, worstRating=1, bestRating=5) == ("qualifies", "so")
    assert stance(ratingValue=3) == ("repeats", "said")
    assert stance(ratingValue=9, worstRating=1, bestRating=5) == ("repeats", "said")
    assert stance(alternateName="True") == ("repeats", "said")


def test_an_outline_over_the_date_line_has_its_middle_there() -> None:
    ring = [[179.5, -17], [-179.5, -17], [-179.5, -16], [179.5, -16], [179.5, -17]]
    feature = {"properties": {"name": "Reef"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    position = bring(json.dumps({"type": "Feature", **feature})).drafts[-1].fields["position"]
    assert abs(position["lon"]) > 179.9
    assert 70_000 < position["radius"] < 80_000


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"year": 2026}, "2026"),
        ({"year": "2026", "month": "05"}, "2026-05"),
        ({"year": 2026, "month": 5, "day": 3, "hour": 9}, "2026-05-03"),
        ({"year": 2026, "month": 5, "day": 3, "hour": 9, "minute": 5}, "2026-05-03T09:05:00"),
        ({"year": -1}, "0000"),
        ({"year": -13_800_000_000}, "Y-13799999999"),
        ({"year": 2026, "day": 3}, "XXXX"),
        ({"year": 2026, "month": 2, "day": 30}, "XXXX"),
        ({"month": 2}, "XXXX"),
    ],
)
def test_a_date_keeps_its_precision(date: dict[str, object], expected: str) -> None:
    found = bring(json.dumps({"events": [{"start_date": date, "text": {"headline": "X"}}]}))
    assert found.drafts[-1].fields["when"] == expected


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("3 May 2026", {}, "2026-05-03"),
        ("May 3rd, 2026", {}, "2026-05-03"),
        ("May 2026", {}, "2026-05"),
        ("13/5/2026", {}, "2026-05-13"),
        ("3/5/2026", {"dates": "dmy"}, "2026-05-03"),
        ("3/5/2026", {"dates": "mdy"}, "2026-03-05"),
        ("3/5/2026", {}, ""),
        ("3.5.2026", {}, "2026-05-03"),
        ("2026/5/3", {}, "2026-05-03"),
        ("20260503", {}, "2026-05-03"),
        ("c. 1898", {}, "1898~"),
        ("1890s", {}, "189X"),
        ("3 mai 2026", {"language": "fr"}, "2026-05-03"),
        ("2026-05-03T10:00:00.000Z", {}, "2026-05-03T10:00:00Z"),
        ("5/26", {}, ""),
        ("soon", {}, ""),
    ],
)
def test_a_date_in_words_or_numbers(text: str, options: dict[str, str], expected: str) -> None:
    """A text that may mean two days is asked for, never guessed."""
    table = f'title,date\nX,"{text}"\n'
    (draft,) = bring(table, kind="source", columns={"title": "title", "issued": "date"}, **options).drafts
    assert draft.fields.get("issued", "") == expected


def test_a_relation_needs_two_actors_and_a_fitting_word() -> None:
    actors = [draft.fields for draft in sample("entities.json").drafts if draft.kind == "actors"]
    relations = {(one["id"], tie["type"], tie["actor"]) for one in actors for tie in one.get("relations", ())}
    assert relations == {
        ("una-weir", "other", "weir-bolts-ltd"),
        ("lower-weir-town-council", "owns", "weir-bolts-ltd"),
    }


def test_a_proposal_says_what_columns_look_like() -> None:
    with pytest.raises(Proposal) as raised:
        bring("Place name,Latitude,Longitude,Accuracy\nWeir,51.5,-1.2,20\n")
    assert raised.value.expected.splitlines()[-1].split() == [
        "--kind", "place", "--map", "lat=Latitude", "--map", "lon=Longitude", "--map", "radius=Accuracy", "--map",
        "'label=Place", "name'",
    ]  # fmt: skip


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(Unusable, match="these are read: TimelineJS"):
        bring('{"a": 1}')
