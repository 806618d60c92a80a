"""`dossier schema`: the JSON Schemas that help editors complete and check YAML."""

import argparse
from pathlib import Path

from ..schema import schemas
from .place import add_folders, write


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--to", type=Path, default=None, metavar="DIR", help="by default the folder `schema` in the data folder"
    )
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Write a schema for each kind of file."""
    folder: Path = options.to or options.data / "schema"
    for name, text in schemas().items():
        write(folder / f"{name}.json", text)
    print(f"{len(schemas())} schemas in {folder}")
    return 0
