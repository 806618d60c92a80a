"""`dossier fmt` at its core: the usual form, and nothing that a file says is changed by it."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.editing import form
from dossier.editing.comments import Comment, attach
from dossier.editing.form import formatted
from dossier.editing.order import model_of, order_of
from dossier.editing.pen import entry_text
from dossier.editing.tree import Tree, Unfit
from dossier.load import load_text
from dossier.model.documents import KINDS
from test_editing_pen import ENTRIES

CASES = sorted((Path(__file__).parent / "golden" / "editing").glob("*.yml"))
DATA = Path(__file__).parent.parent / "data"
SHIPPED = sorted(path for path in DATA.rglob("*.yml") if "schema" not in path.parts)


def form_of(text: str, kind: str = "claims") -> str:
    new, problems = formatted(kind, f"data/{kind}.yml", text.encode())
    assert not problems, problems
    return new


def value_of(text: str) -> Any:
    sheet, problems = load_text("claims", "data/claims.yml", text.encode())
    assert not problems, problems
    return sheet and sheet.value


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_cases(path: Path) -> None:
    """Each case says what it is about; what is in its usual form stays as it is."""
    case = yaml.safe_load(path.read_text("utf-8"))
    assert form_of(case["before"], case["kind"]) == case["after"]
    assert form_of(case["after"], case["kind"]) == case["after"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(DATA).as_posix())
def test_the_shipped_data_keeps_what_it_says(path: Path) -> None:
    """Values and comments are the same, formatting once is enough, and few lines change."""
    before, kind = path.read_text("utf-8"), path.relative_to(DATA).parts[0].removesuffix(".yml")
    after = form_of(before, kind)
    assert value_of(after) == value_of(before)
    assert re.findall(r"^ *(#.*)", after, re.MULTILINE) == re.findall(r"^ *(#.*)", before, re.MULTILINE)
    assert form_of(after, kind) == after
    changed = (Counter(before.splitlines()) - Counter(after.splitlines())).total()
    assert changed <= 0.05 * len(before.splitlines())


TWO_BESIDE = "- id: a\n  about: [b,\n    c # inside\n    ] # behind\n"


def test_of_two_comments_beside_one_value_both_stay() -> None:
    """Brackets may have one on their last value and one where they close."""
    after = form_of(TWO_BESIDE)
    assert after == "- id: a\n  about:\n    - b\n    - c  # inside\n    # behind\n"
    assert form_of(after) == after


def test_a_file_is_left_alone_if_a_comment_would_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that was given to no part of the tree, before and after: then both trees say the same."""

    def forgets(text: str, tree: Tree, comments: Sequence[Comment]) -> None:
        attach(text, tree, [comment for comment in comments if comment.text != "# behind"])

    monkeypatch.setattr("dossier.editing.grow.attach", forgets)
    with pytest.raises(Unfit, match="a comment in it"):
        form_of(TWO_BESIDE)


# Generated files: entries in any layout a parser takes, with comments in all places

WORDS = st.lists(st.sampled_from(["weir", "bridge.", "closed", "“so”", "a:b", "x" * 40]), min_size=1, max_size=40).map(
    " ".join
)
FIELDS = st.sampled_from(["id", "text", "note", "detail", "when", "citations", "about", "type", "wrong"])


def _flow(value: object) -> str:
    return yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=60).removesuffix("...\n").strip()


class _Typist:
    """Writes a file line by line in one of many ways, with a numbered comment wherever one fits."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.comments = 0

    def maybe(self) -> bool:
        return self.draw(st.booleans())

    def comment(self, indent: int = 0) -> str:
        self.comments += 1
        return f"{' ' * indent}# {self.comments} it’s so"

    def beside(self) -> str:
        return f" {self.comment()}" if self.maybe() else ""

    def above(self, indent: int) -> None:
        self.lines += [""] * self.draw(st.integers(0, 2))
        self.lines += [self.comment(indent)] * self.maybe()

    def file(self) -> str:
        self.lines += [self.comment()] * self.maybe()
        for _ in range(self.draw(st.integers(1, 3))):
            self.above(0)
            self.entry()
        self.above(0)
        return "\n".join(self.lines) + "\n" * self.draw(st.integers(0, 2))

    def entry(self) -> None:
        first = "- "
        if self.maybe():
            self.lines.append("-" + self.beside())
            first = "  "
        for name in self.draw(st.lists(FIELDS, min_size=1, max_size=5, unique=True)):
            if first == "  ":
                self.above(self.draw(st.sampled_from([0, 2])))
            write = self.draw(st.sampled_from([self.inline, self.block, self.items, self.brackets, self.parts]))
            write(f"{first}{name}:", self.draw(WORDS))
            first = "  "
        self.lines += [self.comment(2)] * self.maybe()

    def inline(self, mark: str, words: str) -> None:
        forms = [
            "",
            f" {words}",
            f" '{words}'",
            f' "{words}"',
            f" {_flow([words.split(maxsplit=1)[0], {'b': 'c'}, []])}",
        ]
        self.lines.append(mark + self.draw(st.sampled_from(forms)).replace("\n", "") + self.beside())

    def block(self, mark: str, words: str) -> None:
        sign = self.draw(st.sampled_from("|>")) + self.draw(st.sampled_from(["-", "", "+"]))
        inside = self.draw(st.lists(st.sampled_from([words, "", "  deeper", "# no comment"]), max_size=4))
        self.lines += [f"{mark} {sign}{self.beside()}", f"    {words}"]
        self.lines += [f"    {line}" if line else "" for line in inside]

    def items(self, mark: str, words: str) -> None:
        indent = self.draw(st.sampled_from([2, 4]))
        self.lines.append(mark + self.beside())
        for _ in range(self.draw(st.integers(1, 3))):
            self.above(indent)
            self.lines.append(f"{' ' * indent}- {words}{self.beside()}")

    def brackets(self, mark: str, _words: str) -> None:
        self.lines += [f"{mark} [{self.beside()}", "    a,", self.comment(4), "    b", self.comment()]
        self.lines.append(f"  ]{self.beside()}")

    def parts(self, mark: str, _words: str) -> None:
        self.lines.append(mark + self.beside())
        self.above(4)
        self.lines += ["    voice: own", f"    printed: x{self.beside()}", *[self.comment(4)] * self.maybe()]


@st.composite
def written_files(draw: st.DrawFn) -> str:
    return _Typist(draw).file()


@settings(max_examples=150)
@given(written_files())
def test_any_layout_keeps_values_and_comments(text: str) -> None:
    """The properties of the formatter: the same values, the same comments, and once is enough."""
    after = form_of(text)
    assert value_of(after) == value_of(text)
    # Comments are found by another reader, PyYAML's own scanner: what is left when all that is a token is cut out.
    assert Counter(comments_of(after)) == Counter(comments_of(text))
    assert form_of(after) == after


def comments_of(text: str) -> list[str]:
    """Return the comments of a text: numbered ones, where they do not stand in a block."""
    inside = [token.value for token in yaml.scan(text) if isinstance(token, yaml.ScalarToken)]
    found = Counter(re.findall(r"# \d+ it’s so", text))
    found.subtract(Counter(re.findall(r"# \d+ it’s so", "\n".join(inside))))
    return sorted(found.elements())


@settings(max_examples=60)
@given(st.lists(ENTRIES.filter(bool), min_size=1, max_size=3), st.booleans())
def test_any_value_keeps_its_meaning(entries: list[dict[str, Any]], crlf: bool) -> None:
    """What the pen writes, the formatter reads and writes again; line ends stay those of the file."""
    text = "\n".join(entry_text(entry) for entry in entries)
    text = text.replace("\n", "\r\n") if crlf else text
    after = form_of(text)
    assert value_of(after) == value_of(text)
    assert form_of(after) == after
    assert after.count("\r\n") == (after.count("\n") if crlf else 0)


@pytest.mark.parametrize("text", ["[]\n", "# none yet\n\n[]  # as I said\n", "just words\n", "{}\n"])
def test_a_file_without_entries_is_left_alone(text: str) -> None:
    """There is nothing to put into a form."""
    assert form_of(text) == text


def test_what_cannot_be_read_is_said_and_left() -> None:
    """The text comes back with the problems, never half formatted."""
    text = "- id: a\n   title: b\n"
    new, problems = formatted("claims", "data/claims.yml", text.encode())
    assert problems
    assert not new


def test_a_result_that_says_something_else_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof is made with each file: a fault of the program changes no file."""
    monkeypatch.setattr(form, "scalar_lines", lambda mark, *_: [f"{mark} x"])
    with pytest.raises(Unfit, match="read otherwise"):
        form_of("- id: a\n  text: b\n")


def test_a_comment_that_goes_astray_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comment belongs to the part it stands at."""
    monkeypatch.setattr(form, "_with", lambda line, comment: line)
    with pytest.raises(Unfit, match="comment"):
        form_of("- id: a # why\n  text: b\n")


@pytest.mark.parametrize("text", ["---\n- text: b\n  id: a\n", "# c\n--- # d\n# e\n- text: b\n  id: a\n"])
def test_a_line_that_begins_the_document_is_kept(text: str) -> None:
    """With all that stands above it."""
    assert form_of(text) == text.replace("- text: b\n  id: a\n", "- id: a\n  text: b\n")


def test_the_end_of_a_document_is_not_passed_over() -> None:
    """Behind `...` nothing may follow, so such a file is left alone, and it is said why."""
    with pytest.raises(Unfit, match=r"\.\.\."):
        form_of("- id: a\n...\n")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_field_has_one_place(kind: Any) -> None:
    """The order of writing has each field of the model once; a new field needs no entry anywhere."""
    assert sorted(order_of(kind)) == sorted(kind.model_fields)
    assert order_of(kind)[0] == "id"


def test_every_kind_of_file_has_a_model() -> None:
    """Settings and documents are one part, all others lists of them."""
    assert model_of("dossier").__name__ == "Settings"
    assert model_of("sources").__name__ == "Source"
