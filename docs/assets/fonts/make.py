"""Turns the fonts of four npm packages into the small files beside this script.

It exists so that nobody has to trust the binaries: run it and compare (`git diff --stat`).
It is not part of the generator and nothing imports it. How to run it: README.txt.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# Basic Latin, Latin-1, the quotes, dashes and arrows that English, German, French and Spanish prose needs.
LATIN = (
    "20-7E A0-FF 131 152-153 2BC 2010-2015 2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 20AC 2190-2193 2212"
)
# Latin Extended-A, Romanian, and the dotted letters of scholarly Arabic transliteration.
LATIN_EXT = "100-130 132-151 154-17F 192 218-21B 2BB 2BD-2BF 1E0C-1E0D 1E24-1E25 1E62-1E63 1E6C-1E6D 1E92-1E93 1E9E"
# A headline face needs letters, figures and quotation marks only; the text face stands in for the rest.
HEAD = "20-7E A0 AB BB BF-FF 152-153 2013-2014 2018-201E 2026"
CODE = "20-7E A0 2013 2026 2192"
# The only bold code is the id of a passage or an entry.
IDS = "20 23 2D-2E 30-39 61-7A"
ARABIC = "600-603 60C 61B 61F 621-63A 640-655 660-66D 670-671 67E 686 698 6A4 6A9 6AF 6C0 6CC 6F0-6F9 200C-200F FDF2"
FEATURES = ["kern", "liga", "tnum", "pnum", "mark", "mkmk", "ccmp", "locl", "rvrn"]
SHAPING = [*FEATURES, "init", "medi", "fina", "isol", "rlig", "calt"]

READ = "@fontsource-variable/newsreader/files/newsreader"
SANS = "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans"
MONO = "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin"
AR = "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic"

# name of the file, family, where it comes from, axes to fix or narrow, characters, OpenType features
FONTS = (
    ("read", "Dossier Read", f"{READ}-latin-opsz-normal.woff2", {"opsz": 18, "wght": (400, 600)}, LATIN, FEATURES),
    ("read-ext", "Dossier Read", f"{READ}-latin-ext-wght-normal.woff2", {"wght": (400, 600)}, LATIN_EXT, FEATURES),
    ("read-italic", "Dossier Read", f"{READ}-latin-wght-italic.woff2", {"wght": 400}, LATIN, FEATURES),
    ("head", "Dossier Head", f"{READ}-latin-opsz-normal.woff2", {"opsz": 44, "wght": 500}, HEAD, FEATURES),
    ("data", "Dossier Data", f"{SANS}-latin-wght-normal.woff2", {"wght": (400, 600)}, LATIN, FEATURES),
    ("data-ext", "Dossier Data", f"{SANS}-latin-ext-wght-normal.woff2", {"wght": (400, 600)}, LATIN_EXT, FEATURES),
    ("code", "Dossier Code", f"{MONO}-400-normal.woff2", {}, CODE, ["kern"]),
    ("code-bold", "Dossier Code", f"{MONO}-600-normal.woff2", {}, IDS, ["kern"]),
    ("arabic", "Dossier Arabic", f"{AR}-400-normal.woff2", {}, ARABIC, SHAPING),
    ("arabic-bold", "Dossier Arabic", f"{AR}-600-normal.woff2", {}, ARABIC, SHAPING),
)


def codepoints(ranges: str) -> set[int]:
    """Read `20-7E A0` as a set of code points."""
    pairs = (part.split("-") for part in ranges.split())
    return {point for pair in pairs for point in range(int(pair[0], 16), int(pair[-1], 16) + 1)}


def rename(font: TTFont, family: str) -> None:
    """Give the file our own family name: OFL-1.1 section 3 keeps "Plex" for unmodified copies.

    Copyright (0), licence (13) and its address (14) stay; everything else that carries the old name goes.
    """
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for number, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", "") + "-Regular")):
        table.setName(text, number, 3, 1, 0x409)


def opened(path: Path, axes: dict[str, float | tuple[float, float]]) -> TTFont:
    """Open a font with its axes fixed or narrowed, as plain TrueType (the subsetter cannot read a lazy woff2)."""
    font = TTFont(path, recalcTimestamp=False)
    if axes:
        font = instantiateVariableFont(font, axes)
    font.flavor = None
    plain = BytesIO()
    font.save(plain)
    return TTFont(BytesIO(plain.getvalue()), recalcTimestamp=False)


def make(packages: Path, target: Path) -> None:
    """Write one woff2 file for each row of FONTS."""
    for name, family, source, axes, characters, features in FONTS:
        font = opened(packages / source, axes)
        options = Options(layout_features=features, flavor="woff2", name_IDs=["*"], notdef_outline=True, hinting=False)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=codepoints(characters))
        subsetter.subset(font)
        rename(font, family)
        font.flavor = "woff2"
        font.save(target / f"{name}.woff2")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(__file__).parent)
