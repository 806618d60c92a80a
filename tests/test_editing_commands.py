"""`dossier rename` and `fmt` as their users run them, and how all commands write: files on a disk."""

import errno
import io
import stat
import sys
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.commands.keeping import Changed, replace_all
from footbridge import ACTORS, DOCUMENT, put_dossier, texts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The footbridge dossier in the folder in which commands run; nobody sits at the terminal."""
    put_dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return tmp_path


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


def test_rename_lists_what_it_left_and_no_id_that_only_begins_alike(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Plain text, code and comments may mean the entry; `town-council-hall` does not, and `formerly` is no remnant."""
    (folder / "data/terms.yml").write_text(
        "# the-town-council and town-council-hall are others\n- id: town-council-hall\n"
        "  label: x # of town-council\n  description: It is not [[town-council-hall]] [@weir-post].\n",
        "utf-8",
    )
    assert main(["rename", "town-council", "council"]) == 0
    left = capsys.readouterr().out.partition("left as it is")[2].splitlines()[1:]
    assert left == ["  data/terms.yml:3", "  docs/method.md:1"]


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
            raise OSError(errno.ENOSPC, "no space left")
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
