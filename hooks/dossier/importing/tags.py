"""The name of a language as other programs write it, to the tag the dossier has (BCP 47)."""

import re
from functools import cache
from typing import Final

from babel import Locale

from .record import Record

_TAG: Final = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
_THREE: Final = {
    "ara": "ar", "deu": "de", "eng": "en", "fas": "fa", "fra": "fr", "ger": "de", "heb": "he", "ita": "it", "kur": "ku",
    "nld": "nl", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr", "ukr": "uk",
    "zho": "zh", "fre": "fr", "dut": "nl", "per": "fa", "chi": "zh",
}  # fmt: skip
"""The codes of ISO 639-2 and 639-3 that FollowTheMoney writes, for languages that BCP 47 gives two letters."""


def language_of(record: Record, to: str, *route: str | int) -> str:
    """Take a leaf as a language; a name in English is understood, anything else is left."""
    given = record.take(to, *route)
    tag = tag_of(given)
    if given and not tag:
        record.leave("no language tag; expected one such as en, de or ar", *route)
    return tag


def tag_of(text: str) -> str:
    """Return the tag a text is or names; nothing if it is none."""
    plain = text.strip().replace("_", "-")
    if not plain.isascii():
        return ""
    named = _names().get(plain.casefold(), "")
    found = _TAG.fullmatch(named or plain)
    if not found:
        return ""
    language, script, region = found.groups()
    known = _THREE.get(language.lower(), language.lower())
    return "-".join(filter(None, (known, script and script.title(), region and region.upper())))


@cache
def _names() -> dict[str, str]:
    """Return the English names of languages, and those BibLaTeX has for spellings, each with its tag."""
    found = {name.casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()}
    biblatex = {"american": "en-US", "british": "en-GB", "ngerman": "de", "naustrian": "de-AT", "brazilian": "pt-BR"}
    return {**found, **biblatex}
