"""What is known of the terminal: how wide it is, and whether it shows colours."""

import os
import shutil
import sys
from typing import Final

WIDEST: Final = 120
"""Columns of what is printed to no terminal, such as a log."""


def width() -> int:
    """Return the columns there are."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDEST


def has_colours() -> bool:
    """Tell whether to print colours: NO_COLOR (no-color.org) forbids them, FORCE_COLOR asks for them, in this order."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    # The old console of Windows prints the codes instead of obeying them.
    plain = os.name == "nt" and not {"WT_SESSION", "TERM_PROGRAM", "ANSICON"} & os.environ.keys()
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not plain
