"""`dossier analyse`: what the evidence is worth, as the page Checks shows it."""

import argparse
import sys

from ..analysis import analyse
from ..analysis.origins.falls import without
from ..host import read
from ..model import Dossier
from ..problem import did_you_mean
from ..report import ANALYSES
from ..report.falls import loss_section
from ..voice import voice_of
from .place import add_folders, is_missing, site_of, warn
from .showing import show


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    names = [analysis.name for analysis in ANALYSES]
    parser.add_argument("name", nargs="?", choices=names, metavar="NAME", help=f"one of {', '.join(names)}")
    parser.add_argument("--json", action="store_true", help="print the facts as JSON instead of words")
    parser.add_argument("--without", metavar="SOURCE", help="say what would fall if this source fell")
    add_folders(parser)


def run(options: argparse.Namespace) -> int:
    """Print the analyses, of bad data too: what could not be read is left out of them, and said."""
    if is_missing(options.data):
        return 2
    dossier, problems = read(options.data, site_of(options))
    if options.without is not None:
        if not _may_fall(options, dossier):
            return 2
        _show_loss(options, dossier)
        return warn(problems)
    evidence, voice = analyse(dossier), voice_of(dossier.settings.language)
    chosen = [analysis for analysis in ANALYSES if options.name in (None, analysis.name)]
    facts = {analysis.name: analysis.facts(evidence) for analysis in chosen}
    show(options.json, dossier, facts, lambda: [analysis.words(evidence, voice) for analysis in chosen])
    return warn(problems)


def _may_fall(options: argparse.Namespace, dossier: Dossier) -> bool:
    """Tell whether what is asked for without a source can be answered, and say why not."""
    if options.name:
        print(f"`--without` is an analysis of its own; leave out `{options.name}`", file=sys.stderr)
        return False
    known = {source.id for source in dossier.sources}
    if options.without not in known:
        hint = did_you_mean(options.without, known) or "`dossier analyse falls` names those that matter most"
        print(f"there is no source `{options.without}`; {hint}", file=sys.stderr)
        return False
    return True


def _show_loss(options: argparse.Namespace, dossier: Dossier) -> None:
    loss, voice = without(dossier, options.without), voice_of(dossier.settings.language)
    show(options.json, dossier, {"without": loss}, lambda: (loss_section(loss, analyse(dossier), voice),))
