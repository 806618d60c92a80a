"""A built site to one PDF.

    python scripts/paper [--site site] [--data data] [--paper A4|Letter] [--to dossier.pdf]

Needs a Chromium: the one of DOSSIER_BROWSER, else of the PATH, else Playwright's own.
"""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

MOST: Final = 4
"""Times the book is pressed at most; the second time confirms the numbers of the first, unless they moved a line."""
ROOT: Final = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts")]

from dossier.commands.place import handwritten_pages  # noqa: E402
from dossier.model import Settings  # noqa: E402
from dossier.pipeline import Site, build  # noqa: E402
from dossier.render.paper import Leaf, contents, edition, leaves, title_page  # noqa: E402
from dossier.voice import voice_of  # noqa: E402
from paper.compose import anchor_of, compose  # noqa: E402 - the line above lets them be found
from paper.press import described, numbers, press  # noqa: E402


def main() -> int:
    """Write the PDF; return 1 when there is no built site, or it and the data do not go together."""
    options = _options()
    if not options.data.is_dir():
        print(f"there is no folder {options.data}; name the folder of the data with --data", file=sys.stderr)
        return 1
    built = build(options.data, Site(handwritten_pages(options.docs), options.docs.name))
    if built.dossier is None:
        print(f"{options.data}: the data has errors; `./dossier check` lists them", file=sys.stderr)
        return 1
    book = leaves(built.pages)
    missing = next((leaf.path for leaf in book if not (options.site / leaf.path).is_file()), None)
    if missing:
        print(f"{options.site / missing} is not there; build the site first", file=sys.stderr)
        return 1
    day = _day()
    pdf = _pressed(options, built.dossier.settings, book, day)
    options.to.write_bytes(described(pdf, built.dossier.settings, day))
    print(f"{options.to}: {len(book)} chapters, {options.to.stat().st_size / 1e6:.1f} MB")
    return 0


def _pressed(options: argparse.Namespace, settings: Settings, book: Sequence[Leaf], day: dt.date) -> bytes:
    voice = voice_of(settings.language)
    anchors = {leaf.path: anchor_of(number) for number, leaf in enumerate(book)}
    front = title_page(settings, voice, day, options.address)
    document = compose(options.site, book, front, "<!--contents-->", settings.language)
    pdf, stands = b"", {}
    with press(options.site, options.paper, edition(settings, voice)) as at_hand:
        for _ in range(MOST):
            # Only a finished document says on which page each entry stands, so it is pressed again with the numbers.
            listed = contents(book, anchors, stands, voice)
            pdf = at_hand.pdf(document.replace("<!--contents-->", listed, 1))
            before, stands = stands, numbers(pdf)
            if stands == before:
                break
    return pdf


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="paper", description="A built site to one PDF.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (site)")
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data it was built from (data)")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="its hand-written pages (docs)")
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="A4 (default) or Letter")
    parser.add_argument("--address", default=os.environ.get("SITE_URL", ""), help="where the site lives (SITE_URL)")
    parser.add_argument("--to", type=Path, default=Path("dossier.pdf"), help="the file (dossier.pdf)")
    return parser.parse_args()


def _day() -> dt.date:
    """Return the day of the edition: that of SOURCE_DATE_EPOCH (`make pdf` sets the last commit's), else of today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    return moment.date()


if __name__ == "__main__":
    sys.exit(main())
