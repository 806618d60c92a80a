"""What makes a record the same record the next time: an id made from its own key, and for sources DOI and address."""

import hashlib
import re
import unicodedata
from typing import Final

LONGEST: Final = 60
"""Characters of an id made from words; the data allows 80, and a suffix may follow."""

_DEVICES: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[1-9]")
_DOI: Final = re.compile(r"(?:doi:\s*|https?://(?:dx\.|www\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_LETTERS: Final = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


def id_of(kind: str, *words: str) -> str:
    """Return an id made from words, the same each time.

    Letters of other scripts than Latin cannot stand in an id; where they are most of the words, a number computed from
    the words takes their place, after the name of the kind.
    """
    text = " ".join(word for word in words if word)
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    letters = [letter for letter in bare if letter.isalnum()]
    slug = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", bare)))
    if sum(letter.isascii() for letter in letters) * 2 <= len(letters):
        slug = f"{kind}-{fingerprint(text)}"
    elif len(slug) > LONGEST:
        slug = slug[:LONGEST].rpartition("-")[0] + "-" + fingerprint(text)
    return f"{kind}-{slug}" if slug.isdecimal() or _DEVICES.fullmatch(slug) else slug


def fingerprint(text: str) -> str:
    """Return eight digits computed from a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def doi_of(text: str) -> str:
    """Return the bare DOI a text is, in lower case, for it knows no capitals (ISO 26324); nothing if it is none."""
    found = _DOI.fullmatch(text.strip())
    return found[1].lower() if found else ""


def same_address(url: str) -> str:
    """Return what addresses of one page have in common: no scheme, `www.`, fragment, last slash; a DOI as such."""
    doi = doi_of(url)
    if doi:
        return doi
    bare = re.sub(r"^https?://(www\.)?", "", url.strip(), flags=re.IGNORECASE).partition("#")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return host.lower() + slash + path
