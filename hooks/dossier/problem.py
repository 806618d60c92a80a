"""A place in a file, and what is wrong there: the two values every stage shares.

    Problem            bad data: a value, collected, never raised
      severity error   stops a build
      severity warning is printed, and stops a strict build
    (anything raised)  a fault of the program, never of the data

Imports nothing of the package, so that every stage may use it.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

SHOWN: Final = 60
"""Characters of a text that a message quotes."""
LONGEST: Final = 200
"""Characters of a word for which a near one is looked for; the time grows with their square."""


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


def short(text: str) -> str:
    """Return a text as a message quotes it: in one line, and of a long one the beginning."""
    line = " ".join(text[: 4 * SHOWN].split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 3]}…"


def new_ones(
    found: Iterable[Problem], known: Iterable[Hashable], same: Callable[[Problem], Hashable]
) -> tuple[Problem, ...]:
    """Return the problems beyond those that are known, in their order.

    `same` gives what stays of a problem when lines move, `known` has it of each earlier problem: of several that read
    alike, as many are known as there were.
    """
    left = Counter(known)
    new = []
    for problem in found:
        key = same(problem)
        left[key] -= 1
        if left[key] < 0:
            new.append(problem)
    return tuple(new)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return «did you mean `x`?» for the nearest known word, or nothing when none is near.

    A letter that only looks like one of the known word, such as a Cyrillic one, is named: nobody would see it.
    """
    if len(word) > LONGEST:
        return ""
    lowered = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    if not near:
        return ""
    foreign = next((sign for sign in word if not sign.isascii() and sign.lower() not in near[0]), "")
    looks = f" (`{foreign}` is {unicodedata.name(foreign, 'another character')})" if foreign else ""
    return f"did you mean `{lowered[near[0]]}`?{looks}"
