"""What a first visit to a page of a built site costs, part by part, and how far its text jumps while fonts arrive.

    python benchmarks/page_weight.py SITE [PAGE …]     without pages: the heaviest of every kind

Weights are bytes as a server sends them: text compressed by gzip, fonts and pictures as they are. Counted is what the
browser asked for until nothing more was under way; what is loaded on demand (search, cards) is not.
Needs a Chromium: the one of DOSSIER_BROWSER, else of the PATH, else Playwright's own.
"""

import functools
import gzip
import os
import re
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

LATE: Final = 0.15
"""Seconds by which each font is late, so that every page is first set in the reader's own fonts."""
PARTS: Final = {".html": "html", ".css": "sheets", ".js": "scripts", ".woff2": "fonts"}
SIZES: Final = ({"width": 1280, "height": 900}, {"width": 390, "height": 844})
WATCH: Final = """
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


class Visit(NamedTuple):
    """What one visit loaded: bytes by part (`html`, `sheets`, …), the files, and the layout shift."""

    parts: Counter[str]
    files: tuple[str, ...]
    shift: float

    @property
    def total(self) -> int:
        return sum(self.parts.values())


def kinds(site: Path) -> list[str]:
    """Return pages that stand for all: those at the root, of a list its first, and the heaviest of each folder."""
    pages = [path for path in sorted(site.rglob("*.html")) if path.name != "404.html" and _weight(path) > 1000]
    pages = [path for path in pages if path.parent != site or not re.search(r"-\d+$", path.stem)]
    heaviest = {path.parent: path for path in sorted(pages, key=_weight)}
    chosen = {path for path in pages if path.parent == site} | set(heaviest.values())
    return sorted(path.relative_to(site).as_posix() for path in chosen)


def visit(browser: Browser, site: Path, address: str, page: str, size: int = 0) -> Visit:
    """Open a page for the first time, its fonts arriving late, and return what that took."""
    context = browser.new_context(viewport=SIZES[size])
    context.add_init_script(WATCH)
    tab = context.new_page()
    files: list[str] = []
    tab.on("request", lambda request: files.append(unquote(urlsplit(request.url).path).lstrip("/")))

    def late(route: Route) -> None:
        time.sleep(LATE)
        route.continue_()

    tab.route("**/*.woff2", late)
    try:
        tab.goto(address + page, wait_until="networkidle")
        shift = float(tab.evaluate("shift"))
    finally:
        context.close()
    loaded = tuple(dict.fromkeys(files))
    parts: Counter[str] = Counter()
    for file in loaded:
        parts[PARTS.get(Path(file).suffix, "other")] += _weight(site / file)
    return Visit(parts, loaded, shift)


@functools.cache
def _weight(path: Path) -> int:
    """Return the bytes of a file on their way: fonts and pictures are compressed already."""
    body = path.read_bytes()
    return len(body) if path.suffix in {".woff2", ".png"} else len(gzip.compress(body, 6))


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: requests are not what this is about."""


def main(arguments: list[str]) -> None:
    """Print a table: one page a row, heaviest first."""
    site = Path(arguments[0])
    program = os.environ.get("DOSSIER_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]
    print(f"| page | html | sheets | fonts | scripts | other | all | shift at 1280, 390 |\n{'|---' * 8}|")
    with sync_playwright() as playwright, _served(site) as address:
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        rows = []
        for page in arguments[1:] or kinds(site):
            wide, narrow = (visit(browser, site, address, page, size) for size in (0, 1))
            rows.append((max(wide, narrow, key=lambda found: found.total), page, wide.shift, narrow.shift))
        browser.close()
    for found, page, wide_shift, narrow_shift in sorted(rows, key=lambda row: -row[0].total):
        columns = [f"{found.parts[part] / 1000:.1f}" for part in ("html", "sheets", "fonts", "scripts", "other")]
        print(f"| {page} | {' | '.join(columns)} | {found.total / 1000:.1f} | {wide_shift:.3f}, {narrow_shift:.3f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
