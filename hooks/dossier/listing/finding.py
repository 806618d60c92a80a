"""A problem as it is listed: with its rule's code, the entry it is in, and the line it is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from ..problem import Problem
from ..rules import code_of
from ..since import Identity

LONGEST_LINE: Final = 1000
"""Characters of a line that are handed to other programs; what is longer is left out, not cut."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, whose mark names the file as this listing does."""

    problem: Problem
    line: str = ""
    """The line it is about; empty where there is none, as of a file that is missing."""
    entry: str = ""
    """The id of the entry it stands in, if it stands in one."""
    identity: Identity = ("", "", "")
    """What stays the same of it when lines move."""

    @property
    def code(self) -> str:
        return code_of(self.problem.rule)

    @property
    def level(self) -> str:
        return self.problem.severity.value

    @property
    def short_line(self) -> str | None:
        """The line for other programs: nothing if there is none, or if it is of no use to anyone for its length."""
        return self.line if self.line and len(self.line) <= LONGEST_LINE else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands around the findings."""

    data: str
    """The data folder as this listing names files."""
    since: str = ""
    """The revision that only changes since are listed of, as it was given; empty for all."""
    commit: str = ""
    """The commit that was compared with."""
    older: int = 0
    """Problems that were there before, and are not listed."""


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return for each finding a value that stays the same when lines move; equal ones are told apart by their order."""
    seen: Counter[Identity] = Counter()
    given = []
    for finding in findings:
        seen[finding.identity] += 1
        text = "\0".join((*finding.identity, str(seen[finding.identity])))
        given.append(sha256(text.encode("utf-8", "replace")).hexdigest()[:32])
    return given
