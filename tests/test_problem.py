"""Places and problems: how they are printed, sorted, and how a slip of the pen is guessed."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.problem import Mark, Problem, Severity, did_you_mean, in_order

MARKS = st.builds(Mark, st.sampled_from(("data/a.yml", "data/b.yml")), st.integers(1, 20), st.integers(1, 20))
PROBLEMS = st.builds(Problem, MARKS, st.sampled_from(("x", "y")), st.just(""), st.sampled_from(("r", "s")))


def test_a_place_prints_as_editors_click_it() -> None:
    """path:line:column, counted from one."""
    assert str(Mark("data/claims.yml", 3, 24)) == "data/claims.yml:3:24"
    assert str(Mark("data/claims.yml")) == "data/claims.yml:1:1"


def test_a_sentence_without_expectation_ends_without_semicolon() -> None:
    """Nothing expected, nothing said."""
    assert Problem(Mark("a"), "wrong").sentence == "wrong"
    assert str(Problem(Mark("a"), "odd", "look", severity=Severity.WARNING)) == "a:1:1: warning: odd; look"


@given(st.lists(PROBLEMS))
def test_problems_come_sorted_and_once(problems: list[Problem]) -> None:
    """Lines are numbers: line 9 stands before line 10."""
    found = in_order(problems)
    assert set(found) == set(problems)
    assert len(found) == len(set(found))
    places = [(problem.mark.path, problem.mark.line, problem.mark.column) for problem in found]
    assert places == sorted(places)
    assert found == in_order(reversed(problems))


def test_the_nearest_word_is_offered() -> None:
    """A slip is recognised, whatever its case; something else is not."""
    assert did_you_mean("clams", ("claims", "places")) == "did you mean `claims`?"
    assert did_you_mean("CLAIMS", ("claims", "places")) == "did you mean `claims`?"
    assert did_you_mean("usa", ("USA Today", "Usa")) == "did you mean `Usa`?"
    assert did_you_mean("river", ("claims", "places")) == ""
    assert did_you_mean("", ()) == ""


@given(st.text(), st.lists(st.text()))
def test_guessing_never_fails_and_offers_only_known_words(word: str, known: list[str]) -> None:
    """Any text may stand in a data file."""
    said = did_you_mean(word, known)
    assert said == "" or any(said.startswith(f"did you mean `{name}`?") for name in known)
