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
        "cards": {
            "open": voice.text("Open"),
            "close": voice.text("Close"),
            "note": voice.text("Note {n}"),
        },
        "page": {},
        "search": _search(voice),
    }


def _search(voice: Voice) -> Mapping[str, str]:
    return {
        "all": voice.text("Results: {n}"),
        "near": voice.text("Nothing has “{query}”. Results for “{name}”: {n}"),
        "most": voice.text("Nothing has all of these words. Results with most of them: {n}"),
        "none": voice.text("Nothing has “{query}”."),
        "waiting": voice.text("The search is being loaded."),
        "broken": voice.text("The search could not be loaded. Type on to try again."),
        "mean": voice.text("A name that is near:"),
        "lists": voice.text("All entries:"),
        "first": voice.text("{all}; the first {n} are listed"),
        "close": voice.text("Close"),
    }
