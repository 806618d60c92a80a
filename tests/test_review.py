"""Drafts, reviews and objections: how they are marked, and a build that leaves the drafts out."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.changes.history import Gap, History, Moment, Revision, history_of, past_of
from dossier.pipeline import Build, Site, build
from golden_case import GOLDEN

REVIEWED = "  review: {state: reviewed, by: [Ann Example, Bo Test], date: 2026-05-04, note: 'Against [@paper].'}\n"
DISPUTED = "  review: {state: disputed, by: [Cy Doubt], note: 'See [[mayor]].'}\n"
DRAFT = "  review: draft\n"
TERM = "- id: weir\n  label: Weir\n  description: It holds the river [@paper].\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small dossier of the golden cases, with a term nobody names."""
    folder = tmp_path / "data"
    shutil.copytree(GOLDEN / "base" / "data", folder)
    (folder / "terms.yml").write_text(TERM)
    return folder


def add(data: Path, file: str, id_: str, lines: str) -> None:
    """Put lines at the beginning of an entry."""
    path = data / file
    text = path.read_text("utf-8")
    assert f"- id: {id_}\n" in text
    path.write_text(text.replace(f"- id: {id_}\n", f"- id: {id_}\n{lines}"), "utf-8")


def page(built: Build, path: str) -> str:
    assert not built.problems, built.problems
    return next(page.markdown for page in built.pages if page.path == path)


def recorded(*versions: Mapping[str, Path | str], whole: bool = True) -> History:
    """Return the history of versions given as data folders, or as texts by path."""
    revisions = []
    for number, files in enumerate(versions, start=1):
        texts = {path: text.encode() if isinstance(text, str) else text.read_bytes() for path, text in files.items()}
        revisions.append(Revision(Moment(f"{number:040x}", f"2026-05-{number:02}T09:00:00Z", f"V{number}"), texts))
    return history_of(past_of(revisions, whole=whole))


# ── on the site ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_is_marked_wherever_it_is_named(data: Path) -> None:
    """At its title in words, beside its name in lists, on cards and in the search: a word, never a colour alone."""
    add(data, "events.yml", "fall-of-the-bridge", DRAFT)
    add(data, "terms.yml", "weir", DRAFT)
    built = build(data)

    assert '<p class="review is-draft" markdown="span">**Draft: not reviewed yet**</p>' in page(
        built, "events/fall-of-the-bridge.md"
    )
    mark = '<span class="review-mark">draft</span>'
    assert f"[Weir](terms/weir.md) {mark}" in page(built, "terms.md")
    for path in ("timeline.md", "places/old-bridge.md"):
        assert mark in page(built, path), path
    assets = {asset.path: asset.content for asset in built.assets}
    assert assets["assets/data/search.js"].count('"draft') == 2
    assert assets["assets/data/cards.js"].count('"marks":["draft"') == 2


def test_every_kind_of_entry_can_be_a_draft(data: Path) -> None:
    """Each page says so; a remark in its place on the page of its document."""
    for file, id_ in (("claims.yml", "bridge-fell"), ("actors.yml", "mayor"), ("places.yml", "old-bridge")):
        add(data, file, id_, DRAFT)
    add(data, "sources.yml", "paper", DRAFT)
    (data / "questions.yml").write_text(
        f"- id: why\n{DRAFT}  question: Why?\n  text: Nobody knows [@paper].\n  would_settle: A report.\n"
    )
    document = data / "documents" / "report.yml"
    remark = f"remarks:\n- id: odd\n{DRAFT}  passage: p0\n  type: caution\n  title: Odd\n  text: It is odd.\n"
    document.write_text(document.read_text() + remark)
    built = build(data)

    for path in ("claims/bridge-fell", "actors/mayor", "places/old-bridge", "sources/paper", "questions/why"):
        assert "**Draft: not reviewed yet**" in page(built, f"{path}.md"), path
    shown = page(built, "documents/report.md")
    assert '<strong>Odd</strong> <span class="review-mark">draft</span></summary>' in shown
    assert "**Draft: not reviewed yet**" in shown


def test_a_review_says_by_whom_and_when_and_an_objection_why(data: Path) -> None:
    add(data, "claims.yml", "bridge-fell", REVIEWED)
    add(data, "terms.yml", "weir", DISPUTED)
    built = build(data)

    assert "**Reviewed by Ann Example, Bo Test (4 May 2026)**<br>Against." in page(built, "claims/bridge-fell.md")
    assert "review-mark" not in page(built, "claims.md")
    assert "**Disputed by Cy Doubt**<br>See [The Mayor](../actors/mayor.md)." in page(built, "terms/weir.md")
    assert '<span class="review-mark">disputed</span>' in page(built, "terms.md")


def test_without_a_history_nothing_is_said_of_it(data: Path) -> None:
    """`build` without one is how the core is used by itself."""
    add(data, "terms.yml", "weir", REVIEWED)
    shown = page(build(data), "terms/weir.md")

    assert ("History" in shown, "since" in shown) == (False, False)


def test_what_changed_since_the_review_is_said_with_its_words(data: Path) -> None:
    add(data, "terms.yml", "weir", REVIEWED)
    now = (data / "terms.yml").read_text()
    history = recorded({"terms.yml": now.replace("It holds", "It stops")}, {"terms.yml": now})
    shown = page(build(data, history=history), "terms/weir.md")

    assert 'class="review is-reviewed is-changed"' in shown
    assert "Changed since the review: " in shown
    assert "It stops" in shown.partition("Changed since the review: ")[2].partition("</p>")[0]
    assert "[History](#history)" in shown


@pytest.mark.parametrize("gap", list(Gap))
def test_without_git_it_is_said_that_changes_are_not_known(data: Path, gap: Gap) -> None:
    """And why; on the page of the entry and on that of the corrections."""
    add(data, "terms.yml", "weir", REVIEWED)
    built = build(data, history=History(gap=gap))

    assert f"Whether it was changed since is not known: {gap.label}." in page(built, "terms/weir.md")
    assert f"When this entry was added, and what changed since, is not known: {gap.label}." in page(
        built, "terms/weir.md"
    )
    assert f"What changed in the entries, and when, is not known: {gap.label}." in page(built, "corrections.md")
    assert f"the history of the entries is not known: {gap.label}" in built.notes


def test_a_part_of_the_history_says_where_it_begins(data: Path) -> None:
    """No change is known, and none is denied."""
    add(data, "terms.yml", "weir", REVIEWED)
    built = build(data, history=recorded({"terms.yml": data / "terms.yml"}, whole=False))
    shown = page(built, "terms/weir.md")

    assert "Whether it was changed before " in shown
    assert "What happened before 1 May 2026 is not known: this copy of the history begins there." in shown
    assert "Added" not in shown
    assert "the history of the entries is known from 2026-05-01 on: the clone is shallow" in built.notes


def test_the_method_says_what_the_states_mean(data: Path) -> None:
    assert "| Draft: not reviewed yet | Written, and not yet read" in page(build(data), "method.md")


# ── without drafts ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_build_without_drafts_knows_nothing_of_them(data: Path) -> None:
    """No page, no row, no count, no search result; how many there are is said."""
    add(data, "terms.yml", "weir", DRAFT)
    built = build(data, Site(drafts=False), recorded({"terms.yml": data / "terms.yml"}))
    texts = {page.path: page.source for page in built.pages} | {asset.path: asset.content for asset in built.assets}

    assert not built.problems
    assert [path for path, text in texts.items() if "weir" in path or "weir" in text.casefold()] == []
    for path in ("corrections.md", "method.md"):
        assert "1 draft is left out of this site." in texts[path]
    assert "drafts left out of this build: 1" in built.notes
    assert len(build(data).pages) == len(built.pages) + 1


def test_a_history_does_not_name_a_draft_that_is_left_out(data: Path) -> None:
    """An entry that named it before, or names it no longer, keeps quiet about it; the rest is told."""
    add(data, "terms.yml", "weir", DRAFT)
    now = (data / "claims.yml").read_text()
    before = now.replace("  - old-bridge\n", "  - old-bridge\n    - weir\n").replace("fell.", "broke.")
    built = build(data, Site(drafts=False), recorded({"claims.yml": before}, {"claims.yml": now}))
    shown = page(built, "claims/bridge-fell.md")

    assert "weir" not in shown.casefold()
    assert "The bridge broke." in shown


def test_a_change_that_cannot_be_told_is_said_to_be_one(data: Path) -> None:
    """All of it names a draft that is left out; that the reviewed entry is not what was reviewed stays true."""
    add(data, "terms.yml", "weir", DRAFT)
    add(data, "claims.yml", "bridge-fell", REVIEWED)
    now = (data / "claims.yml").read_text()
    before = now.replace("  - old-bridge\n", "  - old-bridge\n    - weir\n")
    built = build(data, Site(drafts=False), recorded({"claims.yml": before}, {"claims.yml": now}))

    assert "<br>Changed since the review. [History](#history)" in page(built, "claims/bridge-fell.md")


def test_more_changes_since_a_review_than_are_shown_leave_a_sign(data: Path) -> None:
    """Three sentences, then an ellipsis and the way to all of them."""
    add(data, "terms.yml", "weir", REVIEWED)
    now = (data / "terms.yml").read_text()
    versions = [{"terms.yml": now.replace("It holds", f"It {verb}")} for verb in ("a", "b", "c", "d")]
    built = build(data, history=recorded(*versions, {"terms.yml": now}))

    assert "; …. [History](#history)" in page(built, "terms/weir.md")


def test_what_names_a_draft_is_an_error_and_no_hole(data: Path) -> None:
    """In a field, in prose, in the settings, on a hand-written page: each at its place, with what to do."""
    add(data, "claims.yml", "bridge-fell", DRAFT)
    add(data, "sources.yml", "paper", DRAFT)
    built = build(data, Site({"index-of.md": "See [[bridge-fell]]."}, drafts=False))
    found = {(problem.mark.path, problem.rule) for problem in built.problems}

    assert found == {
        ("data/events.yml", "draft-used"),
        ("data/actors.yml", "draft-used"),
        ("data/places.yml", "draft-used"),
        ("data/terms.yml", "draft-used"),
        ("data/dossier.yml", "draft-used"),
        ("docs/index-of.md", "draft-used"),
    }
    settings = next(problem for problem in built.problems if problem.mark.path == "data/dossier.yml")
    assert str(settings) == (
        "data/dossier.yml:11:11: error: `[@paper]` is a draft, and drafts are left out of this build; "
        "review the source and say so in its `review`, or take the mention out"
    )


def test_a_draft_may_name_a_draft_and_what_only_drafts_cite_is_no_slip(data: Path) -> None:
    (data / "terms.yml").write_text(
        f"{TERM}{DRAFT}- id: lock\n  label: Lock\n{DRAFT}  description: Beside the [[weir]] [@notes].\n"
    )
    sources = data / "sources.yml"
    first = sources.read_text().partition("- id: report")[0]
    sources.write_text(sources.read_text() + first.replace("- id: paper", "- id: notes").replace("The Paper", "Notes"))

    assert build(data, Site(drafts=False)).problems == ()


def test_a_document_of_a_draft_source_is_left_out_with_its_remarks(data: Path) -> None:
    document = data / "documents" / "report.yml"
    remark = "remarks:\n- {id: odd, passage: p0, type: caution, title: Odd, text: 'See [[bridge-fell]].'}\n"
    document.write_text(document.read_text() + remark)
    add(data, "sources.yml", "report", DRAFT)
    add(data, "claims.yml", "bridge-fell", DRAFT)
    events = data / "events.yml"
    events.write_text(
        events.read_text().replace("  claims:\n    - bridge-fell\n", "").replace("morning.", "morning [@paper].")
    )
    built = build(data, Site(drafts=False))

    assert not built.problems
    assert [page.path for page in built.pages if page.path.startswith("documents/")] == []
    assert not any('"Odd"' in asset.content for asset in built.assets)


def test_what_is_missing_without_the_drafts_is_an_error_as_ever(data: Path) -> None:
    """A key figure whose only claim is a draft would stand there empty."""
    add(
        data, "claims.yml", "bridge-fell", f"{DRAFT}  measure: {{of: carts, value: 12, unit: carts, scope: the fall}}\n"
    )
    events, settings = data / "events.yml", data / "dossier.yml"
    events.write_text(
        events.read_text().replace("  claims:\n    - bridge-fell\n", "").replace("morning.", "morning [@paper].")
    )
    settings.write_text(settings.read_text() + "figures:\n- {measure: carts, title: Carts}\n")

    assert build(data).problems == ()
    assert [problem.rule for problem in build(data, Site(drafts=False)).problems] == ["measure"]


def test_render_leaves_drafts_out_when_asked(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(data, "terms.yml", "weir", DRAFT)
    given = ["render", "--data", str(data), "--docs", str(tmp_path / "none")]

    assert main([*given, "--to", str(tmp_path / "all")]) == 0
    assert "left out" not in capsys.readouterr().out
    assert main([*given, "--to", str(tmp_path / "some"), "--no-drafts"]) == 0
    assert "drafts left out of this build: 1" in capsys.readouterr().out.splitlines()
    assert (tmp_path / "all" / "terms" / "weir.md").exists()
    assert not (tmp_path / "some" / "terms" / "weir.md").exists()
