"""A place in a file, and what is wrong there: the two values every stage shares.

    Problem            bad data: a value, collected, never raised
      severity error   stops a build
      severity warning is printed, and stops a strict build
    (anything raised)  a fault of the program, never of the data

Imports nothing of the package, so that every stage may use it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file: path as shown to people (`data/claims.yml`), line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, what is wrong, what was expected, and the rule that says so."""

    mark: Mark
    message: str
    expected: str = ""
    rule: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def sentence(self) -> str:
        """The message and what was expected, as one line without the place."""
        return f"{self.message}; {self.expected}" if self.expected else self.message

    @property
    def order(self) -> tuple[Mark, str, str]:
        """The key by which problems are listed: file, line, column, then wording."""
        return (self.mark, self.rule, self.message)

    def __str__(self) -> str:
        return f"{self.mark}: {self.severity.value}: {self.sentence}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by place, each once."""
    return tuple(sorted(set(problems), key=lambda problem: problem.order))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return «did you mean `x`?» for the nearest known word, or nothing when none is near."""
    lowered = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return f"did you mean `{lowered[near[0]]}`?" if near else ""
