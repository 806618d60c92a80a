"""`dossier new` as its users run it: options, JSON, a terminal."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.__main__ import main
from footbridge import DOCUMENT, put_dossier, texts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The footbridge dossier in the folder in which commands run; nobody sits at the terminal."""
    put_dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return tmp_path


def piped(text: str) -> io.TextIOWrapper:
    """Return a standard input into which another program prints."""
    return io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape")), encoding="utf-8")


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
    monkeypatch.setattr(sys, "stdin", piped(fields + ', "description": "x [@weir-post]."}'))
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
        (["source", "--file", "sorces"], "did you mean `sources`?"),
        (["source", "--file", "post"], "a new file is named as in `sources/bridge.yml`"),
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


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[1]",
        '{"label": null, "description": "x"}',
        '{"label": NaN, "description": "x"}',
        "[" * 10_000,
        "\udcff",
    ],
)
def test_new_refuses_json_it_cannot_use(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Nothing is left out without a word."""
    before = texts(folder)
    monkeypatch.setattr(sys, "stdin", piped(text))
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


def test_a_question_mark_shows_an_example_of_what_is_typed_freely(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`BCP 47 tag` or `EDTF` says nothing to somebody who never wrote one."""
    typed(monkeypatch, "release", "?", "A title", "Short", "?", "2026-05-02", "", "?")
    assert main(["new", "source"]) == 2
    out = capsys.readouterr().out
    assert "title> ?\n  for instance: Footbridge closed until further notice\n" in out
    assert "issued> ?\n  for instance: 2026-05-03\n" in out
    assert "language> ?\n  for instance: en\n" in out


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
    assert "`c.txt` cannot hold a term" in out
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


def test_new_gives_no_id_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor one of an entry with errors, which cannot be seen among the others, nor a former one."""
    wrong = "- id: lock\n  nonsense: x\n- id: pier\n  formerly: [dock]\n  label: Pier\n  description: x [@weir-post].\n"
    (folder / "data/terms.yml").write_text(wrong, "utf-8")
    for name, id_ in (("Lock", "lock-2"), ("Lock", "lock-3"), ("Dock", "dock-2")):
        assert main(["new", "term", "--field", f"label={name}", "--field", "description=x [@weir-post]."]) == 0
        assert f"- id: {id_}\n" in (folder / "data/terms.yml").read_text("utf-8")
    capsys.readouterr()
    for given, said in (("lock", "taken by an entry that has errors"), ("dock", "an id is never reused")):
        fields = ["--field", "label=x", "--field", "description=x [@weir-post]."]
        assert main(["new", "term", "--id", given, *fields]) == 2
        assert said in capsys.readouterr().err
