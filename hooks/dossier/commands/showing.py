"""Facts printed as words or as JSON: the two forms of `analyse` and `coverage`."""

import shutil
from collections.abc import Callable, Mapping, Sequence

from ..model import Dossier
from ..report import Section
from ..terminal import json_of, text_of


def show(
    as_json: bool, dossier: Dossier, facts: Mapping[str, object], sections: Callable[[], Sequence[Section]]
) -> None:
    """Print facts or, if words are asked for, the sections that say them; for JSON these are never made."""
    if as_json:
        print(json_of(facts), end="")
    else:
        width = min(100, shutil.get_terminal_size().columns)
        print("\n".join(text_of(section, dossier, width) for section in sections()), end="")
