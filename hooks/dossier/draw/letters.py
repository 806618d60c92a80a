"""Turns words into an estimate of the room they take, and a drawing's width into the size of its letters.

Exists because labels must not collide, and nobody can measure letters without a browser.
The table holds the widest of IBM Plex Sans 400 to 600 and Noto Sans for each letter, so that the estimate
holds with the shipped font and with the usual substitutes.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Thousandths of the letter size, printable ASCII from the space on. Measured with fontTools from
# @fontsource/ibm-plex-sans 5.3.0 (latin 400, 500, 600) and Noto Sans Regular.
ASCII = (
    260, 309, 471, 713, 600, 960, 732, 260, 337, 337, 556, 600, 299, 402, 299, 437,
    600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 319, 319, 600, 600, 600, 493,
    899, 672, 663, 642, 730, 600, 577, 728, 741, 423, 545, 678, 525, 907, 760, 781,
    641, 781, 664, 611, 580, 731, 638, 949, 655, 632, 599, 329, 437, 329, 600, 565,
    600, 561, 615, 513, 615, 564, 350, 615, 618, 275, 275, 562, 294, 935, 618, 605,
    615, 615, 413, 499, 374, 618, 524, 819, 544, 524, 502, 380, 551, 380, 600,
)  # fmt: skip
BROAD, CAPITAL, OTHER = 1000, 760, 650
LINE, BOLD_LINE = 1.4, 1.18
"""Lines of text are this many letter sizes apart; large letters closer, as the sheet makes them small on a desk."""


@dataclass(frozen=True)
class Letters:
    """How large letters are in a drawing of a certain width, so that none is under 11 px on a phone."""

    size: float
    """Units of the viewBox; the sheet's rule for the class gives letters this size on a phone."""
    class_: str
    """What the sheet must know: `bold` gets larger letters on a phone, `wide` and `widest` scroll there."""

    @property
    def line(self) -> float:
        """From one line of text to the next."""
        return round(self.size * (BOLD_LINE if self.class_ == "bold" else LINE), 1)


WIDEST = 1100


def letters_for(width: float) -> Letters:
    """The letters of a drawing whose viewBox has this width; ValueError above 1100.

    358 px is a phone's column: 13 units stay 11 px up to a width of 420, the 19 units of `.draw.bold` up to 616.
    Anything wider must not shrink; the sheet sets a smallest width and the page scrolls it or hides it:
    `wide` 36rem (720 px, enough for 850 units), `widest` 46.6rem (932 px, enough for 1100).
    """
    if width <= 420:
        return Letters(13, "")
    if width <= 616:
        return Letters(19, "bold")
    if width <= WIDEST:
        return Letters(13, "wide" if width <= 850 else "widest")
    raise ValueError(f"a drawing {width} wide; expected at most {WIDEST}")


@lru_cache(maxsize=4096)
def letter_width(letter: str) -> int:
    """Thousandths of the letter size that one character takes, rather too many than too few."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Me", "Mn"):
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    if " " <= base <= "~":
        return ASCII[ord(base) - 32]
    if unicodedata.east_asian_width(letter) in "FW":
        return BROAD
    return CAPITAL if letter.isupper() or unicodedata.category(letter) == "So" else OTHER


@lru_cache(maxsize=16384)
def text_width(words: str, size: float) -> float:
    """The room a line takes."""
    return sum(map(letter_width, words)) * size / 1000


@lru_cache(maxsize=16384)
def wrapped(words: str, room: float, size: float) -> tuple[str, ...]:
    """The words in as few lines as fit the room, and these about equally long.

    A word that is too long by itself is cut, with an ellipsis.
    """
    lines = filled(words, room, size)
    while len(lines) > 1:
        narrower = filled(words, max(text_width(line, size) for line in lines) - 0.1, size)
        if len(narrower) > len(lines) or "…" in "".join(narrower):
            break
        lines = narrower
    return lines


def filled(words: str, room: float, size: float) -> tuple[str, ...]:
    """The words in lines that each take as many as they can."""
    lines: list[str] = []
    for word in words.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.append(shortened(word, room, size))
    return tuple(lines)


def shortened(words: str, room: float, size: float) -> str:
    """The words if they fit the room, else as many letters as do, and an ellipsis."""
    if text_width(words, size) <= room:
        return words
    kept = words
    while kept and text_width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
