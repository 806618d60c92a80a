"""Problems for people at a terminal: a line each, in the form compilers use, and below it the line it is about.

`file:line:column` at the start of a line is what the terminals of VS Code and JetBrains open at a click, and what
Emacs, Vim and problem matchers read (GNU coding standards, Formatting Error Messages).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ..excerpt import caret, excerpt, visible
from ..problem import Severity
from ..rules import label_of
from ..trouble import count
from .finding import Finding, Summary

_RED, _YELLOW, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS: Final = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}
_NARROWEST: Final = 30


def text_of(
    findings: Sequence[Finding], summary: Summary, *, width: int = 100, colours: bool = False, quiet: bool = False
) -> str:
    """Return the problems as lines, each with its excerpt, and the counts below them; with `quiet` only the lines.

    Excerpts are cut to `width` columns; the lines of the problems never are, as a terminal wraps them itself.
    """
    lines: list[str] = []
    for finding in findings:
        lines.append(_line(finding, colours))
        lines += [] if quiet else _excerpt(finding, width, colours)
    lines += [] if quiet else _end(findings, summary)
    return "".join(f"{line}\n" for line in lines)


def plain_line(finding: Finding) -> str:
    """Return a problem in one line, without colours."""
    return _line(finding, colours=False)


def _line(finding: Finding, colours: bool) -> str:
    problem = finding.problem
    place, level = visible(str(problem.mark)), f"{problem.severity.value}:"
    label = f"[{label_of(problem.rule)}]"
    if colours:
        level = f"{_COLOURS[problem.severity]}{level}{_PLAIN}"
        place, label = f"{_BOLD}{place}{_PLAIN}", f"{_DIM}{label}{_PLAIN}"
    return f"{place}: {level} {visible(problem.sentence)} {label}"


def _excerpt(finding: Finding, width: int, colours: bool) -> Iterator[str]:
    if not finding.line.strip():
        return
    gutter = f"{finding.problem.mark.line:5} | "
    found = excerpt(finding.line, finding.problem.mark, max(_NARROWEST, width - len(gutter)))
    below = caret(found)
    if colours:
        below = f"{_COLOURS[finding.problem.severity]}{below}{_PLAIN}"
    yield f"{gutter}{found.text}"
    yield f"{' ' * (len(gutter) - 2)}| {below}"


def _end(findings: Sequence[Finding], summary: Summary) -> Iterator[str]:
    """Yield the counts, what is not shown, and once how a rule is explained."""
    problems = [finding.problem for finding in findings]
    among = f" in what changed since {visible(summary.since)}" if summary.since else ""
    yield f"{visible(summary.data)}: {count(problems)}{among}"
    if summary.older == 1:
        yield "1 other problem was there before and is not shown"
    elif summary.older:
        yield f"{summary.older} other problems were there before and are not shown"
    if findings:
        yield f"What a code means: ./dossier explain {findings[0].code}"
