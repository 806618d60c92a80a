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
from .commands.refusing import Unusable, refuse, why


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0, 1 when the data has errors, 2 when it could not be run.

    Wrong arguments exit with 2; a command that is stopped by Ctrl-C returns 130, as shells expect.
    """
    _open_channels()
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(given[0] if given else "").parse_args(given)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        code = 1  # whoever reads, such as `head`, has seen enough
    except Unusable as error:
        code = refuse(error)
    except OSError as error:
        code = refuse(why(error))
    except (KeyboardInterrupt, EOFError):
        refuse("\nstopped")
        code = 130
    _close_output()
    return code


def _open_channels() -> None:
    """Print UTF-8 whatever the system's own encoding: names are in any script, and JSON has no other (RFC 8259).

    An argument may hold bytes that are no text; they are printed as numbers. A channel that is closed (`>&-`) becomes
    one that leads nowhere: Python has None in its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    for channel in (sys.stdout, sys.stderr):
        if isinstance(channel, io.TextIOWrapper):
            channel.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_output() -> None:
    """Print what is still to be printed; without this the end of the program would complain of a broken pipe."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
