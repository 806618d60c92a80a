"""The settings to pictures: the card that a link to the site shows elsewhere, and icons from the logo.

    python scripts/card.py [--data data] [--docs docs]

Writes `assets/social/` in the docs folder: `card.png` (1200 by 630), `icon-180.png`, `icon-32.png`, and
`made-from.txt`, by which a build knows whether the pictures are of this dossier. Made by hand and committed, because
only a browser sets every script right, and a build must not need one. `make card` runs it.
Needs a Chromium: the one of DOSSIER_BROWSER, else of the PATH, else Playwright's own.
"""

import argparse
import sys
from base64 import b64encode
from pathlib import Path
from typing import Final

from chromium import chromium
from playwright.sync_api import Browser

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from dossier.pipeline import read  # noqa: E402 - the line above lets it be found
from dossier.render.look import COMB, MADE_FROM, card, card_digest  # noqa: E402

FIT: Final = """() => {
  const title = document.querySelector("h1"), last = document.querySelector("p");
  const tight = () => last.getBoundingClientRect().bottom > 570 || title.scrollWidth > title.clientWidth;
  for (let size = 104; size > 36 && tight(); size -= 2) title.style.fontSize = `${size}px`;
}"""
"""Long titles are set smaller until all of the card is seen."""


def main() -> int:
    """Make the pictures; return 1 when the data has errors or the logo is not there."""
    options = _options()
    dossier, problems = read(options.data)
    settings = dossier.settings
    logo: Path = options.docs / (settings.look.logo or COMB)
    if any(problem.is_error for problem in problems) or not logo.is_file():
        print(f"the data has errors (`make data` lists them), or there is no {logo}", file=sys.stderr)
        return 1
    target = (options.docs / MADE_FROM).parent
    target.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        draw_card(browser, options.docs, card(settings), target / "card.png")
        for size in (180, 32):
            draw_icon(browser, logo, size, settings.look.paper.light, target / f"icon-{size}.png")
    digest = card_digest(settings, logo.read_text(encoding="utf-8"))
    (options.docs / MADE_FROM).write_text(f"{digest}\n", encoding="utf-8", newline="\n")
    print(f"pictures of “{settings.title}” in {target}")
    return 0


def draw_card(browser: Browser, docs: Path, html: str, to: Path) -> None:
    """Write the picture of a card; its page stands in the docs folder meanwhile, beside the fonts it names.

    On the site a font that is late is not used; a picture waits for all of them.
    """
    page = browser.new_page(viewport={"width": 1200, "height": 630}, color_scheme="light")
    beside = docs / ".card.html"
    beside.write_text(html, encoding="utf-8")
    fonts = (docs / "assets" / "dossier" / "fonts.css").read_text(encoding="utf-8").replace("optional", "block")
    page.route("**/fonts.css", lambda route: route.fulfill(body=fonts, content_type="text/css"))
    try:
        page.goto(beside.resolve().as_uri(), wait_until="load")
        page.evaluate("document.fonts.ready")
        page.evaluate(FIT)
        page.screenshot(path=to)
    finally:
        beside.unlink()
        page.close()


def draw_icon(browser: Browser, logo: Path, size: int, paper: str, to: Path) -> None:
    """Write the logo as a square: with paper and a margin where a phone shows it as a tile, else on nothing."""
    tile = size > 64
    page = browser.new_page(viewport={"width": size, "height": size}, color_scheme="light")
    side = size * 3 // 4 if tile else size
    ground = f"background:{paper}" if tile else ""
    drawing = b64encode(logo.read_bytes()).decode()
    page.set_content(
        f'<body style="margin:0;block-size:100vh;display:grid;place-items:center;{ground}">'
        f'<img src="data:image/svg+xml;base64,{drawing}" width="{side}" height="{side}">',
        wait_until="load",
    )
    page.screenshot(path=to, omit_background=not tile)
    page.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the picture of links to the site, and its icons.")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the data folder (data)")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="the docs folder (docs)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
