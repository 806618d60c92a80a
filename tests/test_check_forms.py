"""`dossier check` as editors and workflows meet it: text with a caret, JSON, annotations of GitHub, SARIF."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.__main__ import main
from dossier.listing import Finding, Summary, annotations_of, json_of, sarif_of, text_of
from dossier.listing.rule_page import RulePage
from dossier.problem import Mark, Problem, Severity
from dossier.rules import CODES
from dossier.trouble import trouble_page

ROOT = Path(__file__).parent.parent
BASE = Path(__file__).parent / "golden" / "base" / "data"
SUMMARY = Summary("data")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small dossier in the working folder, with one hand-written page."""
    for path in BASE.rglob("*.yml"):
        copy = tmp_path / "data" / path.relative_to(BASE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "SITE_URL", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def add(path: Path, text: str) -> None:
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


def finding(message: str = "wrong", path: str = "data/claims.yml", **more: Any) -> Finding:
    severity = more.pop("severity", Severity.ERROR)
    mark = Mark(path, more.pop("at", 1), more.pop("column", 1))
    return Finding(Problem(mark, message, "mend it", "uncited", severity), **more)


# Text


WRONG = "- id: bridge\n  label: Lower Weir\n  description: A footbridge.\n  colour: red\n"
"""A term that cites nobody, with a field there is not."""


def test_each_problem_has_its_place_its_line_and_a_caret(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an editor reads first, word for word."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    code, out, err = check(capsys)
    assert (code, err) == (1, "")
    assert out == (
        "data/terms.yml:4:3: error: there is no field `colour`; expected one of"
        " " + out.partition("expected one of ")[2].partition(" [D301")[0] + " [D301 shape]\n"
        "    4 |   colour: red\n"
        "      |   ^\n"
        "data: 1 error\n"
        "What a code means: ./dossier explain D301\n"
    )


def test_good_data_is_said_to_be_good(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, so that nobody wonders whether anything ran; none with --quiet."""
    assert check(capsys) == (0, "data: no problem\n", "")
    assert check(capsys, "--quiet") == (0, "", "")


def test_quiet_leaves_a_line_for_each_problem(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs that read lines."""
    (here / "data" / "terms.yml").write_text(WRONG + WRONG.replace("bridge", "weir"), encoding="utf-8")
    code, out, _ = check(capsys, "--quiet")
    assert code == 1
    assert all(re.match(r"data/terms\.yml:\d+:\d+: error: .* \[D\d{3} [a-z-]+\]$", line) for line in out.splitlines())
    assert len(out.splitlines()) == 2


def test_a_place_can_be_clicked_from_wherever_the_command_runs(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The path is the one from the working folder: inside the data, above it, and beside it."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    (here / ".git").mkdir()
    monkeypatch.chdir(here / "data")
    assert check(capsys, "--data", ".", "--docs", "../docs", "--quiet")[1].startswith("terms.yml:4:3: ")
    (here / "elsewhere").mkdir()
    monkeypatch.chdir(here / "elsewhere")
    out = check(capsys, "--data", "../data", "--docs", "../docs", "--quiet")[1]
    assert out.startswith(f"{here.as_posix()}/data/terms.yml:4:3: ")


@pytest.mark.parametrize(
    ("surroundings", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colours_only_where_they_are_wanted(
    surroundings: dict[str, str],
    coloured: bool,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No terminal, no colours; NO_COLOR has the last word."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    out = check(capsys)[1]
    assert ("\x1b[" in out) is coloured
    if coloured:
        monkeypatch.delenv("FORCE_COLOR")
        assert re.sub(r"\x1b\[\d+m", "", out) == check(capsys)[1]


def test_a_file_takes_the_text_and_no_data_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whole or not at all; a slip of the tab key costs nobody a file of data."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    code, out, _ = check(capsys, "--format", "json", "--output", "reports/check.json")
    assert (code, out) == (1, "data: 1 error; written to reports/check.json\n")
    assert json.loads((here / "reports" / "check.json").read_text(encoding="utf-8"))["errors"] == 1
    assert [path.name for path in (here / "reports").iterdir()] == ["check.json"]
    code, out, err = check(capsys, "--output", "data/terms.yml")
    assert (code, out) == (2, "")
    assert "is in the data folder" in err
    assert (here / "data" / "terms.yml").read_text(encoding="utf-8") == WRONG
    code, _, err = check(capsys, "--output", "docs")
    assert code == 2
    assert err.startswith("docs cannot be read or written: it is a folder")


def test_a_page_that_is_no_text_is_a_problem_and_no_end(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything else is still checked."""
    (here / "docs" / "about.md").write_bytes("Zoë".encode("latin-1"))
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    code, out, _ = check(capsys, "--quiet")
    assert code == 1
    assert [line.split("[")[-1] for line in out.splitlines()] == ["D301 shape]", "D105 encoding]"]


# The page of problems


def test_the_page_of_problems_shows_the_same_line(here: Path) -> None:
    """In the browser as well, with nothing of the data becoming HTML."""
    (here / "data" / "terms.yml").write_text("- id: a\n  label: <b>中</b>\n", encoding="utf-8")
    problem = Problem(Mark("data/terms.yml", 2, 13), "wrong", "mend it", "uncited")
    page = trouble_page([problem], here)
    assert "    1 | - id: a\n    2 |   label: &lt;b&gt;<mark>中</mark>&lt;/b&gt;\n      |             ^</pre>" in page
    assert "rule D501 uncited" in page
    assert "<pre>" not in trouble_page([Problem(Mark("data/gone.yml"), "wrong", "", "missing-file")], here)


def test_the_page_of_problems_shows_code_as_code_and_says_where_more_is_told(here: Path) -> None:
    """Backticks are for a terminal; what they hold may be anything that stands in the data."""
    problem = Problem(Mark("data/terms.yml", 1, 1), "`when`: no date", "write `<b>2016`", "shape")
    page = trouble_page([problem], here)
    assert "<code>when</code>: no date.</span><br>Write <code>&lt;b&gt;2016</code>." in page
    assert "`" not in page
    assert "<code>./dossier explain D301</code>" in page


# JSON


def test_json_has_every_field(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What docs/check.md promises to other programs."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    facts = json.loads(check(capsys, "--format", "json")[1])
    (problem,) = facts.pop("problems")
    assert facts == {"version": 1, "data": "data", "since": None, "errors": 1, "warnings": 0}
    assert re.fullmatch("[0-9a-f]{32}", problem.pop("fingerprint"))
    assert problem.pop("expected").startswith("expected one of")
    assert problem == {
        "code": "D301",
        "rule": "shape",
        "severity": "error",
        "file": "data/terms.yml",
        "line": 4,
        "column": 3,
        "entry": "bridge",
        "message": "there is no field `colour`",
        "source_line": "  colour: red",
    }


def test_a_file_name_that_is_no_text_stops_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any bytes may be a file name on Linux."""
    try:
        Path(os.fsdecode(bytes(here / "data") + b"/caf\xe9.yml")).write_text("[]", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes only names that are text")
    for form in ("text", "json", "github", "sarif"):
        code, out, _ = check(capsys, "--format", form)
        assert code == 1
        assert "D102" in out
        out.encode("utf-8")


def test_fingerprints_stay_when_lines_move(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And tell apart problems that read alike."""

    def prints() -> list[str]:
        return [one["fingerprint"] for one in json.loads(check(capsys, "--format", "json")[1])["problems"]]

    path = here / "data" / "terms.yml"
    twice = WRONG + WRONG
    path.write_text(twice, encoding="utf-8")
    before = prints()
    path.write_text("# A remark\n\n" + twice, encoding="utf-8")
    assert prints() == before
    assert len(set(before)) == len(before) > 1


# Annotations of GitHub


def unescaped(text: str, codes: Sequence[str]) -> str:
    """Do what the runner does: take back each code, the percent sign last (actions/runner, ActionCommand.cs)."""
    for code in (*codes, "%25"):
        text = text.replace(code, chr(int(code[1:], 16)))
    return text


def commands(printed: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does."""
    found = []
    for line in printed.splitlines():
        if line.startswith("::"):
            head, _, data = line[2:].partition("::")
            name, _, properties = head.partition(" ")
            pairs = [pair.partition("=") for pair in properties.split(",")]
            given = {key: unescaped(value, ("%0D", "%0A", "%3A", "%2C")) for key, _, value in pairs}
            found.append((name, given, unescaped(data, ("%0D", "%0A"))))
    return found


@given(st.text(st.sampled_from("ab%,:;=\r\n25AD0C3é]#"), min_size=1), st.text(st.sampled_from("a/%,:;= \n3AD2C0é")))
def test_annotations_survive_the_runner(message: str, path: str) -> None:
    """Whatever stands in data and file names arrives as it was, and begins no other command."""
    (command,) = commands(annotations_of([finding(message, f"data/{path}", at=3, column=7)], SUMMARY))
    place = {"file": f"data/{path}", "line": "3", "col": "7", "title": "D501 uncited"}
    assert command == ("error", place, f"{message}; mend it")


@given(st.integers(0, 14), st.integers(0, 14))
def test_what_github_would_drop_is_said(errors: int, warnings: int) -> None:
    """Ten of each kind beside the lines, the rest in one notice."""
    found = [finding(f"error {number}.") for number in range(errors)]
    found += [finding(f"warning {number}.", severity=Severity.WARNING) for number in range(warnings)]
    out = annotations_of(found, SUMMARY)
    kinds = [name for name, _, _ in commands(out)]
    assert (kinds.count("error"), kinds.count("warning")) == (min(10, errors), min(10, warnings))
    assert kinds.count("notice") == (errors > 10 or warnings > 10)
    said = "\n".join(data for _, _, data in commands(out))
    assert all(one.problem.message in said for one in found)


def test_files_are_named_from_the_top_of_the_repository(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dossier may stand in a folder of a larger repository; GitHub knows only paths from its top."""
    inner = here / "projects" / "weir"
    inner.mkdir(parents=True)
    (here / "data").rename(inner / "data")
    (inner / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    (here / ".git").mkdir()
    monkeypatch.chdir(inner)
    ((_, place, _),) = commands(check(capsys, "--format", "github")[1])
    assert place["file"] == "projects/weir/data/terms.yml"
    sarif = json.loads(check(capsys, "--format", "sarif")[1])
    (result,) = sarif["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "projects/weir/data/terms.yml",
        "uriBaseId": "SRCROOT",
    }


# SARIF


REQUIRED = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id", "name", "shortDescription", "fullDescription", "help"],
                                            "properties": {
                                                "helpUri": {"type": "string", "pattern": "^https?://"},
                                                "defaultConfiguration": {
                                                    "properties": {"level": {"enum": ["warning", "error"]}}
                                                },
                                                "help": {"required": ["text"]},
                                                "shortDescription": {"properties": {"text": {"minLength": 1}}},
                                                "fullDescription": {"properties": {"text": {"minLength": 1}}},
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
                            "properties": {
                                "level": {"enum": ["warning", "error"]},
                                "message": {"required": ["text"]},
                                "locations": {
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "properties": {
                                                    "region": {
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        }
                                                    }
                                                }
                                            }
                                        },
                                    }
                                },
                                "partialFingerprints": {"additionalProperties": {"type": "string"}},
                            },
                        }
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 and GitHub's code scanning ask of the parts we write."""


def test_sarif_has_what_readers_of_it_need(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All rules with their words, results that point at them, and nothing of this machine."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    code, out, _ = check(capsys, "--format", "sarif", "--site-url", "https://example.org/weir")
    log = json.loads(out)
    jsonschema.validate(log, REQUIRED)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES.values())
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "D301"
    assert rules[result["ruleIndex"]]["helpUri"] == "https://example.org/weir/problems/D301.html"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 3}
    assert result["locations"][0]["logicalLocations"] == [{"name": "bridge", "kind": "object"}]
    assert (code, run["columnKind"]) == (1, "unicodeCodePoints")
    assert str(here) not in out


def test_sarif_needs_no_pages_and_makes_no_links() -> None:
    """A dossier may have been cut loose from the documentation; data cannot put a link into an alert."""
    log = json.loads(sarif_of([finding("see [this](https://example.org)")], {}))
    jsonschema.validate(log, REQUIRED)
    (run,) = log["runs"]
    assert all("helpUri" not in rule for rule in run["tool"]["driver"]["rules"])
    assert "](" not in run["results"][0]["message"]["text"].replace("\\](", "")
    page = RulePage("D501", "uncited", "an entry cites nobody", "**Warning:** x", {"What it means": "Some **text**."})
    (rule,) = (
        rule
        for rule in json.loads(sarif_of([], {"uncited": page}))["runs"][0]["tool"]["driver"]["rules"]
        if rule["id"] == "D501"
    )
    assert rule["fullDescription"]["text"] == "Some text."
    assert rule["defaultConfiguration"]["level"] == "warning"


def test_the_forms_are_the_same_each_time(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same data gives the same bytes."""
    (here / "data" / "terms.yml").write_text(WRONG, encoding="utf-8")
    for form in ("text", "json", "github", "sarif"):
        assert check(capsys, "--format", form) == check(capsys, "--format", form)


def test_every_rule_can_be_listed_in_every_form() -> None:
    """With nothing around it: no line, no entry."""
    found = [Finding(Problem(Mark("data/x.yml"), "wrong", "mend it", rule)) for rule in CODES]
    for text in (text_of(found, SUMMARY), json_of(found, SUMMARY), sarif_of(found, {})):
        assert all(code in text for code in CODES.values())


# Without the rest of the program


def test_a_check_imports_no_drawing_and_no_rendering(here: Path) -> None:
    """It runs before each commit: what it does not need, nobody waits for."""
    program = "import sys; from dossier.__main__ import main; main(['check']); print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=here, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(done.stdout.split())
    unneeded = {"dossier.render", "dossier.draw", "dossier.report", "dossier.index", "jinja2", "markdown"}
    assert "dossier.check" in loaded
    assert loaded & unneeded == set()
