"""What holds for every drawing: the same bytes each time, safe text, and no dependence on the rest of the program."""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dossier import draw
from dossier.draw import (
    Axis,
    Edge,
    Event,
    Figure,
    Lane,
    Node,
    Place,
    Sharp,
    Span,
    Tick,
    Window,
    base_map,
    comb,
    family_tree,
    figure_range,
    strip,
    when_mark,
)  # fmt: skip
from dossier.draw.letters import letter_width, letters_for, shortened, text_width, wrapped

NASTY = "a<b>&\"'`[^\n\n\x00\x0b\ufffe ]]> <script>alert(1)</script>"
DAY, WINDOW = Span(4, 4), Window(1, 9)


def every_drawing(words: str, href: str = "#x") -> dict[str, str]:
    """One of each kind, with the same words wherever words can stand."""
    event = (Event(DAY, words, "l", href, words),)
    lanes, ticks = (Lane("l", words),), (Tick(1, words), Tick(5, words))
    nodes = (Node("a", words, words, href=href), Node("b", words, words, href=href))
    place = (Place(words, 38.3, 34.6, note=words, note_language="ar", href=href), Place(words, 40, 35, 50_000))
    return {
        "comb": comb((9, 1), (1,), key="k", title=words),
        "figure": figure_range((Figure(1, 2, Sharp.BETWEEN, words),), Axis(lambda value: words), "k", words),
        "when": when_mark(DAY, WINDOW, "k", words),
        "strip": strip(event, WINDOW, lanes, ticks, "k", words, corner=words, desc=words),
        "tree": family_tree(nodes, (Edge("a", "b"),), "k", words, desc=words),
        "map": base_map(place, key="k", title=words, distance=lambda m: words, names={"760": words}, desc=words),
    }  # fmt: skip


@pytest.mark.parametrize("kind", every_drawing("x"))
def test_hostile_words_stay_words(kind: str) -> None:
    """Whatever stands in a title, the drawing is well-formed, on one line, and has no element of its own making.

    Nor has it a note or code for the Markdown it stands in.
    """
    svg = every_drawing(NASTY, 'javascript:"><script>')[kind]
    root = ET.fromstring(svg)
    assert not {"\n", "[", "`"} & set(svg)
    assert not [element for element in root.iter() if element.tag == "script"]
    # Long words stand on lines of their own, so only the pieces of one line may be missing.
    assert {element.tag for element in root.iter()} | {"tspan"} == {e.tag for e in parsed("x", kind).iter()} | {"tspan"}


def parsed(words: str, kind: str) -> ET.Element:
    return ET.fromstring(every_drawing(words)[kind])


@pytest.mark.parametrize("kind", every_drawing("x"))
def test_every_drawing_has_a_name(kind: str) -> None:
    """A screen reader hears what is drawn, from an id that begins with the key."""
    whole = parsed("What is drawn", kind)
    root = whole if whole.tag == "svg" else next(whole.iter("svg"))
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert root.get("role") in ("img", "group")
    assert named[root.get("aria-labelledby")] == "What is drawn"
    assert all(str(each).startswith("k-") for each in named)


def test_two_keys_share_no_id() -> None:
    """Two drawings may stand on one page."""
    spans = Span(2, 6, draw.Shape.LASTED, about_start=True, about_end=True)
    one, other = (ET.fromstring(when_mark(spans, WINDOW, key, "A date")) for key in ("a", "b"))
    ids = [{element.get("id") for element in root.iter() if element.get("id")} for root in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_the_same_values_give_the_same_bytes_in_another_process() -> None:
    """Whatever the seed of Python's hashes."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:3]; from test_draw import every_drawing;"
        "sys.stdout.buffer.write(repr(every_drawing('Some words')).encode())"
    )
    here = Path(__file__).parent
    paths = [str(here.parent / "hooks"), str(here)]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, *paths], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert outputs == {repr(every_drawing("Some words")).encode()}


def test_drawings_know_nothing_of_the_program_but_dates() -> None:
    """So that they can be tested, and used, without a dossier."""
    package = Path(draw.__file__).parent
    outside = set()
    for module in package.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level > 1:
                outside.add((node.module or "").split(".")[0])
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                assert (node.module or "").split(".")[0] in sys.stdlib_module_names
    assert outside == {"dates"}


# Letters


@pytest.mark.parametrize("width", [320, 358, 420, 421, 480, 616])
def test_letters_are_never_under_11_px_on_a_phone(width: float) -> None:
    """A drawing this wide is shown 358 px wide."""
    assert letters_for(width).size * 358 / width >= 11 or width < 358


@pytest.mark.parametrize(
    ("width", "class_", "smallest"), [(617, "wide", 720), (850, "wide", 720), (1100, "widest", 932)]
)
def test_wide_drawings_tell_the_sheet_not_to_shrink_them(width: float, class_: str, smallest: float) -> None:
    """At the sheet's smallest width for the class, letters are 11 px."""
    letters = letters_for(width)
    assert letters.class_ == class_
    assert letters.size * smallest / width >= 11 - 0.02


def test_nothing_can_be_drawn_wider_than_the_sheet_allows() -> None:
    """Its letters would be too small."""
    with pytest.raises(ValueError, match="at most 1100"):
        letters_for(1101)


@pytest.mark.parametrize(
    ("letter", "width"),
    [("i", 275), ("W", 949), ("é", 564), ("\u0301", 0), ("\u200f", 0), ("م", 650), ("Ж", 760), ("字", 1000)],
)
def test_letters_of_every_script_have_a_width(letter: str, width: int) -> None:
    """Accents and marks of direction take none; what is not in the table takes rather too much."""
    assert letter_width(letter) == width


def test_words_are_wrapped_and_only_a_word_too_long_is_cut() -> None:
    """A line never takes more room than there is."""
    lines = wrapped("one statement of Donaudampfschifffahrtsgesellschaft", 90, 13)
    assert lines[:2] == ("one statement", "of")
    assert lines[-1].endswith("…")
    assert all(text_width(line, 13) <= 90 for line in lines)
    assert shortened("short", 90, 13) == "short"
