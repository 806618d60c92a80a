"""The face of a site: the colours an editor may choose, the pictures made from them, and the theme's lighter sheet."""

import datetime as dt
import re
import struct
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.check.look import EDGE, QUIET, WASH, contrast, logo_missing, look_contrast, mix
from dossier.lighter import bare, lighter
from dossier.model import Dossier, Look, Settings, Shade
from dossier.pipeline import read
from dossier.render.look import COMB, card, card_digest, face, preview, sheet
from dossier.render.paper import title_page
from dossier.voice import voice_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SHADES = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.fixture(scope="module")
def shipped() -> Dossier:
    """The dossier of this repository."""
    return read(ROOT / "data")[0]


def looking(dossier: Dossier, **chosen: object) -> Dossier:
    """Return the dossier with another look."""
    settings = dossier.settings.model_copy(update={"look": Look(**chosen)})  # type: ignore[arg-type]
    return Dossier(**{**{name: getattr(dossier, name) for name in dossier.__slots__}, "settings": settings})


def colour(text: str) -> tuple[float, ...]:
    return tuple(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#abcdef", "#abcdef", 1),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known pairs have the contrast that other tools give, whichever comes first."""
    assert contrast(colour(one), colour(other)) == pytest.approx(ratio, abs=0.01)
    assert contrast(colour(one), colour(other)) == contrast(colour(other), colour(one))


@given(SHADES, SHADES, st.floats(0, 1))
def test_a_mixture_lies_between_its_colours(one: str, other: str, share: float) -> None:
    """A mixture is never lighter than both nor darker than both, and a colour on itself cannot be seen."""
    mixed = mix(colour(one), colour(other), share)
    bounds = list(zip(colour(one), colour(other), strict=True))
    assert all(min(pair) - 1e-9 <= part <= max(pair) + 1e-9 for part, pair in zip(mixed, bounds, strict=True))
    assert 1 <= contrast(mixed, colour(other)) <= 21 + 1e-9
    assert contrast(mixed, mixed) == 1


def test_the_usual_colours_can_be_read(shipped: Dossier) -> None:
    """The look that nobody chose passes the rule everybody's look must pass."""
    assert list(look_contrast(looking(shipped))) == []


def test_a_colour_that_cannot_be_read_is_named_once(shipped: Dossier) -> None:
    """Only the field that was changed is wrong, in the scheme it was changed for."""
    pale = looking(shipped, what_else=Shade(light="#9ad0d4", dark="#74c5cb"))
    (problem,) = look_contrast(pale)
    assert "light paper" in problem.message
    assert "`what_else`" in problem.expected


def test_a_logo_that_is_not_there_is_named(shipped: Dossier) -> None:
    """A slip in a path is told with the file that was meant; where no files are known, nothing is."""
    named = looking(shipped, logo="assets/logo/com.svg")
    (problem,) = logo_missing(named, {COMB, "index.md"}, "docs")
    assert "docs/assets/logo/com.svg" in problem.message
    assert COMB in problem.expected
    assert list(logo_missing(named, None, "docs")) == []
    assert list(logo_missing(looking(shipped, logo=COMB), {COMB}, "docs")) == []


def test_the_sheet_holds_the_chosen_colours_and_no_more() -> None:
    """Six custom properties, light before dark; those that values.css needs and does not set."""
    css = sheet(Look(paper=Shade(light="#FFFFFF", dark="#000000")))
    assert "--d-paper: light-dark(#ffffff, #000000);" in css
    set_here = re.findall(r"(--[\w-]+):", css)
    values = (DOCS / "assets" / "dossier" / "values.css").read_text(encoding="utf-8")
    assert set_here == ["--d-paper", "--d-ink", "--d-who", "--d-sure", "--d-words", "--d-else"]
    assert set(re.findall(r"var\((--d-[\w-]+)\)", values)) >= set(set_here)
    assert not any(f"{name}: light-dark" in values for name in set_here)


def test_the_rule_measures_the_mixtures_of_the_sheets() -> None:
    """The shares of ink stand twice, in CSS and in the rule; they are the same."""
    sheets = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "assets" / "dossier").glob("*.css")}
    mixed = "--d-{}: color-mix(in srgb, var(--d-ink) {:.0f}%, var(--d-paper));"
    assert mixed.format("faint", QUIET * 100) in sheets["values.css"]
    assert mixed.format("edge", EDGE * 100) in sheets["values.css"]
    assert f"color-mix(in srgb, var(--q) {WASH * 100:.0f}%, transparent)" in sheets["marks.css"]


def test_the_committed_pictures_are_of_this_dossier(shipped: Dossier) -> None:
    """Whoever changes title, subtitle, colours or logo makes the pictures again."""
    folder = DOCS / "assets" / "social"
    logo = (DOCS / (shipped.settings.look.logo or COMB)).read_text(encoding="utf-8")
    made = (folder / "made-from.txt").read_text(encoding="utf-8").strip()
    assert made == card_digest(shipped.settings, logo), "the pictures are of another dossier: run `make card`"
    for name, size in {"card": (1200, 630), "icon-180": (180, 180), "icon-32": (32, 32)}.items():
        assert struct.unpack(">II", (folder / f"{name}.png").read_bytes()[16:24]) == size


def test_a_card_is_written_in_its_own_direction_and_inert(shipped: Dossier) -> None:
    """Titles in any script, from right to left where they are read so; signs of HTML stay signs; any change shows."""
    texts = {"title": "١٦٨ شاحنة <b>", "language": "ar"}
    arabic: Settings = shipped.settings.model_copy(update=texts)
    assert '<html lang="ar" dir="rtl">' in card(arabic)
    assert "<h1>١٦٨ شاحنة &lt;b&gt;</h1>" in card(arabic)
    digests = {card_digest(shipped.settings, ""), card_digest(shipped.settings, "<svg/>"), card_digest(arabic, "")}
    assert len(digests) == 3


def test_pictures_are_shown_only_where_they_are_of_this_dossier(shipped: Dossier) -> None:
    """None made, made of this one, made of another: only the last is told of."""
    settings = shipped.settings
    shown = [
        face(settings, {COMB: "<svg/>", **made}.get)
        for made in (
            {},
            {"assets/social/made-from.txt": f"{card_digest(settings, '<svg/>')}\n"},
            {"assets/social/made-from.txt": "other"},
        )
    ]
    assert [(one["pictures"], one["outdated"]) for one in shown] == [(False, False), (True, False), (False, True)]


def test_the_title_page_is_the_dossiers_own(shipped: Dossier) -> None:
    """Its logo, its language, its words as they are."""
    chosen = {"title": "Ä <b>", "language": "de", "look": Look(logo="assets/logo/own.svg")}
    settings: Settings = shipped.settings.model_copy(update=chosen)
    page = title_page(settings, voice_of("de"), dt.date(2016, 12, 9), "https://example.org/?a=1&b")
    for said in ('src="assets/logo/own.svg"', "Ä &lt;b&gt;", "9. Dezember 2016", "Daten: ", "a=1&amp;b"):
        assert said in page


@given(st.text(st.characters(exclude_categories=["C"]), max_size=400))
def test_a_description_is_short_and_ends_with_a_word(text: str) -> None:
    """What other sites show of a page fits their boxes and is its beginning."""
    said = preview(text)
    assert len(said) <= 200
    assert "\n" not in said


def test_the_lighter_sheet_keeps_what_a_page_may_need() -> None:
    """What belongs to the theme's script goes; frame, text, tables and an extension that is switched on stay."""
    sheet = (
        '@charset "UTF-8";.md-search,.md-header{color:red}.md-tooltip{top:0}@media print{.md-top{display:none}}'
        '.tabbed-set{a:b}@media screen{.md-nav:after{content:"}"}.md-clipboard{c:d}}@keyframes x{to{a:b}}'
        ":root{--md-a-icon:url('data:image/svg+xml;<svg>');--md-b-icon:url(x);--md-c:1}.md-nav{mask:var(--md-a-icon)}"
        ":is(.md-search,.md-nav) a{e:f}"
    )
    kept = lighter(sheet, [])
    assert kept == (
        '@charset "UTF-8";.md-header{color:red}@media screen{.md-nav:after{content:"}"}}@keyframes x{to{a:b}}'
        ":root{--md-a-icon:url('data:image/svg+xml;<svg>');--md-c:1}.md-nav{mask:var(--md-a-icon)}"
    )
    assert ".tabbed-set{a:b}" in lighter(sheet, ["pymdownx.tabbed"])


def test_the_themes_own_sheet_becomes_lighter() -> None:
    """With the installed release something is gained, nothing of the frame is lost, and all braces close."""
    theme = find_spec("material")
    assert theme
    assert theme.origin
    (path,) = (Path(theme.origin).parent / "templates" / "assets" / "stylesheets").glob("main.*.css")
    whole = path.read_text(encoding="utf-8")
    kept = lighter(whole, [])
    assert len(kept) < 0.6 * len(whole)
    assert kept.count("{") == kept.count("}")
    for part in (".md-header", ".md-tabs", ".md-nav", ".md-sidebar", ".md-footer", ".md-typeset table", ".admonition"):
        assert part in kept


def test_the_sheet_promises_the_characters_that_the_fonts_were_made_with() -> None:
    """A range in fonts.css without its letters in the file would leave a hole in the middle of a word."""
    made = (DOCS / "assets" / "fonts" / "make.py").read_text(encoding="utf-8")
    ranges = dict(re.findall(r'^([A-Z_]+) = "([0-9A-F -]+)"$', made, re.MULTILINE))
    files = dict(re.findall(r'^    \("([\w-]+)", .*? ([A-Z_]+), [\w\[]', made, re.MULTILINE))
    css = (DOCS / "assets" / "dossier" / "fonts.css").read_text(encoding="utf-8")
    promised = dict(re.findall(r"/([\w-]+)\.woff2.*?unicode-range: ([^;]+);", css))
    assert promised.keys() == files.keys()
    for name, characters in files.items():
        assert promised[name].replace("U+", "").replace(",", "") == ranges[characters], name


def test_scripts_are_sent_without_their_remarks_and_with_all_their_code() -> None:
    """Comments on lines of their own go, whatever they hold; code, its lines and its strings stay."""
    remarks, code = '/* what\n   it is */\n"use strict";\n', '  /* x */ const a = "/* no */"; /* said */\n'
    assert bare(remarks + code) == '"use strict";\nconst a = "/* no */"; /* said */\n'


@pytest.mark.parametrize("path", sorted((DOCS / "assets" / "js").glob("*.js")), ids=lambda path: path.name)
def test_no_script_of_ours_holds_text_that_a_remark_could_be_taken_for(path: Path) -> None:
    """A template that runs over lines would lose its indentation, and a remark inside it: there is none."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not [found for found in re.findall(r"`[^`]*`", text) if "\n" in found]
