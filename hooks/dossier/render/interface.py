"""What scripts say: every phrase that a script shows, in the dossier's language, as a file that is loaded before them.

Exists so that no script holds a word: what they say is translated with everything else. `{n}` and other names in braces
are filled in by the script; numbers are written by the browser in the language of the page.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from ..voice import Voice
from .page import Asset

PATH: Final = "assets/data/words.js"


def interface(voice: Voice) -> Iterator[Asset]:
    """Yield the phrases of all scripts: `dossier.words.NAME`, one group for each script."""
    words = json.dumps(_words(voice), ensure_ascii=False, sort_keys=True)
    yield Asset(PATH, f"window.dossier = Object.assign(window.dossier || {{}}, {{ words: {words} }});\n")


def _words(voice: Voice) -> Mapping[str, Mapping[str, str]]:
    return {
        "page": {},
    }
