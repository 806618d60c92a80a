"""A built site to pictures of every kind of page, and one page that shows them all beside one another.

    python scripts/shots.py [--site site] [--to shots] [--widths 390,768,1280,1920] [--only claims]

Exists so that a reviewer can look at what a change did to the whole site in a few minutes. `make shots` runs it.
Of a kind with many pages the longest is taken, where most can go wrong. Scripts are on; `--no-scripts` turns them off.
"""

import argparse
import html
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from chromium import chromium
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
WIDTHS: Final = "390,1280"
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
TALLEST: Final = 6000
"""Pixels of a page that are shown; the end of a list looks like its middle."""


@dataclass(frozen=True, slots=True)
class State:
    """A page in the state a reader brought it to: its name in the files, its path, what was pressed."""

    name: str
    path: str
    keys: tuple[str, ...] = ()
    hover: str = ""

    def reach(self, page: Page) -> None:
        """Bring an opened page into this state."""
        for key in self.keys:
            page.keyboard.type(key) if len(key) > 1 and key.islower() else page.keyboard.press(key)
        if self.hover:
            page.locator(self.hover).first.hover()
        if self.keys or self.hover:
            page.wait_for_timeout(900)


def states(site: Path) -> Iterator[State]:
    """Yield each kind of page of a site, then what opens on a page."""
    for path in sorted(site.glob("*.html")):
        yield State(path.stem, path.name)
    for folder in sorted(path for path in site.iterdir() if path.is_dir() and any(path.glob("*.html"))):
        longest = max(sorted(folder.glob("*.html")), key=lambda path: path.stat().st_size)
        yield State(folder.name, longest.relative_to(site).as_posix())
    yield State("state-search", "index.html", keys=("/", "council"))
    yield State("state-nothing-found", "index.html", keys=("/", "xqzwv"))
    yield State("state-preview", "index.html", hover=".happened a[href*='actors/']")
    for path in sorted((site / "documents").glob("*.html"))[:1]:
        yield State("state-exercise", f"documents/{path.name}#exercise")


def pictures(browser: Browser, site: Path, to: Path, widths: Sequence[int], only: str, scripts: bool) -> list[Path]:
    """Take the pictures; return their files in the order of the pages."""
    made = []
    for width in widths:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
            )
            page = context.new_page()
            for state in states(site):
                if only in state.name:
                    made.append(_picture(page, site, state, to / f"{state.name}-{width}-{scheme}.png"))
            context.close()
    return sorted(made)


def _picture(page: Page, site: Path, state: State, file: Path) -> Path:
    path, _, anchor = state.path.partition("#")
    page.goto("about:blank")
    page.goto(f"{(site / path).resolve().as_uri()}{'#' if anchor else ''}{anchor}", wait_until="load")
    state.reach(page)
    whole = not state.keys and not state.hover
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    page.screenshot(path=file, full_page=whole, clip=clip if whole else None)  # type: ignore[arg-type]
    return file


def sheet(files: Sequence[Path]) -> str:
    """Return a page with all pictures, small, each leading to itself."""
    cells = "".join(
        f'<a href="{html.escape(file.name)}"><img loading="lazy" src="{html.escape(file.name)}" alt="">'
        f"<br>{html.escape(file.stem)}</a>"
        for file in files
    )
    style = "body{font:12px sans-serif;display:flex;flex-wrap:wrap;gap:12px;background:#999}img{inline-size:300px}"
    return f'<!doctype html><meta charset="utf-8"><title>Pictures</title><style>{style}</style>{cells}\n'


def main() -> int:
    """Take pictures of a built site; return 1 when there is none."""
    parser = argparse.ArgumentParser(prog="shots", description="Pictures of every kind of page of a built site.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (site)")
    parser.add_argument("--to", type=Path, default=Path("shots"), help="the folder of the pictures (shots)")
    parser.add_argument("--widths", default=WIDTHS, help=f"in pixels ({WIDTHS})")
    parser.add_argument("--only", default="", help="pages whose name contains this")
    parser.add_argument("--no-scripts", action="store_true", help="as readers without JavaScript see them")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        print(f"there is no built site in {options.site}; run `make site` first", file=sys.stderr)
        return 1
    options.to.mkdir(parents=True, exist_ok=True)
    widths = [int(width) for width in options.widths.split(",")]
    with chromium() as browser:
        made = pictures(browser, options.site, options.to, widths, options.only, not options.no_scripts)
    (options.to / "index.html").write_text(sheet(made), encoding="utf-8")
    print(f"{len(made)} pictures; open {options.to / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
