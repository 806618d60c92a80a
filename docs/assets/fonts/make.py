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

# What nearly every page needs: letters, figures, the quotes and dashes of our own phrases. The fonts have no arrows.
BASIC = "20-7E A0 A7 AB B0 B7 BB D7 2013-2014 2018-201A 201C-201E 2022 2026 2212"
# The rest of Latin-1 and of the punctuation of western Europe: fetched where a name or a sentence has one of them.
ACCENTS = "A1-A6 A8-AA AC-AF B1-B6 B8-BA BC-D6 D8-FF 131 152-153 2BC 2032-2033 2039-203A 2044 20AC"
# Latin Extended-A and Romanian. The dotted letters of scholarly transliteration (1E0C …) are in none of the fonts.
LATIN_EXT = "100-130 134-148 14A-151 154-17E 192 218-21B 1E9E"
ARABIC = "60C 61B 61F 621-63A 640-652 654-655 660-66C 670-671 67E 686 698 6A4 6A9 6AF 6CC 6F0-6F9"
FEATURES = ["kern", "liga", "tnum"]
# Letters of another file are never kerned with these, and two of these seldom stand together. Nor are italics kerned:
# they are a word here and there.
ALONE = ["ccmp", "locl", "tnum"]
SHAPING = ["mark", "mkmk", "ccmp", "locl", "init", "medi", "fina", "isol", "rlig"]

READ = "@fontsource-variable/newsreader/files/newsreader"
SANS = "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans"
AR = "@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic"
WEIGHTS = (400, 600)

# name of the file, family, where it comes from, axes to fix or narrow, characters, OpenType features
FONTS = (
    ("read", "Dossier Read", f"{READ}-latin-opsz-normal.woff2", {"opsz": 18, "wght": WEIGHTS}, BASIC, FEATURES),
    ("read-accents", "Dossier Read", f"{READ}-latin-opsz-normal.woff2", {"opsz": 18, "wght": WEIGHTS}, ACCENTS, ALONE),
    ("read-ext", "Dossier Read", f"{READ}-latin-ext-wght-normal.woff2", {"wght": WEIGHTS}, LATIN_EXT, ALONE),
    ("read-italic", "Dossier Read", f"{READ}-latin-wght-italic.woff2", {"wght": 400}, BASIC, ["liga"]),
    ("read-italic-accents", "Dossier Read", f"{READ}-latin-wght-italic.woff2", {"wght": 400}, ACCENTS, ALONE),
    ("read-italic-ext", "Dossier Read", f"{READ}-latin-ext-wght-italic.woff2", {"wght": 400}, LATIN_EXT, ALONE),
    ("head", "Dossier Head", f"{READ}-latin-opsz-normal.woff2", {"opsz": 44, "wght": 500}, BASIC, FEATURES),
    ("head-accents", "Dossier Head", f"{READ}-latin-opsz-normal.woff2", {"opsz": 44, "wght": 500}, ACCENTS, ALONE),
    ("data", "Dossier Data", f"{SANS}-latin-wght-normal.woff2", {"wght": WEIGHTS}, BASIC, FEATURES),
    ("data-accents", "Dossier Data", f"{SANS}-latin-wght-normal.woff2", {"wght": WEIGHTS}, ACCENTS, ALONE),
    ("data-ext", "Dossier Data", f"{SANS}-latin-ext-wght-normal.woff2", {"wght": WEIGHTS}, LATIN_EXT, ALONE),
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


def simplify(font: TTFont) -> None:
    """Kern alike in every weight, in steps of 1/200 em, and not at all where it would be less than 1/100 em.

    Nobody sees the difference, and kerning is half of a small file: how it varies with the weight, and that no two
    values are alike.
    """
    step = font["head"].unitsPerEm / 200
    lookups = font["GPOS"].table.LookupList.Lookup if "GPOS" in font else []
    for table in (getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable):
        if table.LookupType != 2:
            continue
        if table.Format == 1:
            pairs = [pair for group in table.PairSet for pair in group.PairValueRecord]
        else:
            pairs = [pair for group in table.Class1Record for pair in group.Class2Record]
        for value in (value for pair in pairs for value in (pair.Value1, pair.Value2) if value is not None):
            vars(value).pop("XAdvDevice", None)
            by = getattr(value, "XAdvance", 0)
            value.XAdvance = 0 if abs(by) < 2 * step else round(round(by / step) * step)
        table.ValueFormat1 &= 0xF
        table.ValueFormat2 &= 0xF


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
        simplify(font)
        options = Options(layout_features=features, flavor="woff2", name_IDs=["*"], hinting=False, drop_tables=["STAT"])
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=codepoints(characters))
        subsetter.subset(font)
        rename(font, family)
        font.flavor = "woff2"
        font.save(target / f"{name}.woff2")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(__file__).parent)
