"""`dossier new`, `rename` and `fmt` as their users run them: options, a terminal, files on a disk."""

import io
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.commands.keeping import Changed, replace_all

SETTINGS = """title: The footbridge of Lower Weir
subtitle: One news report on a closed bridge.
description: d
editors: [{name: x}]
license: CC0
version: "1"
method: As told [@weir-post].
story: []
themes: [Repair]
"""
SOURCES = """# The sources.
- id: weir-post
  type: news
  title: Bridge closed
  short: Weir Post
  language: en
  extent: whole
  checked: read
  verdict: Worth reading.
  reliability: {grade: B, note: A local paper.}
"""
ACTORS = """- id: town-council
  label: Town council
  type: public-body
  role: owns the bridge
  description: It owns the bridge [@weir-post].
"""
DOCUMENT = """source: weir-post
sha256: "{}"
words: 9
characters: 9
about: x
published: 2026-05-02
passages:
  - {{id: p0, kind: body, heading: h, sentences: 1, words: 9, gist: g}}
""".format("0" * 64)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dossier, and a page by hand that links to it, in the folder in which commands run."""
    for path, text in {
        "data/dossier.yml": SETTINGS,
        "data/sources.yml": SOURCES,
        "data/actors.yml": ACTORS,
        "data/documents/weir-post.yml": DOCUMENT,
        "docs/method.md": "See [[town-council]] and `[[town-council]]`.\n",
        "docs/README.md": "About this folder, [[town-council]].\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.*"))}


class Keyboard(io.StringIO):
    """What a person types, a line for each question."""

    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> Iterator[str]:
    left = iter(answers)

    def answer(prompt: str) -> str:
        sys.stdout.write(prompt)
        found = next(left, None)
        if found is None:
            raise EOFError
        sys.stdout.write(f"{found}\n")
        return found

    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr("builtins.input", answer)
    return left


# new


def test_new_by_options_writes_at_the_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place is printed; what stood there stands there."""
    before = texts(folder)
    given = ["text=The bridge is closed: for good", "asserted_by.printed=town-council", "about=town-council"]
    given += ["citations.source=weir-post", "citations.0.locator=p0", "citations.1.source=weir-post", "when=2026-05"]
    assert main(["new", "claim", *(part for field in given for part in ("--field", field))]) == 0
    assert capsys.readouterr().out == "data/claims.yml:1\n"
    after = texts(folder)
    assert after.pop("data/claims.yml") == (
        '- id: the-bridge-is-closed-for-good\n  text: "The bridge is closed: for good"\n'
        "  asserted_by:\n    printed: town-council\n  when: 2026-05\n  about:\n    - town-council\n"
        "  citations:\n    - source: weir-post\n      locator: p0\n    - source: weir-post\n"
    )
    assert after == before


def test_new_takes_json(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers and truth values are written as such; the id is made from a name in any script."""
    fields = '{"label": "Мост", "type": "site", "position": {"radius": 20, "lat": 1.5, "lon": 2}, "autolink": false'
    monkeypatch.setattr(sys, "stdin", io.StringIO(fields + ', "description": "x [@weir-post]."}'))
    assert main(["new", "place", "--json", "-"]) == 0
    assert (
        (folder / "data/places.yml")
        .read_text("utf-8")
        .endswith(
            "- id: most\n  label: Мост\n  type: site\n  autolink: false\n  position:\n    lat: 1.5\n    lon: 2\n"
            "    radius: 20\n  description: x [@weir-post].\n"
        )
    )


def test_new_says_what_is_wrong_with_the_entry_and_only_with_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Errors elsewhere are not this entry's; the entry is written, so that it can be mended in its file."""
    (folder / "data/terms.yml").write_text("- id: weir\n  label: Weir\n  description: cites nobody\n")
    assert main(["new", "actor", "--id", "mayor", "--field", "label=Mayor", "--field", "type=persom",
                 "--field", "role=r", "--field", "description=x [@weir-pots]"]) == 1  # fmt: skip
    out, err = capsys.readouterr()
    assert out == "data/actors.yml:7\n"
    assert "data/actors.yml:9:9" in err
    assert "did you mean `person`?" in err
    assert "terms" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["claim"], "`text` is missing"),
        (["source"], "one of news, agency"),
        (["term", "--field", "lable=x"], "did you mean `label`?"),
        (["term", "--field", "label"], "--field label=…"),
        (["term", "--field", "label.x=y"], "no fields of its own"),
        (["term", "--field", "label=x", "--field", "label=y"], "given twice"),
        (["claim", "--field", "citations.2.source=x"], "count from 0"),
        (["term", "--id", "weir-post"], "taken: data/sources.yml:2"),
        (["term", "--id", "Weir Post"], "did you mean `weir-post`?"),
        (["term", "--file", "data/claims.yml"], "cannot hold a term"),
        (["term", "--file", "../terms.yml"], "cannot hold a term"),
        (["term", "--json", "none.json"], "none.json"),
        (["term", "--field", "note=a\u200bb"], "U+200B"),
        (["remark", "--file", "documents/none.yml"], "not there"),
    ],
)
def test_new_writes_nothing_of_what_it_cannot_use(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """Each time with what can be done."""
    before = texts(folder)
    needed = ["--field", "label=L", "--field", "description=d"] if arguments[0] == "term" else []
    needed = [] if any("label" in part for part in arguments) else needed
    needed += ["--field", "passage=p0", "--field", "type=caution", "--field", "title=t", "--field", "text=x"] * (
        arguments[0] == "remark"
    )
    assert main(["new", *arguments, *needed]) == 2
    assert said in capsys.readouterr().err
    assert texts(folder) == before


@pytest.mark.parametrize("text", ["{", "[1]", '{"label": null, "description": "x"}'])
def test_new_refuses_json_it_cannot_use(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Nothing is left out without a word."""
    before = texts(folder)
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert main(["new", "term", "--json", "-"]) == 2
    assert capsys.readouterr().err
    assert texts(folder) == before


def test_new_asks_on_a_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Field by field; a wrong answer is answered at once, and `?` lists what there is."""
    left = typed(
        monkeypatch,
        "", "The bridge closes", "2 May 2026", "2026-05-02", "?", "Repair", "It closes.",
        "weir-pots", "?post", "weir-post", "p0", "", "states", "said", "", "",
    )  # fmt: skip
    assert main(["new", "event"]) == 0
    assert next(left, None) is None
    out = capsys.readouterr().out
    for said in ("it cannot be left out", "write 2026-05-02", "\n  Repair\n", "did you mean `weir-post`?",
                 "weir-post: Bridge closed", "id [the-bridge-closes]> ", "data/events.yml:1"):  # fmt: skip
        assert said in out
    assert (
        (folder / "data/events.yml")
        .read_text("utf-8")
        .endswith(
            "- id: the-bridge-closes\n  title: The bridge closes\n  when: 2026-05-02\n  theme: Repair\n"
            "  text: It closes.\n"
            "  citations:\n    - source: weir-post\n      locator: p0\n      stance: states\n      bears_on: said\n"
        )
    )


def test_new_asks_for_the_file_where_there_are_several(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that was written last is proposed; fields given as options are not asked for."""
    (folder / "data/terms").mkdir()
    for name, time in (("a", 2_000_000_000), ("b", 1_000_000_000)):
        path = folder / f"data/terms/{name}.yml"
        path.write_text(f"- id: {name}\n  label: {name}\n  description: x [@weir-post]\n")
        os.utime(path, (time, time))
    typed(monkeypatch, "c.txt", "", "dam")
    assert main(["new", "term", "--field", "label=Dam", "--field", "description=x [@weir-post]"]) == 0
    out = capsys.readouterr().out
    assert "file [terms/a.yml]> " in out
    assert "c.txt cannot hold a term" in out
    assert "data/terms/a.yml:5" in out


def test_new_can_be_stopped(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an entry is none."""
    before = texts(folder)
    typed(monkeypatch, "Dam")
    assert main(["new", "term"]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert texts(folder) == before


def test_new_remark_goes_into_the_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its file is a mapping whose list of remarks may not be there yet."""
    fields = ["passage=p0", "type=caution", "title=t", "text=x [@weir-post]"]
    assert main(["new", "remark", *(part for field in fields for part in ("--field", field))]) == 0
    assert capsys.readouterr().out == "data/documents/weir-post.yml:10\n"
    assert (folder / "data/documents/weir-post.yml").read_text("utf-8") == DOCUMENT + (
        "remarks:\n  - id: t\n    passage: p0\n    type: caution\n    title: t\n    text: x [@weir-post]\n"
    )


def test_new_dry_run_prints_the_entry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And writes nothing."""
    before = texts(folder)
    assert main(["new", "term", "--dry-run", "--field", "label=Dam", "--field", "description=x [@weir-post]"]) == 0
    assert capsys.readouterr().out == "- id: dam\n  label: Dam\n  description: x [@weir-post]\n"
    assert texts(folder) == before


# rename


def test_rename_writes_data_and_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says what it left; afterwards the data is as good as before."""
    assert main(["rename", "town-council", "council"]) == 0
    out = capsys.readouterr().out
    assert "`town-council` is now `council`, 2 times in 2 files" in out
    assert "  docs/method.md:1\n" in out
    assert "actors" not in out
    after = texts(folder)
    assert after["docs/method.md"] == "See [[council]] and `[[town-council]]`.\n"
    assert after["docs/README.md"] == "About this folder, [[town-council]].\n"
    assert after["data/actors.yml"] == ACTORS.replace("town-council\n", "council\n  formerly:\n    - town-council\n")
    assert main(["check"]) == 0


def test_rename_of_a_source_takes_its_document_along(folder: Path) -> None:
    """A document's file is called after its source."""
    assert main(["rename", "weir-post", "post"]) == 0
    after = texts(folder)
    assert "data/documents/weir-post.yml" not in after
    assert after["data/documents/post.yml"] == DOCUMENT.replace("source: weir-post", "source: post")
    assert not list(folder.rglob(".*"))


def test_rename_dry_run_shows_a_diff(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the paths as they are named here, and nothing written."""
    before = texts(folder)
    assert main(["rename", "town-council", "council", "--dry-run"]) == 0
    out, err = capsys.readouterr()
    assert "--- data/actors.yml\n+++ data/actors.yml\n" in out
    assert "-- id: town-council\n+- id: council\n+  formerly:\n+    - town-council\n" in out
    assert "would be" in err
    assert texts(folder) == before


@pytest.mark.parametrize(
    ("old", "new", "said", "code"),
    [
        ("town-councli", "x", "did you mean `town-council`?", 2),
        ("town-council", "weir-post", "taken", 2),
        ("town-council", "con", "Windows", 2),
    ],
)
def test_rename_refuses(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str, code: int
) -> None:
    """And says what to do."""
    before = texts(folder)
    assert main(["rename", old, new]) == code
    assert said in capsys.readouterr().err
    assert texts(folder) == before


def test_rename_wants_data_that_can_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The errors in the way are listed with their places."""
    (folder / "data/terms.yml").write_text("- id: [\n")
    assert main(["rename", "town-council", "council"]) == 1
    assert "data/terms.yml:" in capsys.readouterr().err


# fmt


def test_fmt_writes_and_says_what(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time there is nothing to do."""
    assert main(["fmt"]) == 0
    assert "data/sources.yml: changed\n" in capsys.readouterr().out
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out == "0 of 4 files changed\n"
    assert main(["check"]) == 0


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_fmt_can_look_only(folder: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    """`--check` is for a hook and fails; `--diff` is for eyes and does not."""
    before = texts(folder)
    assert main(["fmt", option, "data/sources.yml"]) == (option == "--check")
    assert ("-  reliability: {grade: B, note: A local paper.}\n" in capsys.readouterr().out) == (option == "--diff")
    assert texts(folder) == before


def test_fmt_leaves_alone_what_it_cannot_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The other files are formatted, and the command fails."""
    (folder / "data/terms.yml").write_text("- id: a\n  id: b\n")
    assert main(["fmt"]) == 1
    out, err = capsys.readouterr()
    assert "data/terms.yml: left alone" in err
    assert "1 left alone" in out
    assert (folder / "data/terms.yml").read_text() == "- id: a\n  id: b\n"


@pytest.mark.parametrize("name", ["docs/method.md", "data/none.yml", ".."])
def test_fmt_takes_data_files_only(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Anything else is a mistake of whoever typed it."""
    assert main(["fmt", name]) == 2
    assert "is no data file" in capsys.readouterr().err


def test_fmt_takes_folders(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All files below them."""
    assert main(["fmt", "--check", "data/documents"]) == 1
    assert "data/documents/weir-post.yml: would change\n1 of 1 files" in capsys.readouterr().out


# Writing


def test_all_files_are_written_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails half way, what was replaced is put back, and no draft is left."""
    before, replace = texts(folder), Path.replace
    paths = [folder / "data/actors.yml", folder / "data/sources.yml"]

    def fails(draft: Path, target: Path) -> None:
        if target == paths[1]:
            raise OSError("no space left")
        replace(draft, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="no space"):
        replace_all(dict.fromkeys(paths, b"new"), {path: path.read_bytes() for path in paths})
    assert texts(folder) == before
    assert not list(folder.rglob("*.draft"))


def test_what_somebody_else_wrote_meanwhile_is_kept(folder: Path) -> None:
    """An open editor saves while the command thinks."""
    path = folder / "data/actors.yml"
    with pytest.raises(Changed):
        replace_all({path: b"new"}, {path: b"what was read"})
    assert path.read_text("utf-8") == ACTORS


def test_a_replaced_file_keeps_its_rights_and_a_link_stays_a_link(folder: Path) -> None:
    """Whoever could read the file can read it still."""
    path, link = folder / "data/actors.yml", folder / "data/terms.yml"
    path.chmod(0o640)
    link.symlink_to(path)
    replace_all({link: b"new"}, {link: path.read_bytes()})
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
