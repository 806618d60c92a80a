"""The face of the site from the settings: the colours as a sheet, and the picture that a link to the site shows.

The sheet holds the few CSS custom properties an editor may set; `values.css` mixes every other colour from them.
The picture is a page of HTML here. `scripts/card.py` photographs it once, with a browser, into the docs folder; a
digest of the page tells a build whether the photograph still shows this dossier.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from html import escape
from typing import Final

from ..model import Look, Settings, Shade
from ..prose import plain_words
from ..voice import voice_of
from .excerpt import cut
from .page import Asset

SHEET: Final = "assets/data/look.css"
PREVIEW: Final = 200
"""So many characters of a description are shown elsewhere; the rest would be cut in the middle of a word."""

COMB: Final = "assets/logo/comb.svg"
MADE_FROM: Final = "assets/social/made-from.txt"
"""The file that says, by a digest, which dossier the pictures beside it show."""
NAMES: Final = {
    "paper": "paper",
    "ink": "ink",
    "who_says": "who",
    "how_sure": "sure",
    "which_words": "words",
    "what_else": "else",
}
"""The fields of the settings, and the custom property of the sheets that takes each."""

_CARD: Final = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<link rel="stylesheet" href="assets/dossier/fonts.css"><link rel="stylesheet" href="assets/dossier/values.css">
<style>
{sheet}
html {{ font-size: 20px; }}
body {{ margin: 0; box-sizing: border-box; inline-size: 1200px; block-size: 630px; padding: 72px 80px 64px;
  display: grid; grid-template-rows: auto 1fr auto; gap: 36px; overflow: hidden;
  color: var(--d-ink); background: var(--d-paper); color-scheme: light; }}
img {{ block-size: 92px; inline-size: auto; justify-self: start; }}
h1 {{ margin: 0; align-self: center; font: 500 104px/1.06 var(--d-head); letter-spacing: -.015em; text-wrap: balance; }}
p {{ margin: 0; padding-block-start: 28px; border-block-start: 2px solid var(--d-edge);
  font: 400 33px/1.4 var(--d-data); color: var(--d-soft); text-wrap: pretty; }}
[lang=ar] h1, [lang=fa] h1 {{ letter-spacing: 0; }}
</style></head>
<body><img src="{logo}" alt=""><h1>{title}</h1><p>{subtitle}</p></body></html>
"""


def look(settings: Settings) -> Iterator[Asset]:
    """Yield the sheet of colours; it is always there."""
    yield Asset(SHEET, sheet(settings.look))


def sheet(chosen: Look) -> str:
    """Return the colours of a site as CSS, light first, dark second."""
    lines = (f"  --d-{name}: {_pair(getattr(chosen, field))};\n" for field, name in NAMES.items())
    return f":root {{\n{''.join(lines)}}}\n"


def _pair(shade: Shade) -> str:
    return f"light-dark({shade.light.lower()}, {shade.dark.lower()})"


def preview(text: str) -> str:
    """Return the beginning of a prose field in plain words, as the description of its page."""
    return cut(plain_words(text), PREVIEW)


def credit(settings: Settings) -> str:
    """Return the line under every page as HTML: who answers for the dossier, and its data’s licence."""
    voice = voice_of(settings.language)
    editors = voice.comma.join(editor.name for editor in settings.editors)
    said = voice.text("Version {version}, by {editors}. Data: {license}.")
    return escape(said.format(version=settings.version, editors=editors, license=settings.license))


def face(settings: Settings, text_of: Callable[[str], str | None]) -> dict[str, str | bool]:
    """Return what the head of every page shows, as HTML where it is text.

    `text_of` reads a file of the docs folder, `None` where there is none. The pictures there are shown if they are of
    this very dossier, and outdated if they are of another.
    """
    made = text_of(MADE_FROM)
    current = made is not None and made.strip() == card_digest(settings, text_of(settings.look.logo or COMB) or "")
    return {
        "light": settings.look.paper.light,
        "dark": settings.look.paper.dark,
        "subtitle": escape(settings.subtitle),
        "pictures": current,
        "outdated": made is not None and not current,
    }


def card(settings: Settings) -> str:
    """Return the page that is photographed for previews of links; it stands in the docs folder while that is done."""
    voice = voice_of(settings.language)
    return _CARD.format(
        language=escape(settings.language),
        direction=voice.direction,
        sheet=sheet(settings.look),
        logo=escape(settings.look.logo or COMB),
        title=escape(settings.title),
        subtitle=escape(settings.subtitle),
    )


def card_digest(settings: Settings, logo: str) -> str:
    """Return what tells one card from another: a digest of the page and of the logo's own text."""
    return sha256(f"{card(settings)}{logo}".encode()).hexdigest()
