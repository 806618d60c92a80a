"""What lies around the commands: files and folders that cannot be read or written, closed channels, links, Ctrl-C.

None of it may end in a traceback, leave half of a change behind, or show what stands outside of the data folder.
"""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.commands.keeping import replace_all
from dossier.commands.place import draft_of, write_whole
from dossier.load import bytes_of

ROOT = Path(__file__).parent.parent
BASE = Path(__file__).parent / "golden" / "base" / "data"
SECRET = "- id: secret\n  label: [[a word from outside]]\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small dossier, in which commands run."""
    (tmp_path / "data").mkdir()
    for path in BASE.glob("*.yml"):
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(here: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `dossier` is the command."""
    command = f"dossier() {{ '{sys.executable}' -m dossier \"$@\"; }}; {line}"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    words = ["bash", "-c", command]
    return subprocess.run(words, cwd=here, env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "line",
    [
        "check >&-",
        "check <&-",
        "check 2>&-",
        "init new <&-",
        "explain | head -1; test ${PIPESTATUS[0]} -le 1",
        "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 dossier explain D106",
    ],
)
def test_a_channel_that_is_closed_or_narrow_is_no_fault(here: Path, line: str) -> None:
    """Workflows and other programs close what they do not need."""
    ran = shell(here, line if line.startswith("LC_ALL") else f"dossier {line}")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("new term <&-", "`label` is missing"),
        ("import - <&-", "the file is empty"),
        ("explain >/dev/full", "the output cannot be written: the disk is full\n"),
        ("rename $'\\xd8' x", "there is no entry `\\udcd8`"),
        ("render --to data/dossier.yml", "data/dossier.yml cannot be read or written: a file stands where a folder"),
        ("schema --to data/dossier.yml", "cannot be read or written: a file of this name is there already"),
        ("init data/dossier.yml/x", "cannot be read or written: a file stands where a folder is expected"),
        ("check --output /proc/none/x", "/proc/none/x cannot be read or written: "),
        ("new term --json none.json", "none.json cannot be read or written: there is no such file or folder\n"),
        ("new term --json data", "data cannot be read or written: it is a folder"),
        ("import data", "data cannot be read or written: it is a folder"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not on this system")
def test_what_the_system_refuses_is_said_in_one_line(here: Path, line: str, said: str) -> None:
    """The name of the file and the reason, and the code for what could not be run."""
    ran = shell(here, f"dossier {line}")
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "command",
    ["analyse", "coverage", "render --to made", "rename a b", "new term --field label=x --field description=y"],
)
def test_a_page_that_is_no_text_is_named(here: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Not the byte that Python stumbled over."""
    (here / "docs").mkdir()
    (here / "docs" / "about.md").write_bytes("Zoë".encode("latin-1"))
    assert main(command.split()) == 2
    assert capsys.readouterr().err.startswith("docs/about.md:1:3: error: ")
    assert not (here / "made").exists()


# Links


@pytest.mark.parametrize("name", ["terms.yml", "claims/deep/x.yml", "terms"])
@pytest.mark.parametrize("command", ["check", "check --format json", "diff", "analyse"])
def test_what_a_link_leads_to_is_never_shown(
    here: Path, name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pull request could bring the link along, and its checks would print the file."""
    shell(here, "git init -q; git add .; git -c user.name=x -c user.email=x@example.org commit -qm x")
    outside = here / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text(SECRET, encoding="utf-8")
    link = here / "data" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside if name == "terms" else outside / "secret.yml")
    main(command.split())
    printed = capsys.readouterr()
    assert "outside" not in printed.out + printed.err
    assert "secret" not in printed.out + printed.err
    if command == "check":
        assert f"data/{name}:1:1: error: this link leads " in printed.out


def test_nothing_is_written_through_a_link(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fmt` would put a file in order that is none of the dossier's."""
    (here / "outside.yml").write_text('- label:   "x"\n  id: secret\n', encoding="utf-8")
    (here / "data" / "terms.yml").symlink_to(here / "outside.yml")
    assert main(["fmt"]) == 2
    assert "this link leads out of the data folder" in capsys.readouterr().err
    assert (here / "outside.yml").read_text(encoding="utf-8") == '- label:   "x"\n  id: secret\n'


def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its entries would be missing without a word."""
    iterdir = Path.iterdir

    def refuses(folder: Path) -> Iterator[Path]:
        if folder.name == "claims":
            raise PermissionError(errno.EACCES, "no", str(folder))
        return iterdir(folder)

    (here / "data" / "claims").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuses)
    with pytest.raises(PermissionError):
        bytes_of(here / "data")


@pytest.mark.parametrize("command", ["check --output", "diff --output", "import a.json --report"])
def test_a_report_never_takes_the_place_of_data(here: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the tab key costs nobody a file of data."""
    shell(here, "git init -q; git add .; git -c user.name=x -c user.email=x@example.org commit -qm x")
    (here / "a.json").write_text('{"events": [{"start_date": {"year": "2016"}, "text": {"headline": "x"}}]}')
    before = bytes_of(here / "data")
    assert main([*command.split(), "data/sources.yml"]) == 2
    assert "data/sources.yml is in the data folder" in capsys.readouterr().err
    assert bytes_of(here / "data") == before


# Whole or not at all


@pytest.mark.skipif(os.name == "nt", reason="there is no such limit")
@pytest.mark.parametrize("command", ["fmt", "rename {source} another-id", "import big.json --cite {source}"])
def test_a_disk_that_is_full_leaves_all_as_it_was(here: Path, command: str) -> None:
    """No half of a file, no draft of one; the file that was to be written is named."""
    from dossier.reading import read  # noqa: PLC0415

    source = read(here / "data")[0].sources[0].id
    with (here / "data" / "terms.yml").open("w", encoding="utf-8") as file:
        file.writelines(f'- id: "t{n}"\n  label: x\n  description: y [@{source}]\n' for n in range(2000))
    slides = [{"start_date": {"year": "2016"}, "text": {"headline": f"slide {n}"}} for n in range(300)]
    (here / "big.json").write_text(json.dumps({"events": slides}), encoding="utf-8")
    before = bytes_of(here / "data")
    ran = shell(here, f"ulimit -f 8; dossier {command.format(source=source)}")
    assert ran.returncode == 2
    assert " cannot be read or written: it would be larger than is allowed there" in ran.stderr
    assert ".draft" not in ran.stderr
    assert bytes_of(here / "data") == before
    assert not list(here.rglob("*.draft"))


def test_ctrl_c_amid_the_writing_changes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the files, or none."""
    paths = sorted((here / "data").glob("*.yml"))
    before, replace = {path: path.read_bytes() for path in paths}, Path.replace

    def stopped(draft: Path, target: Path) -> None:
        replace(draft, target)
        if target == paths[1]:
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        replace_all(dict.fromkeys(paths, b"new"), before)
    assert {path: path.read_bytes() for path in paths} == before
    assert not list(here.rglob("*.draft"))


def test_ctrl_c_is_no_traceback(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The code is the one shells know."""

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dossier.commands.fmt.data_files", stopped)
    assert main(["fmt"]) == 130
    assert capsys.readouterr().err == "\nstopped\n"


def test_a_file_that_is_read_only_stays_as_it_is(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replacing it would be possible in a folder of one's own, and against what its owner said."""
    monkeypatch.setattr(os, "access", lambda *_: False)  # tests may run as root, who may do anything
    with pytest.raises(PermissionError) as caught:
        draft_of(here / "data" / "dossier.yml", b"new")
    assert caught.value.filename == str(here / "data" / "dossier.yml")
    assert not list(here.rglob("*.draft"))


def test_import_keeps_what_somebody_else_wrote_meanwhile(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the other commands that write do."""
    import dossier.commands.importing as command  # noqa: PLC0415

    (here / "a.json").write_text('{"events": [{"start_date": {"year": "2016"}, "text": {"headline": "x"}}]}')
    (here / "data" / "events.yml").touch()
    (here / "data" / "events.yml").write_text("# none yet\n[]\n")
    merged = command.merged

    def saved_meanwhile(*given: object) -> dict[str, str]:
        (here / "data" / "events.yml").write_text("# somebody else was here\n[]\n")
        return merged(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "merged", saved_meanwhile)
    assert main(["import", "a.json"]) == 2
    assert "was changed meanwhile" in capsys.readouterr().err
    assert (here / "data" / "events.yml").read_text() == "# somebody else was here\n[]\n"


def test_a_report_that_cannot_take_its_place_leaves_no_draft(here: Path) -> None:
    """A folder has the name."""
    with pytest.raises(IsADirectoryError) as caught:
        write_whole(here / "data", "x")
    assert caught.value.filename == str(here / "data")
    assert not list(here.rglob("*.draft"))
