"""The numerals of a text, in any script's digits, and in English number words; each as keys that can be compared.

`8,000`, `٨٠٠٠`, `8000` and «eight thousand» have the key `8000`. Where a sign can be read as either a thousands sign or
a decimal sign (`8.000`), the numeral has both keys. Counts in words such as «hundreds» are keys of their own.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Final = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), start=2)
}
_LARGE: Final = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
VAGUE: Final = ("dozens", "hundreds", "thousands", "millions", "billions")
"""English words for a count that is not given."""

_DIGITS: Final = r"\d+(?:[.,٫٬'’\u00a0\u202f]\d+)*"
_WORDS: Final = "|".join((*_SMALL, *_LARGE, "dozen"))
_NUMERAL: Final = re.compile(
    rf"(?<![^\W_])(?<![^\W\d_]-)(?P<digits>{_DIGITS})(?:[ \u00a0-](?P<scale>{'|'.join(_LARGE)})\b)?"
    rf"|\b(?P<vague>(?:tens of )?(?:{'|'.join(VAGUE)}))\b"
    rf"|\b(?P<words>(?:{_WORDS})(?:(?:[\s-]+|\s+and\s+)(?:{_WORDS}))*)\b",
    re.IGNORECASE,
)


class Numeral(NamedTuple):
    """A numeral in a text: where, and by which keys it is compared."""

    start: int
    end: int
    keys: frozenset[str]


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numerals of a text from left to right. Digits within a name such as F16 are none. Never raises."""
    for found in _NUMERAL.finditer(text):
        if found["digits"]:
            scale = _LARGE[found["scale"].lower()] if found["scale"] else 1
            values = {number_key(value * scale) for value in _read(found["digits"])}
        elif found["vague"]:
            values = {found["vague"].lower().replace(" ", "-")}
        else:
            values = {number_key(Decimal(_spelled(found["words"].lower())))}
        yield Numeral(found.start(), found.end(), frozenset(values))


def number_keys(text: str) -> frozenset[str]:
    """Return the keys of all numerals of a text."""
    return frozenset(key for numeral in numerals(text) for key in numeral.keys)


def number_key(value: Decimal | str) -> str:
    """Return a number (or its digits, as the data has them) as the plain string that equal numbers share."""
    said = format(Decimal(value), "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _read(digits: str) -> Iterator[Decimal]:
    """Yield the values that digits with signs between them can have: all signs in thousands, or the last a decimal."""
    parts = re.split(r"\D", digits)
    signs = re.findall(r"\D", digits)
    grouped = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    if not signs or (grouped and len(set(signs)) == 1):
        yield Decimal("".join(parts))
    if signs and signs[-1] in ".,٫" and signs.count(signs[-1]) == 1:
        yield Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")
    elif signs and not (grouped and len(set(signs)) == 1):
        yield from (Decimal(part) for part in parts)


def _spelled(words: str) -> int:
    """Return the value of English number words: «two hundred and fifty thousand»."""
    total = part = 0
    for word in re.findall(r"[a-z]+", words):
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "dozen":
            part = max(part, 1) * 12
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in _LARGE:
            total, part = total + max(part, 1) * _LARGE[word], 0
    return total + part
