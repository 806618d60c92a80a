"""The rules as a whole: each is shown by a golden case, and none depends on the others."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import dossier
from dossier.check import RULES, check
from dossier.problem import Mark, Problem, Severity
from golden_case import GOLDEN, read_case

PACKAGE = Path(dossier.__file__).parent
CASES = sorted(path for folder in ("load", "check") for path in (GOLDEN / folder).glob("*.yml"))
NEEDS_ANOTHER_PYYAML = {"no-libyaml"}
"""Shown in test_load.py: no file of a dossier can bring it about."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """The names of the rule functions that find something in some case, and the words of all problems of all cases."""
    functions: set[str] = set()
    words: set[str] = set()
    for path in CASES:
        with pytest.MonkeyPatch.context() as monkeypatch:
            read, problems = read_case(
                yaml.load(path.read_text("utf-8"), yaml.BaseLoader), tmp_path_factory.mktemp("case"), monkeypatch
            )
        words |= {problem.rule for problem in problems}
        functions |= {rule.__name__ for rule in RULES if any(True for _ in rule(read))}
    return functions, words


def words_in_the_code() -> Iterator[str]:
    """Yield the word for the rule from every place in load, model and check that makes a problem."""
    for stage in ("load", "model", "check"):
        for path in (PACKAGE / stage).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    named = [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
                    for word in (*node.args[3:4], *named):
                        if ast.unparse(node.func).split(".")[-1] in ("Problem", "_note", "_complain") and isinstance(
                            word, ast.Constant
                        ):
                            yield str(word.value)


def test_every_rule_has_a_golden_case(shown: tuple[set[str], set[str]]) -> None:
    """A rule without a case is a rule nobody has seen at work."""
    assert {rule.__name__ for rule in RULES} - shown[0] == set()


def test_every_word_for_a_rule_has_a_golden_case(shown: tuple[set[str], set[str]]) -> None:
    """Whatever stage finds a problem, a case shows how it is told."""
    found = set(words_in_the_code())
    assert len(found) > 30
    assert found - shown[1] - NEEDS_ANOTHER_PYYAML == set()


def test_every_problem_says_what_to_do_and_which_rule(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An editor is never left with a bare complaint, and a line is one line."""
    for path in CASES:
        with pytest.MonkeyPatch.context() as monkeypatch:
            _, problems = read_case(
                yaml.load(path.read_text("utf-8"), yaml.BaseLoader), tmp_path_factory.mktemp("case"), monkeypatch
            )
        for problem in problems:
            assert problem.rule, problem
            assert problem.expected, problem
            assert "\n" not in str(problem), problem


def test_rules_are_in_order_and_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same dossier gives the same problems, sorted by place, whatever the order of the rules."""
    case = yaml.load((GOLDEN / "check" / "reference.yml").read_text("utf-8"), yaml.BaseLoader)
    read, _ = read_case(case, tmp_path, monkeypatch)
    found = check(read)
    assert found == check(read)
    assert [problem.mark for problem in found] == sorted(problem.mark for problem in found)
    assert len(found) == len(set(found))
    every = {problem for rule in reversed(RULES) for problem in rule(read)}
    assert every == set(found)


def test_a_doubtful_source_does_not_stop_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is told and is no error."""
    case = yaml.load((GOLDEN / "check" / "source-unused.yml").read_text("utf-8"), yaml.BaseLoader)
    _, problems = read_case(case, tmp_path, monkeypatch)
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert not any(problem.is_error for problem in problems)


def test_a_problem_prints_place_severity_message_and_expectation() -> None:
    """The line is what editors and CI annotations read."""
    problem = Problem(Mark("data/claims.yml", 41, 7), "what is wrong", "what was expected", "rule")
    assert str(problem) == "data/claims.yml:41:7: error: what is wrong; what was expected"
