"""Fuzzing: whatever an editor types, pastes or half saves, there is a dossier or a problem; no traceback, no hang.

The seeds are the files of the golden cases, and what breaks them are the slips people make: a piece cut, doubled or put
elsewhere, a line further in, a character that means something. They find more than random bytes do.

A run takes some twenty seconds. `DOSSIER_FUZZ=5000 pytest tests/test_fuzz.py` tries so many examples of each test, and
`DOSSIER_FUZZ=100000` is for a night. What is found becomes a golden case.

test_worst.py measures the memory that files take which are as bad as can be.
"""

import os
from collections.abc import Callable
from typing import Final

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.dates import DateError
from dossier.dates import parse as parse_date
from dossier.prose import parse as parse_prose
from dossier.prose.escape import plain, prose_text
from golden_case import GOLDEN
from worst_files import BASE, read

EXAMPLES: Final = int(os.environ.get("DOSSIER_FUZZ", "150"))
fuzzed = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


def _seeds() -> list[tuple[str, str]]:
    """Return the path and the text of every data file of the golden cases, those that are right as well."""
    found = {(path, data.decode()) for path, data in BASE.items()}
    for case in sorted(path for folder in ("load", "check", "render") for path in (GOLDEN / folder).glob("*.yml")):
        files = yaml.load(case.read_text(encoding="utf-8"), yaml.BaseLoader).get("files", {})
        found |= {(path.removeprefix("data/"), text) for path, text in files.items() if path.startswith("data/")}
    return sorted(found)


SEEDS: Final = _seeds()
SPECIAL: Final = (
    *"-:[]{}&*!|>'\"%@`#,?<=~^\\ \n\t\r\0",
    *("- ", ": ", "\n- id: ", "\n  ", "<<: ", "---\n", "...\n", "[@", "[[", "]]", "](", "<<<<<<< a\n", "=======\n"),
    *(
        "\ufeff",
        "\u200d",
        "\u202e",
        "\u2028",
        "\x85",
        "\u00a0",
        "\uff1a",
        "\u0665",
        "\U000e0067",
        "e\u0301",
        "\U0010fffd",
    ),
    *(
        "null",
        "no",
        "1e999",
        "-0",
        "nan",
        "2016-02-30",
        "XXXX-XX-XX",
        "Y-17E7",
        "[..]",
        "/",
        "[[a|b]]",
        "[@paper, p. 3]",
    ),
    *("javascript:x", "https://[", "${x}", "{{ x }}"),
)


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of a golden case after one to six slips, as bytes: now and then cut within a character."""
    path, text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        text = draw(st.sampled_from(SLIPS))(draw, text)
    data = text.encode("utf-8", "surrogatepass")
    return path, data[: draw(st.integers(0, len(data)))] if draw(st.integers(0, 9)) == 0 else data


def _cut(draw: st.DrawFn, text: str) -> str:
    start, end = _span(draw, text)
    return text[:start] + text[end:]


def _double(draw: st.DrawFn, text: str) -> str:
    start, end = _span(draw, text)
    return text[:end] + text[start:end] * draw(st.integers(1, 3)) + text[end:]


def _move(draw: st.DrawFn, text: str) -> str:
    start, end = _span(draw, text)
    rest = text[:start] + text[end:]
    at = draw(st.integers(0, len(rest)))
    return rest[:at] + text[start:end] + rest[at:]


def _insert(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(SPECIAL) | st.text(max_size=3)) + text[at:]


def _replace(draw: st.DrawFn, text: str) -> str:
    start, end = _span(draw, text)
    return text[:start] + draw(st.sampled_from(SPECIAL)) + text[end:]


def _shift_line(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    lines[at] = draw(st.sampled_from((" ", "  ", "\t", "- ", "# "))) + lines[at]
    return "\n".join(lines)


def _paste(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(SEEDS))[1] + text[at:]


def _span(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text)))
    return start, min(len(text), start + draw(st.integers(0, 40)))


SLIPS: Final[tuple[Callable[[st.DrawFn, str], str], ...]] = (
    _cut, _double, _move, _insert, _insert, _replace, _shift_line, _paste,
)  # fmt: skip


@fuzzed
@given(slips())
def test_a_slip_is_read_or_told(slip: tuple[str, bytes]) -> None:
    """Each problem says what, what to do and which rule, in one printable line, at a place inside the file."""
    path, data = slip
    problems = read({**BASE, path: data})
    lines = {name: len(text.decode("utf-8", "replace").splitlines()) for name, text in {**BASE, path: data}.items()}
    for problem in problems:
        shown = str(problem)
        assert problem.message, shown
        assert problem.expected, shown
        assert problem.rule, shown
        assert "\n" not in shown
        assert 1 <= problem.mark.line <= lines.get(problem.mark.path.removeprefix("data/"), 1) + 1, shown
        for leaked in ("pydantic", "Traceback", "Value error", "Input should", "validation error", "<class", "Error("):
            assert leaked not in problem.sentence.replace(data.decode("utf-8", "replace"), ""), shown


@fuzzed
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=30).map(lambda name: f"{name}.yml"), st.binary(max_size=60), max_size=4
    )
)
def test_any_names_and_bytes_are_read_or_told(files: dict[str, bytes]) -> None:
    """Names come from anywhere as well; what is shown of them can be printed."""
    for problem in read(files):
        assert str(problem).isprintable(), repr(problem)


DATE_SIGNS: Final = st.text("0123456789-/.?~%XYES[]{},T:Z+ u", max_size=30)


@fuzzed
@given(
    DATE_SIGNS
    | st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            (
                "2016",
                "-12",
                "-08",
                "/",
                "..",
                "[",
                "]",
                ",",
                "~",
                "X",
                "Y",
                "E9",
                "S3",
                "T12:00:00",
                "Dec ",
                "before ",
                "8 ",
            )
        )
    ).map("".join)
)
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    """Nothing but a date or a DateError, whose place is inside the text and whose words are one line."""
    try:
        said, position = parse_date(text).text, 0
    except DateError as error:
        said, position = error.message, error.position
    assert 0 <= position <= len(text)
    assert said
    assert "\n" not in said


PROSE_SIGNS: Final = st.lists(
    st.sampled_from(
        (
            "[@",
            "[[",
            "]]",
            "]",
            "[",
            "|",
            "`",
            "``",
            "```\n",
            "\n~~~\n",
            "@",
            ";",
            ",",
            "paper",
            "a-b",
            "](",
            ")",
            "https://x",
            "!",
            " ",
            "\n",
            "\\",
            "javascript:",
        )
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)


@fuzzed
@given(PROSE_SIGNS | st.text(max_size=80))
def test_any_prose_is_taken_apart_without_loss(text: str) -> None:
    """The tokens stand in order, each where it says, and cover the text."""
    tokens = parse_prose(text)
    offsets = [token.offset for token in tokens]
    assert offsets == sorted(set(offsets))
    assert not tokens or offsets[0] == 0
    for token in tokens:
        if hasattr(token, "text"):
            assert text.startswith(token.text, token.offset)
    for inert in (plain(text), prose_text(text)):
        assert "<" not in inert
        assert "{" not in inert
