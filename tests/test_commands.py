"""`dossier analyse` and `dossier coverage` as an editor uses them: words, JSON, bad data, wrong arguments."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from dossier.__main__ import main
from dossier.report import ANALYSES, At, Section, Table, To
from dossier.terminal import json_of, text_of

ROOT = Path(__file__).parent.parent
DATA = str(ROOT / "data")
BASE = Path(__file__).parent / "golden" / "base" / "data"
NAMES = [analysis.name for analysis in ANALYSES]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return the exit code and what was printed on both channels."""
    code = main(arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def broken(folder: Path) -> Path:
    """Return a small dossier in which one source is said to derive from itself and from one that does not exist."""
    data = folder / "data"
    data.mkdir()
    for path in BASE.glob("*.yml"):
        (data / path.name).write_bytes(path.read_bytes())
    sources = (BASE / "sources.yml").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(sources) if line.startswith("- id: "))
    own = sources[at].removeprefix("- id: ")
    sources.insert(at + 1, f"  derived_from: [{{source: {own}, how: cites}}, {{source: nowhere, how: cites}}]")
    (data / "sources.yml").write_text("\n".join(sources) + "\n", encoding="utf-8")
    return data


def test_all_analyses_are_printed_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its heading and the name by which it can be asked for alone."""
    code, out, err = run(capsys, "analyse", "--data", DATA)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.endswith(")") and f"({line.split('(')[-1][:-1]})" in line]
    positions = [out.index(f"  ({name})\n=") for name in NAMES]
    assert positions == sorted(positions)


@pytest.mark.parametrize("name", NAMES)
def test_one_analysis_is_what_stands_in_the_whole(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for one changes nothing of what it says."""
    _, whole, _ = run(capsys, "analyse", "--data", DATA)
    code, one, _ = run(capsys, "analyse", name, "--data", DATA)
    assert code == 0
    assert one.strip()
    assert one in whole


def test_facts_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers of the site, for another program; what is computed from others is there too."""
    code, out, _ = run(capsys, "analyse", "--json", "--data", DATA)
    facts = json.loads(out)
    assert code == 0
    assert list(facts) == NAMES
    count = facts["origins"]["trucks-destroyed"]["all"]
    assert (len(count["reports"]), count["at_least"], count["at_most"]) == (10, 1, 1)


def test_what_falls_without_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    """The statement all reports of the trucks go back to: without it none of them is left."""
    code, out, _ = run(capsys, "analyse", "--without", "coalition-statement-2016-12-09", "--data", DATA)
    assert code == 0
    assert "trucks-destroyed" in out
    code, out, _ = run(capsys, "analyse", "--json", "--without", "coalition-statement-2016-12-09", "--data", DATA)
    lost = {change["claim"]: change["reports"] for change in json.loads(out)["without"]["lost"]}
    assert lost["trucks-destroyed"] == [10, 0]


def test_a_misspelt_source_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to look the id up."""
    code, out, err = run(capsys, "analyse", "--without", "coalition-statment-2016-12-09", "--data", DATA)
    assert (code, out) == (2, "")
    assert "did you mean `coalition-statement-2016-12-09`?" in err


def test_bad_data_is_said_and_the_analyses_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A circle and a reference to nothing stop no analysis; that something is missing stands on the other channel."""
    code, out, err = run(capsys, "analyse", "--data", str(broken(tmp_path)))
    assert code == 1
    assert all(f"  ({name})\n" in out for name in NAMES)
    assert "`dossier check` lists each" in err
    main(["check", "--data", str(tmp_path / "data")])
    checked = capsys.readouterr().out
    assert "derivation-circle" in checked
    assert "nowhere" in checked


def test_an_empty_dossier_is_analysed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing but settings every analysis says that there is nothing."""
    (tmp_path / "dossier.yml").write_bytes((BASE / "dossier.yml").read_bytes())
    _, out, _ = run(capsys, "analyse", "--data", str(tmp_path))
    assert all(f"  ({name})\n" in out for name in NAMES)


@pytest.mark.parametrize("command", ["analyse", "coverage"])
def test_a_missing_folder_is_named(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Most often the command was run in the wrong place."""
    code, _, err = run(capsys, command, "--data", str(tmp_path / "nothing"))
    assert code == 2
    assert "there is no folder" in err


def test_coverage_with_a_text_that_is_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text with another sum is no document of this dossier; no word of it is printed."""
    text = tmp_path / "text.txt"
    text.write_text("Unmistakable words that stand nowhere else.\n", encoding="utf-8")
    code, out, _ = run(capsys, "coverage", "--text", str(text), "--data", DATA)
    assert code == 1
    assert "Unmistakable" not in out
    code, _, err = run(capsys, "coverage", "--text", str(tmp_path / "none.txt"), "--data", DATA)
    assert code == 2
    assert "there is no file" in err


def test_sections_are_wrapped_and_lose_nothing() -> None:
    """A long word stays whole, a mention has its id, a place in a file can be clicked in a terminal."""
    from dossier.model import Dossier, Settings  # noqa: PLC0415

    settings = Settings.model_construct(title="T")
    section = Section(
        "name",
        "Title",
        (("word " * 30, To("an-id"), " ", At("data/claims.yml", 4, 7)),),
        Table(("A", "B", "C"), ((("first",), ("second",), ()), ((To("x", "shown"),), ("y",), ("z",)))),
        (("limit",),),
    )
    text = text_of(section, Dossier(settings), 40)
    assert all(len(line) <= 40 for line in text.splitlines())
    assert "an-id" in text
    assert "data/claims.yml:4:7" in text
    assert text.endswith("- first\n    B: second\n- shown [x]\n    B: y\n    C: z\n\nlimit\n")


def test_json_takes_every_kind_of_fact() -> None:
    """Sets in order, fractions as numbers, dates as written."""
    from dossier.dates import parse  # noqa: PLC0415

    facts = {"set": frozenset({"b", "a"}), "half": Fraction(1, 2), "two": Fraction(2), "date": parse("2016-12~")}
    assert json.loads(json_of(facts)) == {"set": ["a", "b"], "half": 0.5, "two": 2, "date": "2016-12~"}


def test_json_holds_only_what_every_reader_of_json_takes() -> None:
    """Infinity is no JSON, a whole number of 5,000 digits nothing Python writes, and a cut nothing anybody knows."""
    from dossier.analysis import Interval  # noqa: PLC0415

    huge = Fraction(10) ** 5000
    facts = {"huge": Interval(Fraction(5), huge), "part": huge / 7, "whole": Fraction(10) ** 299}
    found = json.loads(json_of(facts), parse_constant=pytest.fail)
    assert (found["huge"]["least"], found["huge"]["most"]) == (5, "1E+5000")
    assert (found["huge"]["low"], found["huge"]["high"]) == (5.0, None)
    assert found["part"] == "1.4285714285714286E+4999"
    assert found["whole"] == 10**299
    assert not {"floor", "ceiling"} & found["huge"].keys()


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ((2016, 12, 8), "2016-12-08"),
        ((-43, 3, 15), "-0043-03-15"),
        ((0, 1, 1), "0000-01-01"),
        ((17000, 1, 1), "Y17000"),
        ((-17000, 1, 1), "Y-17000"),
    ],
)
def test_a_day_is_a_date_in_json(day: tuple[int, int, int], text: str) -> None:
    """Three numbers in a row say nothing to who reads the JSON alone."""
    from dossier.analysis.clocks.publication import PublicationDay, Totals  # noqa: PLC0415

    published = PublicationDay(day, (), (), (), (), (), (), (), Totals())
    assert json.loads(json_of({"days": [published]}))["days"][0]["day"] == text


def test_json_of_a_figure_that_no_words_can_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` calls it a slip; the JSON has it all the same, since no section is worded for it."""
    for path in BASE.glob("*.yml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    measure = f"  measure: {{of: stones, value: {'9' * 5000}, unit: stones, scope: the bridge}}\n"
    (tmp_path / "claims.yml").write_text((BASE / "claims.yml").read_text(encoding="utf-8") + measure, encoding="utf-8")
    code, out, _ = run(capsys, "analyse", "conflicts", "--json", "--data", str(tmp_path))
    assert code == 1
    assert json.loads(out, parse_constant=pytest.fail)["conflicts"][0]["rows"][0]["interval"]["most"] == "1E+5000"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("origins", "--without", "paper"), "`--without` is an analysis of its own; leave out `origins`"),
        (("--without", ""), "there is no source ``"),
    ],
)
def test_what_was_asked_for_is_never_left_out_silently(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty variable of a script, or two questions at once, give a message and not another answer."""
    code, out, err = run(capsys, "analyse", *arguments, "--data", str(BASE))
    assert (code, out) == (2, "")
    assert said in err


COMMAND = (sys.executable, "-m", "dossier", "analyse", "names", "--data", DATA)
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "0"}


def test_names_in_any_script_are_printed_whatever_the_system_speaks() -> None:
    """Windows writes its own encoding to files, which has no Arabic."""
    done = subprocess.run(COMMAND, env={**ENVIRONMENT, "PYTHONIOENCODING": "cp1252"}, capture_output=True, check=True)
    assert "داعش" in done.stdout.decode("utf-8")


def test_who_reads_only_the_beginning_gets_no_traceback() -> None:
    """As in `dossier analyse | head`."""
    with subprocess.Popen(COMMAND, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1
