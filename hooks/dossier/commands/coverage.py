"""`dossier coverage`: what of a document no entry covers yet."""

import argparse
import sys
from pathlib import Path

from ..analysis import analyse
from ..analysis.coverage.reading import Unfit, read_against
from ..host import read
from ..report.coverage import coverage, coverage_section
from ..voice import voice_of
from .place import add_folders, is_missing, site_of, warn
from .showing import show


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--text", type=Path, metavar="FILE", help="the text itself; it is compared and not kept")
    parser.add_argument("--json", action="store_true", help="print the facts as JSON instead of words")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Print what no entry covers yet. The text is read here and compared; no word of it is written anywhere."""
    if is_missing(options.data):
        return 2
    dossier, problems = read(options.data, site_of(options))
    voice = voice_of(dossier.settings.language)
    if options.text is None:
        evidence = analyse(dossier)
        show(options.json, dossier, {"coverage": evidence.coverage}, lambda: (coverage(evidence, voice),))
        return warn(problems)
    if not options.text.is_file():
        print(f"there is no file {options.text}; name the text that the document was taken from", file=sys.stderr)
        return 2
    found = read_against(dossier, options.text.read_bytes())
    show(options.json, dossier, {"coverage": found}, lambda: (coverage_section(found, voice),))
    return 1 if isinstance(found, Unfit) else warn(problems)
