"""Golden cases: each file in tests/golden/load and tests/golden/check is a small dossier and what is said about it.

A case has a `title` (the behaviour), `files` laid over tests/golden/base (or `bytes`, with escapes, where the encoding
matters; or `repeated`, where they are too long to be written out), maybe `links` (symbolic links), `without` (files of
the base to leave out), `limit` (bytes a file may have), `drafts: false` (a build without drafts), and `problems`: what
an editor reads, in full.
`pytest tests/test_golden.py --update-golden` writes them anew; read the difference before committing.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from dossier.problem import Problem
from dossier.rules import CODES
from golden_case import GOLDEN, read_case

CASES = sorted(path for folder in ("load", "check") for path in (GOLDEN / folder).glob("*.yml"))


BROKEN_ELSEWHERE = {"no-libyaml", "page-name"}
"""What takes more than a data folder: another PyYAML (test_load.py), pages written by hand (e2e/test_builds.py)."""


@cache
def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return what a case gives, once for all tests that look at it."""
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        return read_case(case, Path(folder), monkeypatch)[1]


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_problems_are_those_the_case_lists(path: Path, pytestconfig: pytest.Config) -> None:
    """What is wrong is named in full, at its place, in order, and nothing else is."""
    text = path.read_text(encoding="utf-8")
    case = yaml.load(text, yaml.BaseLoader)
    found = "".join(f"{problem}\n" for problem in problems_of(path))
    if pytestconfig.getoption("update_golden"):
        start, _, _ = text.partition("\nproblems:")
        lines = "".join(f"  {line}\n" for line in found.splitlines())
        path.write_text(f"{start}\nproblems: |\n{lines}", encoding="utf-8")
    assert case["problems"].splitlines() == found.splitlines(), case["title"]


def test_the_corpus_is_wide() -> None:
    """Mistakes of every sort are in it: at least 150 broken dossiers."""
    assert sum(any(problem.is_error for problem in problems_of(path)) for path in CASES) >= 150


def test_every_rule_is_broken_by_a_case() -> None:
    """A rule without a case could say anything."""
    broken = {problem.rule for path in CASES for problem in problems_of(path)}
    assert set(CODES) - broken == BROKEN_ELSEWHERE


def test_the_dossier_below_the_cases_is_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a case finds comes from the case."""
    assert read_case({}, tmp_path, monkeypatch)[1] == ()
