"""`dossier check`: every problem of the data, each with its place; or those that a change is answerable for."""

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from ..excerpt import line_at, lines_of
from ..listing import Finding, Summary, annotations_of, json_of, sarif_of, text_of
from ..problem import Mark, Problem
from ..since import Units, Version, concerned
from ..trouble import count
from .explain import rule_pages
from .place import add_folders, is_missing, keep_out, write_whole
from .screen import WIDEST, has_colours, width
from .versions import Folders, at_revision, on_disk

FORMS: Final = ("text", "json", "github", "sarif")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--strict", action="store_true", help="take warnings for errors")
    parser.add_argument("--quiet", action="store_true", help="print a line for each problem and nothing else")
    parser.add_argument(
        "--format", choices=FORMS, default="text", help="github: annotations of a workflow; sarif: for code scanning"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the problems to a file, not to the terminal")
    parser.add_argument(
        "--changed-since",
        metavar="REV",
        help="only problems that the changes since a revision of git are answerable for, those not committed as well",
    )
    parser.add_argument(
        "--site-url",
        default=os.environ.get("SITE_URL", ""),
        metavar="URL",
        help="where the site is published, so that SARIF can link the page of each rule (SITE_URL of the environment)",
    )
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Print every problem; return 1 if one of them is an error, or, with --strict, if there is any."""
    if is_missing(options.data):
        return 2
    folders = Folders.of(options.data, options.docs)
    keep_out(options.output, folders.data)
    now = on_disk(folders)
    chosen = _chosen(now, folders, options.changed_since)
    text = _listed(now, chosen, folders, options)
    if options.output:
        write_whole(options.output, text)
    else:
        print(text, end="")
    if options.output and not options.quiet:
        print(f"{options.data}: {count(chosen.problems)}; written to {options.output}")
    return int(any(problem.is_error or options.strict for problem in chosen.problems))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The problems that are listed, and what they were chosen by."""

    problems: Sequence[Problem]
    since: str = ""
    commit: str = ""
    older: int = 0


def _chosen(now: Version, folders: Folders, since: str | None) -> _Chosen:
    problems = now.reading.problems
    if since is None:
        return _Chosen(problems)
    then, commit = at_revision(folders, since)
    kept = concerned(now, then)
    return _Chosen(kept, since, commit, len(problems) - len(kept))


def _listed(now: Version, chosen: _Chosen, folders: Folders, options: argparse.Namespace) -> str:
    """Return the problems in the form that was asked for."""
    base = Path.cwd() if options.format == "text" else _top(folders.data)
    findings = _findings(now, chosen.problems, lambda path: _named(folders.real(path), base))
    summary = Summary(_named(folders.data, base), chosen.since, chosen.commit, chosen.older)
    if options.format == "json":
        text = json_of(findings, summary)
    elif options.format == "github":
        text = annotations_of(findings, summary)
    elif options.format == "sarif":
        text = sarif_of(findings, rule_pages(), options.site_url)
    else:
        columns, colours = (WIDEST, False) if options.output else (width(), has_colours())
        text = text_of(findings, summary, width=columns, colours=colours, quiet=options.quiet)
    # A file name may hold bytes that are no text in any encoding.
    return text.encode("utf-8", "replace").decode("utf-8")


def _findings(now: Version, problems: Sequence[Problem], named: Callable[[str], str]) -> list[Finding]:
    units = Units(now.reading.sheets) if problems else None

    @cache
    def lines(path: str) -> tuple[str, ...]:
        return lines_of(now.files.get(path, b""))

    def finding(problem: Problem) -> Finding:
        mark = problem.mark
        unit = units.at(problem) if units else None
        shown = replace(problem, mark=Mark(named(mark.path), mark.line, mark.column))
        identity = units.identity(problem) if units else ("", "", "")
        return Finding(shown, line_at(lines(mark.path), mark.line), unit.id if unit else "", identity)

    return [finding(problem) for problem in problems]


def _top(folder: Path) -> Path:
    """Return the top of the repository, found without git, which may refuse a checkout of another user's; else here."""
    return next((above for above in folder.parents if (above / ".git").exists()), Path.cwd())


def _named(path: Path, base: Path) -> str:
    """Return a path seen from a folder; one that is not below it as it is."""
    return (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()
