"""Loading: any bytes give a value or problems, never an exception; values are all text and know their place."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

import dossier.load.folder
from dossier.load import Map, Node, Seq, load_folder, load_text, mark_at
from dossier.load.build import DEEPEST, build, has_libyaml
from dossier.load.text import UNSEEN, read_text
from dossier.problem import Severity

READABLE = st.characters(exclude_categories=("Cc", "Cs")).filter(lambda sign: not UNSEEN.search(sign))
SCALARS = st.one_of(
    st.text(READABLE),
    st.sampled_from(("no", "12:30", "010", "1e3", "null", "~", "2016-12-08", "0x1f", "yes", "=", ".nan")),
)
KEYS = SCALARS.filter(lambda key: key != "<<")
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
)
LISTS = st.lists(VALUES, min_size=1, max_size=4)
YAML_SIGNS = st.text("-:[]{}&*!|>'\"%@`#,?<= \n\tab1.", max_size=60)


class NoAliases(yaml.SafeDumper):
    """Writes every part out, however often the same one occurs."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def written(value: object, flow: bool | None) -> str:
    return yaml.dump(value, Dumper=NoAliases, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=60)


@given(LISTS, st.sampled_from((None, True, False)))
def test_values_are_those_of_pyyaml_with_every_scalar_as_text(value: list[Any], flow: bool | None) -> None:
    """The builder is ours, the language is YAML's: BaseLoader is the second opinion."""
    text = written(value, flow)
    found, problems = build("data/x.yml", text)
    assert problems == ()
    assert found == yaml.load(text, yaml.BaseLoader)
    assert found == value


@given(st.text() | YAML_SIGNS)
@example("[" * 20_000)
@example("- " * 20_000)
@example("{" * 20_000)
@example("? " * 20_000)
@example("a: " * 2_000)
@example("- |\n" * 2_000)
@example("--- a\n...\n--- b\n")
@example("%YAML 1.3\n--- a\n")
@example("a\rb: c\r")
@example("&a [*a]")
@example("{? a}")
@example("? - a\n: b\n")
@example("[a: b, ? c : d]")
@example("- !<tag:x> y")
def test_no_text_makes_loading_raise(text: str) -> None:
    """Whatever an editor types half way, there is a value or a problem, and each problem stands inside the text."""
    sheet, problems = load_text("claims", "data/claims.yml", text.encode("utf-8", "surrogatepass"))
    assert (sheet is None) <= bool(problems)
    lines = text.count("\n") + text.count("\r") + 1
    for problem in problems:
        assert problem.mark.path == "data/claims.yml"
        assert 1 <= problem.mark.line <= lines + 1
        assert problem.mark.column >= 1
        assert problem.rule
        assert problem.expected


@given(st.binary())
@example(b"\xff")
@example(b"\xfe\xff")
@example(b"\xef\xbb\xbf")
@example(b"a: \xed\xa0\x80")
@example(b"\xf0\x9f\x98")
def test_no_bytes_make_reading_raise(data: bytes) -> None:
    """A picture renamed to .yml is a problem, not a crash."""
    text, problems = read_text("data/x.yml", data)
    assert not (text and problems)
    if not problems:
        assert text == data.decode("utf-8").replace("\r\n", "\n")


@given(
    st.recursive(
        st.just(""), lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple), max_leaves=25
    ),
    st.booleans(),
)
def test_marks_point_at_the_first_character(shape: Any, flow: bool) -> None:
    """Every key, value and item is found again at its line and column, whatever script stands before it."""
    value = [_named(shape, iter(range(1000)))]
    text = written(value, flow)
    node, problems = build("data/x.yml", text)
    assert problems == ()
    assert node is not None
    _compare(node, node, (), text.split("\n"))


def _named(shape: Any, numbers: Any) -> Any:
    """Fill a shape of lists and tuples with words that occur once: tuples become mappings."""
    if isinstance(shape, tuple):
        return {f"schlüssel{next(numbers)}𝔘قلم": _named(inner, numbers) for inner in shape}
    if isinstance(shape, list):
        return [_named(inner, numbers) for inner in shape]
    return f"wert{next(numbers)}جسر"


def _compare(whole: Node, node: Node, route: tuple[str | int, ...], lines: list[str]) -> None:
    mark = mark_at("data/x.yml", whole, route)
    here = lines[mark.line - 1][mark.column - 1 :]
    if isinstance(node, str):
        assert here.strip("\"'").startswith(node)
    elif isinstance(node, Map):
        assert here.startswith(("{", *(key for key in list(node)[:1])))
        for key, inner in node.items():
            at = mark_at("data/x.yml", whole, (*route, key), key=True)
            assert lines[at.line - 1][at.column - 1 :].startswith(key)
            _compare(whole, inner, (*route, key), lines)
    else:
        assert isinstance(node, Seq)
        assert here.startswith(("[", "-"))
        for number, inner in enumerate(node):
            _compare(whole, inner, (*route, number), lines)


def test_a_route_that_leads_nowhere_gives_the_last_part_that_exists() -> None:
    """What is missing is shown where it is missing."""
    node, _ = build("data/x.yml", "- id: a\n  names:\n    - text: b\n")
    assert node is not None
    assert str(mark_at("data/x.yml", node, ())) == "data/x.yml:1:1"
    assert str(mark_at("data/x.yml", node, (0, "names", 0, "language"))) == "data/x.yml:3:7"
    assert str(mark_at("data/x.yml", node, (0, "names", 7))) == "data/x.yml:3:5"
    assert str(mark_at("data/x.yml", node, (5,))) == "data/x.yml:1:1"
    assert str(mark_at("data/x.yml", node, (0, "id", "deeper"))) == "data/x.yml:1:7"


def test_nesting_is_allowed_to_the_limit() -> None:
    """The limit is a limit, not a guess."""
    assert build("x", "[" * DEEPEST + "]" * DEEPEST)[1] == ()
    (problem,) = build("x", "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))[1]
    assert problem.rule == "depth"


def test_a_duplicate_key_keeps_the_first_value() -> None:
    """So that one slip is not followed by problems of its second half."""
    node, problems = build("x", "a: 1\nb: [2]\na: [3, {c: 4}]\nd: 5\n")
    assert node == {"a": "1", "b": ["2"], "d": "5"}
    assert [problem.rule for problem in problems] == ["duplicate-key"]


def test_the_folder_is_read_in_order_of_its_paths(tmp_path: Path) -> None:
    """The order of the entries is that of the names, not that of the disk."""
    for name in ("claims/b.yml", "claims/a.yml", "dossier.yml", "claims/a/z.yml", "actors.yml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text("- id: x\n", encoding="utf-8")
    sheets, problems = load_folder(tmp_path / "data")
    assert problems == ()
    assert [(sheet.kind, sheet.path) for sheet in sheets] == [
        ("actors", "data/actors.yml"),
        ("claims", "data/claims/a/z.yml"),
        ("claims", "data/claims/a.yml"),
        ("claims", "data/claims/b.yml"),
        ("dossier", "data/dossier.yml"),
    ]


def test_a_folder_that_does_not_exist_lacks_its_dossier(tmp_path: Path) -> None:
    """A wrong path is told as what it looks like: nothing is there."""
    sheets, problems = load_folder(tmp_path / "nowhere")
    assert sheets == ()
    assert [str(problem.mark) for problem in problems] == ["nowhere/dossier.yml:1:1"]


def test_pyyaml_without_its_c_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading works without, seven times slower; somebody who waits should know why."""
    assert has_libyaml()
    monkeypatch.setattr(dossier.load.folder, "has_libyaml", lambda: False)
    (tmp_path / "dossier.yml").write_text("title: x\n", encoding="utf-8")
    _, problems = load_folder(tmp_path)
    assert [(problem.rule, problem.severity) for problem in problems] == [("no-libyaml", Severity.WARNING)]


@given(
    st.text(READABLE | st.just("\n"), max_size=40),
    st.sampled_from("\x01\x07\x1b\x7f\x85\u2028\u202e\u2066\ufeff"),
    st.text(READABLE, max_size=10),
)
def test_a_character_that_cannot_be_seen_is_found_at_its_place(before: str, hidden: str, after: str) -> None:
    """The column counts characters, so that an editor's cursor finds it."""
    if hidden == "\ufeff" and not before:
        before = "a"
    _, problems = read_text("data/x.yml", (before + hidden + after).encode())
    (problem,) = [problem for problem in problems if problem.rule == "control-character"]
    lines = before.split("\n")
    assert (problem.mark.line, problem.mark.column) == (len(lines), len(lines[-1]) + 1)
    assert f"U+{ord(hidden):04X}" in problem.message
