"""A dossier of any size, made up, that keeps every rule: what the measurements read, analyse and build.

    python benchmarks/generate.py N DIR      writes DIR/data with N events

Beside N events it has N/5 actors, N/2 sources, N/20 places and N/10 claims (18,550 entries at N = 10,000, with some
terms, questions and remarks on a document), 40 to 80 words of prose each, with citations and links. The same N gives
the same bytes, so that two measurements months apart read the same thing. The words mean nothing; their number, length
and density of links, and how sources derive from one another, are those of the dossier in `data/`.
"""

import argparse
from pathlib import Path

from made_up import files_of, write_files


def write(events: int, folder: Path) -> None:
    """Write a dossier with so many events into `folder`/data; the folder is made if it is missing. Raises OSError."""
    write_files(files_of(events), folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a made-up dossier.")
    parser.add_argument("events", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write(given.events, given.folder)
