"""`dossier check`: every problem of the data, each with its place."""

import argparse

from ..host import count, read
from .place import add_folders, is_missing, site_of


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--strict", action="store_true", help="take warnings for errors")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Print every problem; return 1 if one of them is an error, or, with --strict, if there is any."""
    if is_missing(options.data):
        return 2
    _, problems = read(options.data, site_of(options))
    for problem in problems:
        print(f"{problem} [{problem.rule}]")
    print(f"{options.data}: {count(problems)}")
    return int(any(problem.is_error or options.strict for problem in problems))
