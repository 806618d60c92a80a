"""Golden cases of the change report: each file in tests/golden/changes changes a small dossier, and says what is told.

A case has a `title` (the behaviour) and what makes the version after: `edits` (in a file, `find` is replaced by `put`),
`added` (text at the end of files), `moved` (files that get another name), `reversed` (files whose entries are turned
round); and `said`, the report as a terminal shows it. `pytest tests/test_changes.py --update-golden` writes that anew;
read the difference before committing.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.changes.as_text import text_of
from dossier.changes.outline import outline_of
from dossier.changes.report import Report, report_of
from dossier.changes.sides import side_of
from dossier.voice import voice_of
from golden_case import GOLDEN

FOLDER = GOLDEN / "changes"
BASE = {
    path.relative_to(FOLDER / "base").as_posix(): path.read_bytes() for path in sorted(FOLDER.rglob("base/**/*.yml"))
}
CASES = sorted(FOLDER.glob("*.yml"))


def after(case: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of the version after. An edit that finds nothing is a fault of the case."""
    texts = {path: data.decode() for path, data in BASE.items()}
    for edit in case.get("edits", ()):
        assert edit["find"] in texts[edit["file"]], edit
        texts[edit["file"]] = texts[edit["file"]].replace(edit["find"], edit["put"], 1)
    for path, text in case.get("added", {}).items():
        texts[path] += text
    for path in case.get("reversed", ()):
        entries = re.split(r"(?m)^(?=- )", texts[path].rstrip("\n"))
        texts[path] = "\n\n".join(entry.rstrip("\n") for entry in reversed(entries) if entry) + "\n"
    for old, new in case.get("moved", {}).items():
        texts[new] = texts.pop(old)
    return {path: text.encode() for path, text in texts.items()}


def report(before: Mapping[str, bytes], then: Mapping[str, bytes], language: str = "en") -> Report:
    return report_of(side_of(before), side_of(then), voice_of(language), differ=before != then)


def told(found: Report) -> str:
    return text_of(outline_of(found, (("A",), ("B",)), found.voice), 100)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_change_is_told_as_the_case_says(path: Path, pytestconfig: pytest.Config) -> None:
    """Everything that changed is told in words, what matters most first, and nothing else."""
    text = path.read_text(encoding="utf-8")
    case = yaml.load(text, yaml.BaseLoader)
    found = told(report(BASE, after(case)))
    if pytestconfig.getoption("update_golden"):
        start, _, _ = text.partition("\nsaid:")
        lines = "".join(f"  {line}\n" if line else "\n" for line in found.splitlines())
        path.write_text(f"{start}\nsaid: |\n{lines}", encoding="utf-8")
    assert case["said"] == found, case["title"]


@pytest.mark.parametrize("path", [path for path in CASES if path.stem != "new-id"], ids=lambda path: path.stem)
def test_what_came_one_way_goes_the_other(path: Path) -> None:
    """Turned round, a change is about the same entries, and what the rules found is what they no longer find.

    All but a new id: `formerly` says what was, never what will be.
    """
    then = after(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))
    there, back = report(BASE, then), report(then, BASE)
    ids = [
        {id_ for one in found.told if one.change for id_ in (one.id, one.change.was) if id_} for found in (there, back)
    ]
    assert ids[0] == ids[1]
    assert (len(there.found), len(there.gone)) == (len(back.gone), len(back.found))


def test_the_dossier_below_the_cases_is_in_order() -> None:
    """What a case finds comes from the case."""
    assert [problem for problem in side_of(BASE).problems if problem.is_error] == []


@pytest.mark.parametrize("language", ["ar", "de", "pt"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_language_has_words_for_it(path: Path, language: str) -> None:
    """No phrase has a place that is not filled, whatever the catalogue has of it."""
    found = told(report(BASE, after(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)), language))
    assert not re.search(r"\{\w*\}", found)


def test_a_problem_that_only_moved_is_no_news() -> None:
    """What the rules found before as well is not told again, though it stands on another line now."""
    lacking = {**BASE, "terms.yml": b"- id: span\n  label: Span\n  description: x\n"}
    moved = {**lacking, "terms.yml": b"# A comment.\n" + lacking["terms.yml"]}
    assert side_of(lacking).problems
    found = report(lacking, moved)
    assert (found.found, found.gone, found.empty) == ((), (), True)
    twice = {**moved, "terms.yml": moved["terms.yml"] + lacking["terms.yml"].replace(b"span", b"pier")}
    assert len(report(lacking, twice).found) == 1


def test_a_review_changes_in_the_words_of_the_page() -> None:
    """From draft to reviewed, and taken out; in another language nothing of the fields is translated word by word."""
    states = ["", "  review: draft\n", "  review: {state: reviewed, by: [A. Reader], date: 2026-06-01}\n"]
    claims = BASE["claims.yml"].decode()
    none, draft, reviewed = (
        BASE | {"claims.yml": claims.replace("- id: twelve-bolts\n", f"- id: twelve-bolts\n{state}").encode()}
        for state in states
    )
    known = "Geprüft von A. Reader (1. Juni 2026)"
    assert f"Entwurf: noch nicht geprüft → {known}" in told(report(draft, reviewed, "de"))
    assert known in told(report(none, reviewed, "de"))
    assert f"Durchsicht entfernt: {known}" in told(report(reviewed, none, "de"))
