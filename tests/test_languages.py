"""Every phrase has its translation, the catalogues are those of the program as it stands, and a language is whole."""

import ast
import sys
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse, words
from dossier.index import index
from dossier.links import Links, Repository
from dossier.model import Dossier, Measure
from dossier.pipeline import read
from dossier.render import render
from dossier.render.environment import templates_of
from dossier.report import report
from dossier.voice import CATALOGUES, voice_of

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import messages  # noqa: E402 - the line above lets it be found

LOCALES = sorted(path.stem for path in CATALOGUES.glob("*.po"))
DOSSIERS = (ROOT / "data", ROOT / "tests/e2e/second/data", ROOT / "tests/e2e/arabic/data")


def test_the_promised_languages_are_there() -> None:
    assert {"ar", "de"} <= set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catalogue_is_complete_and_up_to_date(locale: str) -> None:
    """`make messages` would change nothing in it, and find nothing missing."""
    text = (CATALOGUES / f"{locale}.po").read_text(encoding="utf-8")
    catalog, renewed = messages.renewed(locale, text)
    assert list(messages.faults(catalog)) == []
    assert renewed == text, "run `make messages`"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('voice.text("a")', ["a"]),
        ("say = f\"{voice.text('a')}: {x}\"", ["a"]),
        ('voice.text(\n    "a "\n    "b"\n)', ["a b"]),
        ('voice.text("a" if x else "b")', ["a", "b"]),
        ('voice.plural("{n} a", "{n} b", len(x))', [("{n} a", "{n} b")]),
        ('WORDS = {"x": N_("a")}', ["a"]),
        ('Page(path, title, section="a")', ["a"]),
        ('see: AnyRef = field("a", "meaning")', ["a"]),
        ('see: AnyRef = field("a", "meaning", reverse="b")', ["b"]),
        ('name: Plain = field("a", "meaning")', []),
        ("voice.text(name)", []),
    ],
)
def test_a_phrase_is_found_however_it_is_written(code: str, found: list[str]) -> None:
    assert list(messages.in_python(ast.parse(code))) == found


def test_phrases_of_templates_are_found() -> None:
    counted = '{% if x %}{{ voice.plural("{n} b", "{n} c", n)|attribute }}{% endif %}'
    template = '{{ _("a") }}' + counted + '{{ m.row(_("d")) }}{{ _(x) }}'
    assert list(messages.in_template(template)) == ["a", ("{n} b", "{n} c"), "d"]


@pytest.mark.parametrize(
    ("phrase", "said", "fits"),
    [
        ("{n} of {total}", ("{total}: {n}",), True),
        ("{n} of {total}", ("{n}",), False),
        ("{n} of {total}", ("{n} of {totale}",), False),
        (("{n} claim", "{n} claims"), ("eine Aussage", "{n} Aussagen"), True),
        (("{n} claim", "{n} claims"), ("{n} Aussage", "viele Aussagen"), False),
    ],
)
def test_placeholders_are_compared(phrase: messages.Phrase, said: tuple[str, ...], fits: bool) -> None:
    assert messages.fits(messages.Message(phrase), said) is fits


def test_no_phrase_stands_alone_and_with_a_number() -> None:
    """Before Python 3.11.3 gettext finds a phrase that has a plural only when it is asked for with a number."""
    found = [phrase for phrase, _ in messages.phrases()]
    alone = {phrase for phrase in found if isinstance(phrase, str)}
    assert alone & {phrase[0] for phrase in found if not isinstance(phrase, str)} == set()


class _Missing(NullTranslations):
    """Hears of every phrase that a catalogue does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def gettext(self, message: str) -> str:
        self.heard.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.heard.add(msgid1)
        return msgid2


def _in_language(data: Path, language: str) -> Dossier:
    dossier, problems = read(data)
    assert not [problem for problem in problems if problem.is_error]
    return replace(dossier, settings=dossier.settings.model_copy(update={"language": language}))


def _forget() -> None:
    """Let the next voice begin anew, and its templates with it."""
    voice_of.cache_clear()
    templates_of.cache_clear()


@pytest.mark.parametrize("data", DOSSIERS, ids=["shipped", "second", "arabic"])
def test_no_page_says_what_is_not_translated(data: Path) -> None:
    """What pages and reports ask for while they are made; the words of units are the editor's own."""
    _forget()
    voice = voice_of("ar")
    missing = _Missing()
    voice.translations.add_fallback(missing)
    dossier = _in_language(data, "ar")
    facts = index(dossier)
    render(facts, Links(dossier, Repository(), False, facts.document_of, facts.rank), {})
    report(facts.evidence, voice)
    _forget()
    units = {claim.measure.unit for claim in dossier.claims if claim.measure}
    units |= {claim.as_found.unit for claim in dossier.claims if claim.as_found}
    assert missing.heard - units == set()


@given(st.integers(min_value=0, max_value=1000))
def test_a_number_of_things_is_said_in_the_arabic_form(number: int) -> None:
    """One and two have forms of their own; after 3 to 10 stands the plural, after 11 to 99 the accusative."""
    said = voice_of("ar").plural("{n} claim", "{n} claims", number)
    rest = number % 100
    form = "ادعاءات" if 3 <= rest <= 10 else "ادعاءً" if rest >= 11 else "ادعاء"
    assert said == {1: "ادعاء واحد", 2: "ادعاءان"}.get(number, f"{voice_of('ar').number(number)} {form}")


@pytest.mark.parametrize(
    ("language", "number", "length"),
    [
        ("ar", "1,234.5", "1.5 كم"),
        ("ar-EG", "١٬٢٣٤٫٥", "١٫٥ كم"),
        ("de", "1.234,5", "1,5 km"),
        ("de-CH", "1’234.5", "1.5 km"),
        ("en", "1,234.5", "1.5 km"),
    ],
)
def test_numbers_are_written_as_the_locale_does(language: str, number: str, length: str) -> None:
    assert (voice_of(language).number(1234.5), voice_of(language).length(1500)) == (number, length)


@pytest.mark.parametrize(
    ("edtf", "arabic", "german"),
    [
        ("2016-12-08", "8 ديسمبر 2016", "8. Dezember 2016"),
        ("2016-12-08?", "8 ديسمبر 2016 (غير مؤكد)", "8. Dezember 2016 (unsicher)"),
        ("2016-07~/2016-12~", "من نحو يوليو إلى ديسمبر 2016", "etwa Juli bis Dezember 2016"),
        (
            "[2016-12-09..2016-12-11]",
            "9–11 ديسمبر 2016، في أحد هذه الأيام",
            "9.–11. Dezember 2016, an einem dieser Tage",
        ),
        ("../2016-12-08", "حتى 8 ديسمبر 2016", "bis 8. Dezember 2016"),
        ("2014/..", "منذ 2014", "seit 2014"),
        ("[..2016-12-08]", "8 ديسمبر 2016 أو قبله", "8. Dezember 2016 oder früher"),
        ("2016-XX-08", None, None),
        ("201X", "عقد 2010", "2010er-Jahre"),
        ("2016-24", "شتاء 2016", "Winter 2016"),
    ],
)
def test_dates_are_whole_phrases(edtf: str, arabic: str | None, german: str | None) -> None:
    for language, said in (("ar", arabic), ("de", german)):
        shown = voice_of(language).when(parse(edtf))
        assert shown != words(parse(edtf), "en")
        assert said is None or shown == said


def test_a_figure_is_a_phrase_with_its_unit_behind_it() -> None:
    measure = Measure(of="x", value="2000000", qualifier="more-than", unit="ليرة", scope="x")
    assert voice_of("ar").figure(measure) == "أكثر من 2,000,000 ليرة"
