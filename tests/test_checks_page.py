"""The Checks page and the panels of figures: every finding is there, by words and letters, not by colour alone."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import dossier.render.pages.checks
import dossier.render.panels
from dossier.index import index
from dossier.links import CHECKS as PATH
from dossier.links import Links, Repository
from dossier.load import SETTINGS
from dossier.model import SETTINGS_OWNER, Dossier
from dossier.pipeline import read
from dossier.render.desk import Desk
from dossier.render.page import Page
from dossier.render.pages.checks import checks_page
from dossier.render.panels import Panel, compared, figure_drawing, panel_of
from dossier.render.pen import Pen
from dossier.report import ANALYSES, report
from dossier.voice import voice_of
from small import PLAIN_SETTINGS, Entry, claim, read_values, source

DATA = Path(__file__).parent.parent / "data"
SETTINGS_DATA = PLAIN_SETTINGS | {"units": [{"unit": "pairs", "factor": 2, "of": "trucks"}]}
SECTION = re.compile(r'<section class="check".*?</section>\n(?=\n<section class="check"|\Z)', re.DOTALL)


def desk_of(found: Dossier) -> Desk:
    facts = index(found)
    return Desk(facts, Links(found, Repository(), False, facts.document_of, facts.rank), voice_of("en"))


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Return a desk with the dossier of this repository."""
    found, _ = read(DATA)
    return desk_of(found)


def page_of(desk: Desk) -> Page:
    (page,) = checks_page(desk)
    return page


def figure(id_: str, value: str, sources: Sequence[str], **more: Any) -> Entry:
    """Return a claim of a number of trucks; `unit`, `qualifier` and `standing` may be given."""
    measure = {"of": "trucks [lost]", "value": value, "unit": "trucks", "scope": "a day & a *night*"}
    measure |= {key: more.pop(key) for key in ("unit", "qualifier") if key in more}
    citations = [{"source": cited, "stance": "supports"} for cited in sources]
    return claim(id_, *citations, text=f"Claim {id_}", measure=measure, **more)


def made(*claims: Mapping[str, Any], sources: Sequence[str] = ("ann", "ben", "cat", "dan", "eve")) -> Desk:
    """Return a desk with a dossier of these claims, in which every source is an origin of its own."""
    papers = [source(id_, short=f"Paper {id_}", title="x", first_hand="x") for id_ in sources]
    return desk_of(read_values({"sources": papers, "claims": list(claims), SETTINGS: SETTINGS_DATA}))


def panel(desk: Desk, this: str = "") -> Panel:
    return panel_of(Pen(desk, PATH, SETTINGS_OWNER), desk.facts.figures[0], "key", this)


# ── the page ────────────────────────────────────────────────────────────────


def test_every_analysis_is_in_the_index_and_has_a_section_with_its_rule(desk: Desk) -> None:
    """The index is a list of plain links, in the order of the sections."""
    markdown = page_of(desk).markdown
    names = [analysis.name for analysis in ANALYSES]
    start, _, _ = markdown.partition("</ol>")
    assert re.findall(r"\]\(#([a-z]+)\)", start) == names
    assert re.findall(r"^## .* \{ #([a-z]+) \}$", markdown, re.MULTILINE) == names
    assert [name for name in names if f"(method.md#check-{name})" not in markdown] == []


def test_headings_go_down_one_step_at_a_time(desk: Desk) -> None:
    """One title, a heading for each analysis, below it one for each group of figures."""
    levels = [len(found) for found in re.findall(r"^(#+) ", page_of(desk).markdown, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_everything_found_is_said(desk: Desk) -> None:
    """Each lead and each limit of each analysis, wherever the page puts it."""
    markdown = " ".join(page_of(desk).markdown.split())
    for section in report(desk.facts.evidence, desk.voice):
        for line in (*section.lead[:1], *section.limits):
            for part in line:
                if isinstance(part, str) and part.isalpha():
                    assert part in markdown, part
        for line in section.lead[1:]:
            ids = [part.id for part in line if hasattr(part, "id")]
            assert all(f"/{id_}.md" in markdown for id_ in ids)
    assert markdown.count("<li markdown") > 11


def test_long_workings_are_folded_and_short_ones_are_not(desk: Desk) -> None:
    """Each folded one tells how many rows it has."""
    for section in SECTION.findall(page_of(desk).markdown):
        found = re.search(r"<details( open)?.*?\((\d+) rows?\)", section, re.DOTALL)
        if found:
            assert bool(found[1]) == (int(found[2]) <= dossier.render.pages.checks.FEW)


def test_each_panel_stands_with_the_sentence_about_it(desk: Desk) -> None:
    """The order of the drawings is that of the report, and the name is not said twice."""
    section = next(one for one in report(desk.facts.evidence, desk.voice) if one.name == "conflicts")
    groups = compared(desk.facts.evidence)
    assert len(section.lead) == 1 + len(groups)
    for group, line in zip(groups, section.lead[1:], strict=True):
        assert line[0] == f"“{group.of}” ({group.scope}):"
    markdown = page_of(desk).markdown
    assert markdown.count('<section class="panel-of"') == len(groups)
    assert "One number of each of these would do: exactly 168 trucks; more than 168 trucks." in markdown
    assert "“tanker trucks destroyed”" not in markdown


def test_figures_without_a_panel_have_their_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many groups there are, none is left out."""
    monkeypatch.setattr(dossier.render.pages.checks, "MOST_PANELS", 1)
    markdown = page_of(desk).markdown
    assert markdown.count('<section class="panel-of"') == 1
    for group in compared(desk.facts.evidence)[1:]:
        assert f"“{group.of}” ({group.scope}):" in markdown


def test_an_empty_dossier_has_a_page_that_says_so() -> None:
    """Nothing to draw, and still a sentence for each analysis."""
    markdown = page_of(made(sources=())).markdown
    assert "No two figures were found" in markdown
    assert "<svg" not in markdown


# ── the panels ──────────────────────────────────────────────────────────────


def test_every_claim_has_a_row_also_where_two_give_the_same_figure() -> None:
    """Drawn and in words, each with the letter of its origin and the way to the claim."""
    found = panel(made(figure("one", "168", ["ann"]), figure("two", "168", ["ben"])))
    assert [(line.letter, line.tone, line.figure) for line in found.lines] == [
        ("A", 1, "168 trucks"),
        ("B", 2, "168 trucks"),
    ]
    assert found.drawing.count(">168<") == 2
    assert "(claims/one.md)" in found.lines[0].claim
    assert [(origin.letter, "Paper" in origin.name) for origin in found.origins] == [("A", True), ("B", True)]


def test_several_possible_origins_are_told_by_their_letters_in_no_colour() -> None:
    """More than three by their number, with their names."""
    found = panel(
        made(figure("a1", "1", ["ann"]), figure("a2", "2", ["ann", "ben"]), figure("a3", "3", ["ben", "cat", "ann"]),
             figure("a4", "4", ["ann", "ben", "cat", "dan"]), figure("a5", "5", []))
    )  # fmt: skip
    assert [(line.letter, line.tone) for line in found.lines] == [
        ("A", 1), ("A or B", 0), ("A, B or C", 0), ("4 origins", 0), ("–", 0),
    ]  # fmt: skip
    assert [origin.letter for origin in found.origins] == ["A", "B", "C"]
    assert all(f"/{id_}.md" in str(found.lines[3].notes) for id_ in ("ann", "ben", "cat", "dan"))
    assert "no report was found" in str(found.lines[4].notes)


def test_what_cannot_be_reconciled_is_said_in_drawing_and_words() -> None:
    """With the figure it is at odds with, linked in the words; and which numbers would do."""
    found = panel(made(figure("one", "168", ["ann"]), figure("than", "168", ["ben"], qualifier="more-than")))
    assert ">cannot be reconciled with more than 168<" in found.drawing
    assert "[more than 168 trucks](claims/than.md)" in found.lines[0].notes[0]
    assert (
        found.allowed == "No number fits all; one of each of these would do: exactly 168 trucks; more than 168 trucks"
    )


def test_what_figures_allow_together_is_a_band() -> None:
    """And the same in words."""
    found = panel(
        made(figure("one", "100", ["ann"], qualifier="about"), figure("than", "95", [], qualifier="more-than"))
    )
    assert found.drawing.count('class="band"') == 1
    assert found.allowed == "What the figures that count allow together: more than 95 and at most 110 trucks"


def test_a_figure_that_no_longer_stands_is_lighter_and_says_so() -> None:
    """In the drawing and in the words."""
    standing = {"rank": "superseded", "reason": "r"}
    found = panel(made(figure("one", "100", ["ann"]), figure("was", "90", ["ann"], standing=standing)))
    assert found.drawing.count('class="out"') == 1
    assert ">not counted: superseded<" in found.drawing
    assert [line.out for line in found.lines] == [False, True]
    assert "not counted: superseded" in found.lines[1].notes[0]


def test_figures_in_several_units_name_theirs_and_stand_where_they_belong() -> None:
    """50 pairs are not 50 trucks, neither in a panel nor in the small drawing."""
    desk = made(figure("one", "50", ["ann"]), figure("two", "50", ["ben"], unit="pairs"))
    (group,) = desk.facts.figures
    for drawing in (panel(desk).drawing, figure_drawing(Pen(desk, PATH), group, "key")):
        assert ">50 trucks<" in drawing
        assert ">50 pairs<" in drawing
    assert "cannot be reconciled with 50 pairs" in panel(desk).drawing
    assert "(trucks)" in panel(desk).scope


def test_the_claim_of_a_page_is_marked_and_not_linked_to_itself() -> None:
    """It stands in strong letters among the others."""
    found = panel(made(figure("one", "1", ["ann"]), figure("two", "2", ["ben"])), "two")
    assert [(line.own, line.claim) for line in found.lines][1] == (True, "this claim")
    assert found.drawing.count('class="t-num t-strong"') == 1


def test_a_single_figure_has_a_row_and_no_band() -> None:
    """What one figure allows alone is what it says."""
    found = panel(made(figure("one", "168", ["ann"])))
    assert len(found.lines) == 1
    assert not found.allowed
    assert 'class="band"' not in found.drawing


def test_a_long_group_shows_the_claim_and_those_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """And how many are left out, so that pages do not grow with the square of their number."""
    monkeypatch.setattr(dossier.render.panels, "MOST_ROWS", 4)
    found = panel(made(*(figure(f"c{i}", str(i), ["ann"]) for i in range(10, 20))), "c15")
    assert [line.figure.split()[0] for line in found.lines] == ["10", "11", "15", "19"]
    assert found.more == "6 more figures are not shown"


def test_a_number_too_large_for_an_axis_is_drawn_as_unknown() -> None:
    """It is still a figure, and still in the words."""
    found = panel(made(figure("one", "9" * 400, ["ann"]), figure("two", "2", ["ben"])))
    assert 'class="line-unknown"' in found.drawing


def test_words_of_the_data_are_inert() -> None:
    """A measure may hold brackets, a scope stars."""
    markdown = page_of(made(figure("one", "1", ["ann"]), figure("two", "2", ["ben"]))).markdown
    assert "### trucks &#91;lost&#93; { #figures-one }" in markdown
    assert "a day &#38; a &#42;night&#42;" in markdown


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA")])
def test_letters_go_on_after_z(number: int, name: str) -> None:
    """As the columns of a spreadsheet do."""
    assert dossier.render.panels._name(number) == name
