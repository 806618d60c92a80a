"""Golden cases: each file in tests/golden/load and tests/golden/check is a small dossier and what is said about it.

A case has a `title` (the behaviour), `files` laid over tests/golden/base (or `bytes`, with escapes, where the encoding
matters), maybe `without` (files of the base to leave out) and `limit` (bytes a file may have), and `problems`: what an
editor reads, in full. `pytest tests/test_golden.py --update-golden` writes them anew; read the difference before
committing.
"""

from pathlib import Path

import pytest
import yaml

from golden_case import GOLDEN, read_case

CASES = sorted(path for folder in ("load", "check") for path in (GOLDEN / folder).glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_problems_are_those_the_case_lists(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """What is wrong is named in full, at its place, in order, and nothing else is."""
    text = path.read_text(encoding="utf-8")
    case = yaml.load(text, yaml.BaseLoader)
    found = "".join(f"{problem}\n" for problem in read_case(case, tmp_path, monkeypatch)[1])
    if pytestconfig.getoption("update_golden"):
        start, _, _ = text.partition("\nproblems:")
        lines = "".join(f"  {line}\n" for line in found.splitlines())
        path.write_text(f"{start}\nproblems: |\n{lines}", encoding="utf-8")
    assert case["problems"].splitlines() == found.splitlines(), case["title"]


def test_the_dossier_below_the_cases_is_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a case finds comes from the case."""
    assert read_case({}, tmp_path, monkeypatch)[1] == ()
