"""`dossier init` as somebody uses it who has a document and no wish to read code."""

import io
import subprocess
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.begin import NOT_TAKEN, PROGRAM, SURROUNDINGS, Answers, first_file, own_config
from dossier.commands.init import HERE, TEMPLATE
from dossier.model import KINDS, Dossier
from dossier.model.read import LISTS
from dossier.pipeline import read
from dossier.voice import voice_of


def begin(folder: Path, *more: str) -> int:
    """Begin a dossier and return the exit code."""
    return main(["init", str(folder), *more])


def checked(folder: Path) -> Dossier:
    """Return the dossier in a folder, which has no problem."""
    dossier, problems = read(folder / "data")
    assert "\n".join(map(str, problems)) == ""
    return dossier


def test_a_new_dossier_has_one_worked_example_of_each_kind(tmp_path: Path) -> None:
    """Whoever begins sees each kind once, and nothing is wrong with it, not even a warning."""
    assert begin(tmp_path / "mine", "--title", "My case") == 0
    dossier = checked(tmp_path / "mine")
    assert dossier.settings.title == "My case"
    assert [kind for kind in (*LISTS, "documents", "remarks") if not getattr(dossier, kind)] == []
    assert {entry.kind for entry in dossier.entries.values()} == {kind.kind for kind in KINDS}


def test_an_empty_one_has_settings_and_nothing_else(tmp_path: Path) -> None:
    """For whoever knows how it goes."""
    assert begin(tmp_path / "mine", "--empty", "--title", "My case") == 0
    dossier = checked(tmp_path / "mine")
    assert (dossier.settings.title, len(dossier.entries)) == ("My case", 0)


@pytest.mark.parametrize("language", ["en", "de", "ar", "pt-BR", "fa"])
def test_in_any_language(language: str, tmp_path: Path) -> None:
    """The language is an answer, not a change of code."""
    assert begin(tmp_path / "mine", "--language", language) == 0
    assert voice_of(checked(tmp_path / "mine").settings.language).language == language


@pytest.mark.parametrize(
    "title",
    [
        'Der "Kran": ein Fall',
        "yes",
        "12:30",
        "# not a comment",
        "- x",
        "<b>&amp;</b>",
        "{{ editor }}",
        "قضية الجسر",
        "\\",
    ],
)
def test_a_title_is_text_whatever_it_holds(title: str, tmp_path: Path) -> None:
    """YAML has meanings for what people write in titles; here none of them counts."""
    assert begin(tmp_path / "mine", "--title", title, "--editor", title) == 0
    settings = checked(tmp_path / "mine").settings
    assert (settings.title, settings.editors[0].name) == (title, title)


def test_questions_are_asked_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not given is asked, with a usual answer for whoever only presses Enter."""
    answers = io.StringIO("A bridge\n\nde\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    assert begin(tmp_path / "mine") == 0
    settings = checked(tmp_path / "mine").settings
    assert (settings.title, settings.language) == ("A bridge", "de")


def test_an_answer_that_cannot_be_used_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One slip does not cost the answers given before it."""
    answers = io.StringIO("A\u200bbridge\nA bridge\n\nDeutsch\nde\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    assert begin(tmp_path / "mine") == 0
    settings = checked(tmp_path / "mine").settings
    assert (settings.title, settings.language) == ("A bridge", "de")
    assert "`Deutsch` is no language" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("folder", "more", "said"),
    [
        ("full", (), "is not empty (it has a.txt)"),
        ("full/a.txt", (), "is a file"),
        ("new", ("--language", "klingon"), "is no language"),
        ("new", ("--language", "German"), "its tag is `de`"),
        ("new", ("--title", "two\nlines"), "title is empty or has a line break"),
        ("new", ("--title", " "), "title is empty or has a line break"),
        ("full", ("--update",), "no dossier that was begun"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    folder: str, more: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with anything in it stays as it is."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("mine", encoding="utf-8")
    assert begin(tmp_path / folder, *more) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "full"]


def test_not_inside_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    """There its files and its history would be taken for the program's."""
    assert begin(HERE / "mine") == 2
    assert "lies inside the program's own folder" in capsys.readouterr().err
    assert not (HERE / "mine").exists()


def test_a_cloned_empty_repository_will_do(tmp_path: Path) -> None:
    """Many begin with an empty repository from their code host."""
    (tmp_path / ".git").mkdir()
    assert begin(tmp_path, "--repo-url", "https://example.org/x") == 0
    assert 'repo_url: !ENV [REPO_URL, "https://example.org/x"]' in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_an_update_renews_the_program_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data, pages and settings stay; a module that the program no longer has goes."""
    mine = tmp_path / "mine"
    begin(mine)
    own = {path: f"{path} of mine\n" for path in ("data/claims.yml", "README.md", "docs/contribute.md", "mkdocs.yml")}
    for path, text in own.items():
        (mine / path).write_text(text, encoding="utf-8")
    (mine / "hooks" / "dossier" / "gone.py").write_text("", encoding="utf-8")
    (mine / "docs" / "assets" / "logo" / "mine.svg").write_text("<svg/>", encoding="utf-8")
    (mine / "hooks" / "dossier" / "host.py").write_text("", encoding="utf-8")
    assert begin(mine, "--update") == 2
    assert "is no git repository" in capsys.readouterr().err
    git = ["git", "-C", str(mine), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    assert begin(mine, "--update") == 2
    assert "changes that are not committed" in capsys.readouterr().err
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    assert begin(mine, "--update") == 0
    assert {path: (mine / path).read_text(encoding="utf-8") for path in own} == own
    assert not (mine / "hooks" / "dossier" / "gone.py").exists()
    assert (mine / "docs" / "assets" / "logo" / "mine.svg").exists()
    assert (mine / "hooks" / "dossier" / "host.py").read_bytes() == (
        HERE / "hooks" / "dossier" / "host.py"
    ).read_bytes()


def test_every_file_of_the_checkout_is_decided_about() -> None:
    """What is added later is taken, made one's own, or left: never forgotten."""
    listed = subprocess.run(["git", "-C", str(HERE), "ls-files"], capture_output=True, text=True, check=True).stdout
    known = (*PROGRAM, *SURROUNDINGS, *NOT_TAKEN)
    pages = {path for path in listed.split() if path.startswith("docs/") and path.endswith(".md")}
    lost = [
        path
        for path in listed.split()
        if path not in pages and not any(path == part or path.startswith(f"{part}/") for part in known)
    ]
    assert lost == []


def test_no_blank_is_left_and_no_unknown_one_passes() -> None:
    """A template that asks for what nobody is asked is a fault of ours, found here."""
    answers = Answers("T", "E")
    for path in (path for path in TEMPLATE.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8")
        assert "{{" not in first_file(path.name, text, answers)
    with pytest.raises(KeyError):
        first_file("a.md", "{{ colour }}", answers)


def test_the_settings_must_have_the_line_that_is_replaced() -> None:
    """A renamed line must not leave our repository in somebody else's dossier."""
    with pytest.raises(ValueError, match="0 lines"):
        own_config("repo: x\n", "")
