"""`dossier schema`: the JSON Schemas that help editors complete and check YAML."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from ..load import load_folder
from ..model import read_model
from ..schema import IDS_FOLDER, PLAIN_FOLDER, WORKSPACE, editor_files, schemas, schemas_with_ids
from .place import add_folders, is_missing, write_whole


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--with-ids",
        action="store_true",
        help=f"offer the ids of this dossier as well: written to {IDS_FOLDER}, with a workspace for VS Code beside it",
    )
    parser.add_argument(
        "--to", type=Path, default=None, metavar="DIR", help="another folder for the schemas, and no workspace"
    )
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Write a schema for each kind of file; those with ids from whatever of the data can be read."""
    if options.with_ids:
        return _with_ids(options)
    made, folder = schemas(), options.to or options.data / PLAIN_FOLDER
    renew(folder, {f"{name}.json": text for name, text in made.items()})
    print(f"{len(made)} schemas in {folder}")
    return 0


def _with_ids(options: argparse.Namespace) -> int:
    if is_missing(options.data):
        return 2
    dossier, _ = read_model(load_folder(options.data)[0])
    if options.to:
        renew(options.to, {f"{name}.json": text for name, text in schemas_with_ids(dossier).items()})
        print(f"schemas with {len(dossier.entries)} ids in {options.to}")
        return 0
    beside = options.data.parent
    renew(beside, editor_files(dossier, options.data.resolve().name))
    print(f"schemas with {len(dossier.entries)} ids in {beside / IDS_FOLDER}")
    print(f"VS Code completes ids when {beside / WORKSPACE} is open (File > Open Workspace from File)")
    return 0


def renew(folder: Path, files: Mapping[str, str]) -> None:
    """Write those files that change, so that an editor that watches them is not made to read all of them again."""
    for name, text in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            write_whole(path, text)
