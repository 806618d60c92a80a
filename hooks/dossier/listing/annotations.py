"""Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

Escaped as @actions/core does (packages/core/src/command.ts): in the text `%`, carriage return and line feed, in a
property `:` and `,` as well; the runner takes back these and no others, so a `;` stays as it is.
GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the rest without a word (actions/toolkit,
docs/problem-matchers.md), so the rest is said in one notice.
"""

from collections.abc import Sequence
from typing import Final

from ..problem import Severity
from ..rules import label_of
from ..trouble import count
from .finding import Finding, Summary
from .text import plain_line

SHOWN: Final = 10
"""Annotations of one kind that GitHub shows of a step."""
LISTED: Final = 200
"""Lines in the notice about the rest: a message may have 64 KB."""

_DATA: Final = frozenset("%\r\n")
_PROPERTY: Final = _DATA | set(":,")


def annotations_of(findings: Sequence[Finding], summary: Summary) -> str:
    """Return a line for each problem that GitHub will show, one notice with the others, and the counts."""
    of = {severity: [found for found in findings if found.problem.severity is severity] for severity in Severity}
    shown = {id(finding) for each in of.values() for finding in each[:SHOWN]}
    lines = [_annotation(finding) for finding in findings if id(finding) in shown]
    rest = [finding for finding in findings if id(finding) not in shown]
    lines += [_rest(rest)] if rest else []
    older = f"; {summary.older} older not shown" if summary.older else ""
    # A line of the log, and no command: nothing in it may begin one.
    lines.append(f"dossier check: {count([finding.problem for finding in findings])}{older}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    mark = finding.problem.mark
    place = {"file": mark.path, "line": str(mark.line), "col": str(mark.column)}
    return _command(finding.level, finding.problem.sentence, place | {"title": label_of(finding.problem.rule)})


def _rest(rest: Sequence[Finding]) -> str:
    """Return the notice with all that GitHub would drop."""
    lines = [f"GitHub shows {SHOWN} of each kind beside the lines; here is the rest.", *map(plain_line, rest[:LISTED])]
    if len(rest) > LISTED:
        lines.append(f"… and {len(rest) - LISTED} more: run `dossier check`")
    return _command("notice", "\n".join(lines), {"title": f"{count([found.problem for found in rest])} more"})


def _command(name: str, message: str, properties: dict[str, str]) -> str:
    said = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(message, _DATA)}"


def _escaped(text: str, characters: frozenset[str]) -> str:
    return "".join(f"%{ord(letter):02X}" if letter in characters else letter for letter in text)
