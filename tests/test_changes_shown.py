"""The change report as Markdown and JSON, and `dossier diff` as it is used: in a repository, with real commits."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dossier.__main__ import main
from dossier.changes.as_markdown import code, escaped, markdown_of
from dossier.changes.as_text import text_of
from dossier.changes.outline import Block, Group, Outline, outline_of
from dossier.changes.report import report_of
from dossier.changes.sides import side_of
from dossier.report import To
from dossier.voice import voice_of
from test_changes import BASE

READER = MarkdownIt("gfm-like")
"""CommonMark with what GitHub adds to it: tables, bare addresses, strikethrough."""

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "![pixel](https://example.org/x.png)",
    "[press here](https://example.org)",
    "[press here][1]",
    "https://example.org/a?b=c",
    "www.example.org",
    "someone@example.org",
    "@someone and @some/team",
    "#1, other/project#12, GH-3",
    "0123456789abcdef0123456789abcdef01234567",
    "<https://example.org>",
    "`code`",
    "``` js",
    "# Heading",
    "- item",
    "1. item",
    "> quoted",
    "| a | b |",
    "---",
    "**bold** _italic_ ~~gone~~",
    "$x^2$ and $$y$$",
    ":tada:",
    "[x]: https://example.org",
    "[^1]",
    "<!-- hidden",
    "\\",
    "a\nb\n\n# c",
    "\x1b[31mred",
    "\u202egnp.exe",
    "http\u003a//example.org mailto:a@b.org xmpp:a@b.org",
]
INLINE = {"text", "softbreak", "code_inline"}


def read_back(markdown: str) -> tuple[str, set[str]]:
    """Return the text a reader sees, and the kinds of inline tokens in it."""
    tokens = [child for token in READER.parse(markdown) for child in token.children or ()]
    return "".join(token.content for token in tokens), {token.type for token in tokens}


def shown(text: str) -> str:
    """Return a text as it should be seen: in one line, and without what a terminal would obey."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", "�", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    """It stays text, wherever in a line it stands; nothing of it is a link, an image, a mention or markup."""
    for markdown in (escaped(text), f"- {escaped(text)}", f"x {escaped(text)} y", f"**{escaped(text)}**"):
        seen, kinds = read_back(markdown)
        assert kinds <= INLINE | {"strong_open", "strong_close"}
        assert shown(text).strip() in seen.replace("\u2060", "").strip()
        # GitHub looks for these in the finished text, where no escape is left.
        assert not re.search(r"(?i)@\w|#\d|GH-\d|://|www\.|:\w+:|\b[0-9a-f]{7,}\b", seen)
        assert "$" not in markdown


@given(st.text(max_size=60))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """What is read in the rendered page is the text, and nothing is made of it."""
    seen, kinds = read_back(f"x{escaped(text)}x")
    assert kinds <= INLINE
    assert seen.replace("\u2060", "") == f"x{shown(text)}x".replace("\u2060", "")


@given(st.text(min_size=1, max_size=40))
def test_code_comes_back_as_it_was(text: str) -> None:
    """An id of a broken file may be any text; in a code span it is that text."""
    tokens = READER.parseInline(f"x{code(text)}x")[0].children or []
    assert [token.content for token in tokens if token.type == "code_inline"] == [shown(text)] or not text.strip(" ")
    assert {token.type for token in tokens} <= INLINE


def test_a_hostile_entry_makes_no_markup() -> None:
    """Through the whole report: ids, names, values and the names of files."""
    nasty = "<img src=x> @you #1 [a](https://example.org) `b`"
    entries = f"- id: '{nasty}'\n  label: '{nasty}'\n  colour: '{nasty}'\n  description: '{nasty}'\n"
    then = {**BASE, "terms.yml": entries.encode(), f"{nasty}.yml": b"x: ["}
    report = report_of(side_of(BASE), side_of(then), voice_of("en"))
    markdown = markdown_of(outline_of(report, (("<b>",), (To("@you"),)), voice_of("en")))
    kinds = {child.type for token in READER.parse(markdown) for child in token.children or ()}
    assert kinds <= INLINE | {"strong_open", "strong_close"}
    assert not any(token.type.startswith("html") for token in READER.parse(markdown))


@pytest.mark.parametrize("longest", [2_000, 10_000, 1_000_000])
def test_a_long_report_is_cut_between_entries_and_says_so(longest: int) -> None:
    """GitHub shows nothing of a summary that is too long; the sum of what is shown and what is named as left is all."""
    blocks = tuple(Block((f"entry-{number}",), "ä" * 50, (("line",),)) for number in range(300))
    markdown = markdown_of(Outline("T", (("S",),), (Group("", blocks),)), longest=longest, cut="{n} more")
    assert len(markdown.encode()) <= longest
    left = re.search(r"\*\*(\d+) more\*\*", markdown)
    assert markdown.count("entry") + (int(left[1]) if left else 0) == 300
    assert bool(left) == (longest < 100_000)


def test_a_report_from_right_to_left_says_so() -> None:
    """Markdown has no direction of its own."""
    outline = Outline("عنوان", (("ملخص",),), ())
    assert markdown_of(outline, rtl=True).startswith('<div dir="rtl">\n\n')
    assert "<div" not in markdown_of(outline)


def test_a_terminal_is_never_obeyed() -> None:
    """The name of a file, a branch or an id of somebody else may hold what clears a screen or turns text round."""
    block = Block(("a\x1b[2J", To("b\u202ec")), "d\x07", (("e\x9bf",),))
    outline = Outline("T", (("g\x1b]0;h",),), (Group("", (block,)),))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text_of(outline) + markdown_of(outline))
    assert "a�[2J" in text_of(outline)


# The command


def git(folder: Path, *arguments: str) -> str:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings).stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with the small dossier committed on main, as the place where one stands."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    write(tmp_path, BASE)
    commit(tmp_path, "one")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / path).write_bytes(data)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)


def figure(folder: Path, number: int) -> None:
    changed = re.sub(rb"value: \d+\n    unit", b"value: %d\n    unit" % number, BASE["claims.yml"], count=1)
    (folder / "data/claims.yml").write_bytes(changed)


def diff(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(("diff", *arguments))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_without_arguments_it_is_what_is_not_committed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(capsys, "--exit-code")[:2] == (0, diff(capsys)[1])
    assert "nothing changed." in diff(capsys)[1]
    figure(repository, 20)
    code, out, err = diff(capsys)
    assert (code, err) == (0, "")
    assert "figure 12 → 20 bolts;" in out
    assert "the working tree" in out
    assert diff(capsys, "--exit-code")[0] == 1


def test_what_is_staged_is_a_version_of_its_own(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not what is committed, and not what stands on disk."""
    figure(repository, 13)
    git(repository, "add", "data")
    figure(repository, 14)
    assert "12 → 13 bolts" in diff(capsys, "--staged")[1]
    assert "12 → 14 bolts" in diff(capsys)[1]


def test_two_versions_and_the_forms_of_git_diff(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`main...` is where this branch left main: what main did since is no change of the branch."""
    git(repository, "switch", "--quiet", "--create", "branch")
    figure(repository, 13)
    commit(repository, "branch")
    git(repository, "switch", "--quiet", "main")
    (repository / "data/terms.yml").write_text("[]\n", encoding="utf-8")
    commit(repository, "main")
    git(repository, "switch", "--quiet", "branch")
    assert "12 → 13 bolts" in diff(capsys, "main...")[1]
    assert "inspection" not in diff(capsys, "main...")[1]
    assert "inspection" in diff(capsys, "main")[1]
    assert diff(capsys, "main..branch")[1] == diff(capsys, "main", "branch")[1]
    assert "13 → 12 bolts" in diff(capsys, "branch", "main")[1]
    assert "12 → 13 bolts" in diff(capsys, "main...branch")[1]


def test_the_data_may_be_gone_or_new(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another folder may have it now; entries of a folder that is gone are removed."""
    for path in sorted((repository / "data").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (repository / "data").rmdir()
    assert "entries removed" in diff(capsys)[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mian",), "git knows no version `mian`; did you mean `main`?"),
        (("main", "nowhere"), "git knows no version `nowhere`"),
        (("--", "--output=x"), "git knows no version `--output=x`"),
        (("main..main", "main"), "`main..main` names both versions already; leave out `main`"),
        (("main", "main", "--staged"), "--staged is the version after; leave out the second revision"),
        (("--data", "elsewhere"), "there is no data in elsewhere in either version; name its folder with --data"),
    ],
)
def test_what_cannot_be_answered_is_said(
    repository: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    """In a line, with what to do; the exit code is that of arguments that cannot be used."""
    code, out, err = diff(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_outside_a_repository_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, BASE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, err = diff(capsys)
    assert (code, err) == (2, "data stands in no git repository, so there are no versions to compare\n")


def test_versions_without_a_common_past_have_no_parting(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "switch", "--quiet", "--orphan", "other")
    commit(repository, "other")
    code, _, err = diff(capsys, "main...")
    assert code == 2
    assert "they have no common history; `dossier diff main` compares with it" in err


def test_json_has_what_the_words_say(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The shape that as_json documents."""
    figure(repository, 20)
    facts = json.loads(diff(capsys, "--format", "json")[1])
    assert facts["before"]["commit"] == git(repository, "rev-parse", "HEAD").strip()
    assert (facts["after"]["commit"], facts["complete"], facts["format"]) == (None, True, 1)
    (change,) = facts["changes"]
    assert change["fields"] == [{"route": ["measure", "value"], "before": "12", "after": "20"}]
    assert change["sentences"] == [{"about": "figure", "text": "figure 12 → 20 bolts"}]
    assert [one["about"] for one in change["follows"]] == ["figure"]
    assert (change["path"], change["line"]) == ("data/claims.yml", 1)


def test_the_report_is_written_whole_to_a_file(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figure(repository, 20)
    target = repository / "out" / "change.md"
    assert diff(capsys, "--format", "markdown", "--output", str(target)) == (0, "", "")
    assert target.read_text(encoding="utf-8") == diff(capsys, "--format", "markdown")[1]
    assert [path.name for path in target.parent.iterdir()] == ["change.md"]
    code, _, err = diff(capsys, "--output", str(repository / "data"))
    assert (code, err.count("\n")) == (2, 1)


def test_the_same_versions_give_the_same_bytes(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figure(repository, 20)
    commit(repository, "two")
    for form in ("text", "markdown", "json"):
        assert diff(capsys, "HEAD~1", "HEAD", "--format", form) == diff(capsys, "HEAD~1", "HEAD", "--format", form)
