"""`dossier render`: the pages as Markdown files, for any site engine."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from ..host import build, count, navigation
from .place import add_folders, site_of, write


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="an empty or new folder")
    parser.add_argument("--repo-url", default="", help="address of the repository, for edit links")
    parser.add_argument(
        "--edit-base", default="", help="what the path of a file is joined to, such as https://…/blob/main/"
    )
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Write pages, assets and their navigation; nothing is written over, and nothing of bad data is written."""
    target: Path = options.to
    if target.exists() and any(target.iterdir()):
        print(f"{target} is not empty; name a new folder, so that nothing is overwritten", file=sys.stderr)
        return 2
    built = build(options.data, site_of(options))
    for problem in built.problems:
        print(f"{problem} [{problem.rule}]")
    if built.errors:
        print(f"{options.data}: {count(built.problems)}; nothing was written")
        return 1
    if options.docs.is_dir():
        shutil.copytree(options.docs, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.md", "__pycache__"))
    for page in built.pages:
        write(target / page.path, page.source)
    for asset in built.assets:
        write(target / asset.path, asset.content)
    write(target / "nav.yml", _nav_text(navigation(built.pages)))
    print(f"{len(built.pages)} pages in {target}; nav.yml there is their navigation")
    return 0


def _nav_text(items: Sequence[object]) -> str:
    return str(yaml.safe_dump({"nav": list(items)}, allow_unicode=True, sort_keys=False))
