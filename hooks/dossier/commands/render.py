"""`dossier render`: the pages as Markdown files, for any site engine."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from ..changes.history import history_of
from ..host import build, count, navigation
from ..revisions import present, recorded
from ..rules import labelled
from .place import add_folders, site_of, write


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="an empty or new folder")
    parser.add_argument("--repo-url", default="", help="address of the repository, for edit links")
    parser.add_argument(
        "--edit-base", default="", help="what the path of a file is joined to, such as https://…/blob/main/"
    )
    parser.add_argument("--site-url", default="", help="address of the site, for the feed")
    parser.add_argument("--no-drafts", action="store_true", help="leave out every entry with `review: draft`")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Write pages, assets and their navigation; nothing is written over, and nothing of bad data is written."""
    target: Path = options.to
    if target.exists() and any(target.iterdir()):
        print(f"{target} is not empty; name a new folder, so that nothing is overwritten", file=sys.stderr)
        return 2
    site = replace(site_of(options), drafts=not options.no_drafts)
    kept = recorded(options.data)
    built = build(options.data, site, history_of(kept.past, present(options.data)))
    for problem in built.problems:
        print(labelled(problem))
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
    for note in (*([kept.said] if kept.said else []), *built.notes):
        print(note)
    print(f"{len(built.pages)} pages in {target}; nav.yml there is their navigation")
    return 0


def _nav_text(items: Sequence[object]) -> str:
    return str(yaml.safe_dump({"nav": list(items)}, allow_unicode=True, sort_keys=False))
