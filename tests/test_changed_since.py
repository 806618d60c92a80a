"""`dossier check --changed-since`: what a change is answerable for; and git's answers, from real repositories."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier import git
from dossier.__main__ import main
from dossier.load import load_files
from dossier.since import Units

BASE = Path(__file__).parent / "golden" / "base" / "data"
TERMS = "- id: {0}\n  label: {0}\n  description: Lower Weir has a {0} [@{1}].\n"


def run_git(folder: Path, *arguments: str) -> str:
    """Run git as somebody else, whatever the settings of this machine."""
    fixed = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    fixed |= {f"GIT_{who}_{what}": "ada" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-C", folder, *arguments], env=kept | fixed, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path, said: str = "x") -> str:
    run_git(folder, "add", "--all")
    run_git(folder, "commit", "--quiet", "--allow-empty", "--message", said)
    return run_git(folder, "rev-parse", "HEAD")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a small good dossier in the working folder."""
    folder = tmp_path / "repository"
    shutil.copytree(BASE, folder / "data")
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    run_git(tmp_path, "init", "--quiet", "--initial-branch", "main", "repository")
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def put(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def a_source(folder: Path) -> str:
    """Return the id of the first source there is."""
    found = re.search(r"^- id: (\S+)", (folder / "data" / "sources.yml").read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def found(capsys: pytest.CaptureFixture[str], *since: str) -> list[tuple[str, str]]:
    """Return file and rule of each problem that is shown."""
    main(["check", "--quiet", *(("--changed-since", *since) if since else ())])
    lines = capsys.readouterr().out.splitlines()
    return [(line.partition(":")[0], line.rpartition(" ")[2].rstrip("]")) for line in lines]


# What is shown


def test_old_problems_are_not_shown_and_counted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who mends one entry is not stopped by the entry of another, and is told that there is more."""
    put(here, "data/terms.yml", "- id: weir\n  label: Weir\n  description: Uncited.\n")
    commit(here)
    assert found(capsys) == [("data/terms.yml", "uncited")]
    assert main(["check", "--changed-since", "HEAD"]) == 0
    assert capsys.readouterr().out == (
        "data: no problem in what changed since HEAD\n1 other problem was there before and is not shown\n"
    )


def test_what_is_not_committed_and_what_git_does_not_know_counts(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A check before a commit sees the commit to be."""
    put(here, "data/terms/new.yml", "- id: weir\n  label: Weir\n  description: Uncited.\n")
    assert found(capsys, "HEAD") == [("data/terms/new.yml", "uncited")]
    run_git(here, "add", "--all")
    assert found(capsys, "HEAD") == [("data/terms/new.yml", "uncited")]


def test_an_entry_that_only_moved_has_not_changed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another order, another file, other quotation marks, a remark: it says what it said."""
    source = a_source(here)
    put(here, "data/terms.yml", TERMS.format("weir", source) + "- id: pier\n  label: Pier\n  description: Uncited.\n")
    commit(here)
    (here / "data" / "terms.yml").unlink()
    moved = '# Put right later\n- label: "Pier"\n  id: pier\n  description: >-\n    Uncited.\n'
    put(here, "data/terms/all.yml", moved + TERMS.format("weir", source))
    assert found(capsys) == [("data/terms/all.yml", "uncited")]
    assert found(capsys, "HEAD") == []


def test_an_old_problem_in_a_changed_entry_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who has an entry before their eyes can mend it."""
    put(here, "data/terms.yml", "- id: pier\n  label: Pier\n  description: Uncited.\n")
    commit(here)
    put(here, "data/terms.yml", "- id: pier\n  label: Piers\n  description: Uncited.\n")
    assert found(capsys, "HEAD") == [("data/terms.yml", "uncited")]


def test_an_old_problem_of_shape_in_a_changed_entry_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its message names no entry; the place does."""
    wrong = TERMS.format("pier", a_source(here)) + "  colour: red\n"
    put(here, "data/terms.yml", wrong + TERMS.format("weir", a_source(here)))
    commit(here)
    put(here, "data/terms.yml", wrong + TERMS.format("weir", a_source(here)).replace("has a", "is a"))
    assert found(capsys, "HEAD") == []
    put(here, "data/terms.yml", wrong.replace("has a", "is a") + TERMS.format("weir", a_source(here)))
    assert found(capsys, "HEAD") == [("data/terms.yml", "shape")]


def test_an_old_problem_that_names_a_changed_entry_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may be the change that was meant to mend it."""
    put(here, "data/terms.yml", TERMS.format("weir", a_source(here)))
    put(here, "docs/about.md", "See [@weir].\n")
    commit(here)
    assert found(capsys, "HEAD") == []
    put(here, "data/terms.yml", TERMS.format("weir", a_source(here)).replace("has a", "is a"))
    assert found(capsys, "HEAD") == [("docs/about.md", "reference")]


def test_an_id_that_is_gone_is_shown_where_it_is_missed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In other files, in the same file, and in a hand-written page."""
    source = a_source(here)
    put(here, "data/terms.yml", TERMS.format("weir", source) + TERMS.format("pier", source))
    put(here, "docs/about.md", "See [[weir]].\n")
    commit(here)
    put(here, "data/terms.yml", TERMS.format("pier", source))
    assert found(capsys, "HEAD") == [("docs/about.md", "reference")]


def test_what_a_change_brings_about_elsewhere_is_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that nothing cites any more is not changed itself, and is named in no message about the change."""
    text = (here / "data" / "sources.yml").read_text("utf-8")
    first = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)[1]
    put(here, "data/sources/more.yml", first.replace(a_source(here), "weir-gazette"))
    shutil.move(here / "data" / "sources.yml", here / "data" / "sources" / "all.yml")
    put(here, "data/terms.yml", TERMS.format("weir", "weir-gazette"))
    commit(here)
    old = found(capsys)
    (here / "data" / "terms.yml").unlink()
    assert [one for one in found(capsys) if one not in old] == [("data/sources/more.yml", "source-unused")]
    assert found(capsys, "HEAD") == [("data/sources/more.yml", "source-unused")]


def test_a_file_that_cannot_be_read_is_shown_if_it_changed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has no entries to compare."""
    put(here, "data/terms.yml", "- id: weir\n\tlabel: x\n")
    assert found(capsys, "HEAD") == [("data/terms.yml", "syntax")]
    commit(here)
    assert found(capsys, "HEAD") == []
    put(here, "data/terms.yml", "- id: weir\n\tlabel: y\n")
    assert found(capsys, "HEAD") == [("data/terms.yml", "syntax")]


def test_another_branch_going_on_is_no_change_of_ours(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As in a pull request: compared is the point at which the branches parted."""
    put(here, "data/terms.yml", "- id: pier\n  label: Pier\n  description: Uncited.\n")
    commit(here)
    run_git(here, "checkout", "--quiet", "-b", "mine")
    commit(here)
    run_git(here, "checkout", "--quiet", "main")
    put(here, "data/terms.yml", TERMS.format("pier", a_source(here)))
    commit(here)
    run_git(here, "checkout", "--quiet", "mine")
    assert found(capsys) == [("data/terms.yml", "uncited")]
    assert found(capsys, "main") == []


# When git cannot say


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("mian", "did you mean `main`?"),
        ("--all", "git knows no revision `--all`"),
        ("--output=x", "git knows no revision"),
        ("", "git knows no revision"),
        ("HEAD:data", "git knows no revision"),
        ("main..HEAD", "git knows no revision"),
    ],
)
def test_a_wrong_revision_is_said(since: str, said: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is checked against something else instead, and no name becomes an option of git."""
    assert main(["check", f"--changed-since={since}"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert run_git(here, "status", "--porcelain") == ""


def test_a_shallow_clone_says_how_to_get_the_rest(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That is what a workflow has unless it asks for more."""
    old = run_git(here, "rev-parse", "HEAD")
    commit(here)
    clone = here.parent / "clone"
    run_git(here.parent, "clone", "--quiet", "--depth", "1", f"file://{here}", "clone")
    monkeypatch.chdir(clone)
    assert git.is_shallow(clone)
    assert not git.is_shallow(here)
    assert main(["check", "--changed-since", old]) == 2
    assert "fetch-depth: 0" in capsys.readouterr().err
    assert main(["check", "--changed-since", "HEAD"]) == 0


def test_without_a_repository_and_without_git(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two different things, and each is said."""
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--changed-since", "HEAD"]) == 2
    assert "git is not installed" in capsys.readouterr().err
    monkeypatch.undo()
    monkeypatch.chdir(here)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    shutil.rmtree(here / ".git")
    assert main(["check", "--changed-since", "HEAD"]) == 2
    assert "no repository of git" in capsys.readouterr().err


def test_a_hook_of_another_repository_does_not_mislead(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Git sets its own names for hooks; the data may stand in another repository."""
    run_git(tmp_path, "init", "--quiet", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other" / "index"))
    assert main(["check", "--changed-since", "HEAD"]) == 0


# What git says of files


NAMES = st.text(st.sampled_from("ab é\t\n\"\\ '*:;中"), min_size=1, max_size=6).filter(str.strip)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(NAMES, st.lists(st.sampled_from(["one", "two", "three"]), max_size=6), max_size=4))
def test_a_revision_gives_back_what_was_committed(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, list[str]]
) -> None:
    """With any names, whatever became of the files since."""
    folder = tmp_path_factory.mktemp("odd")
    run_git(folder, "init", "--quiet")
    data = folder / "da ta"
    data.mkdir()
    texts = {name: "".join(f"{line}\n" for line in lines) for name, lines in before.items()}
    for name, text in texts.items():
        (data / name).write_text(text, encoding="utf-8")
    first = commit(folder)
    for name in texts:
        (data / name).unlink()
    root = git.root(folder)
    assert root == folder.resolve()
    assert git.files_at(root, first, data) == {name: text.encode() for name, text in texts.items()}


def test_links_and_folders_that_were_not_there(here: Path) -> None:
    """A link holds no text of its own; a folder made later had no files."""
    (here / "data" / "link.yml").symlink_to("terms.yml")
    head = commit(here)
    assert "link.yml" not in git.files_at(here, head, here / "data")
    assert git.files_at(here, head, here / "later") == {}
    assert set(git.files_at(here, head, here, ".md")) == {"docs/about.md"}
    with pytest.raises(git.GitError, match="not part of the repository"):
        git.files_at(here, head, here.parent)
    with pytest.raises(git.GitError):
        git.files_at(here, "0" * 40, here / "data")


def test_every_place_of_a_list_belongs_to_one_unit() -> None:
    """An entry owns its lines up to the next; what stands before the first belongs to none."""
    text = b"# a\n- id: weir\n  label: x\n\n- id: pier\n  label: y\n"
    sheets, _ = load_files("data", {"terms.yml": text, "dossier.yml": b"title: T\n"})
    units = Units(sheets)
    assert units.ids == {"weir", "pier"}
    assert set(units.nodes) == {"weir", "pier", "data/dossier.yml#title"}
