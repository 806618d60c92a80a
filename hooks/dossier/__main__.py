"""The command line: the same core as the site, without a site engine. `python -m dossier --help` lists the commands.

Only the module of the command that is run is imported: a check before each commit must not wait for the rest.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from .collector import uninterrupted
from .commands import COMMANDS, module_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 when the data has errors. Wrong arguments exit with 2."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(given[0] if given else "").parse_args(given)
    _print_utf8()
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads, such as `head`, has seen enough; without this the flush at the end would complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _print_utf8() -> None:
    """Print UTF-8 whatever the system's own encoding: names are in any script, and JSON has no other (RFC 8259)."""
    for channel in (sys.stdout, sys.stderr):
        if isinstance(channel, io.TextIOWrapper):
            channel.reconfigure(encoding="utf-8")


def _parser(chosen: str) -> argparse.ArgumentParser:
    """Return a parser that knows every command by name and the options of the chosen one."""
    parser = argparse.ArgumentParser(prog="dossier", description="An annotated dossier: YAML in, pages out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, meaning in COMMANDS.items():
        command = commands.add_parser(name, help=meaning, description=meaning[0].upper() + meaning[1:] + ".")
        if name == chosen:
            with uninterrupted():  # a twentieth of the time of a check goes to looking through half-imported modules
                module = import_module(f".commands.{module_of(name)}", __package__)
            module.add(command)
            command.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
