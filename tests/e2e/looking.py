"""Opening pages in a browser: what one tells of itself while somebody reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

Scheme = Literal["light", "dark"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

ABORTED = "net::ERR_ABORTED"
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth <= width) return found;
  const scrolls = (e) =>
    e !== document.body && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if (box.right <= width + 1 || !box.width || scrolls(element.parentElement)) continue;
    found.push(`${element.tagName.toLowerCase()}.${element.getAttribute("class")} reaches ${Math.round(box.right)}`);
  }
  return [`page is ${document.documentElement.scrollWidth} wide`, ...found.slice(0, 6)];
}"""
"""Which elements stand out of the page, if the page scrolls sideways."""


@dataclass
class Heard:
    """What went wrong on a page, and what it asked for from elsewhere."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


@contextmanager
def opened(
    chromium: Browser, address: str, *, scripts: bool = True, scheme: Scheme = "light", narrow: bool = False
) -> Iterator[tuple[Page, Heard]]:
    """Open a fresh tab that nobody used before, at an address; give it with what is heard from it."""
    context = chromium.new_context(
        viewport=NARROW if narrow else WIDE, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    heard = Heard()
    own = urlsplit(address)
    page.on("console", lambda said: heard.errors.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: heard.errors.append(str(error)))
    page.on(
        "requestfailed",
        # Whoever leaves a page before its icon has come did nothing wrong.
        lambda request: heard.errors.append(f"failed: {request.url}") if request.failure != ABORTED else None,
    )
    page.on(
        "response",
        lambda answer: heard.errors.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
    )

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
            heard.elsewhere.append(url)

    page.on("request", lambda request: asked(request.url))
    try:
        page.goto(address, wait_until="load")
        yield page, heard
    finally:
        context.close()


def recolour(page: Page, scheme: Scheme) -> None:
    """Show an opened page in other colours, at once: the theme fades from one to the other."""
    page.add_style_tag(content="* { transition: none !important; }")
    page.emulate_media(color_scheme=scheme)
    page.wait_for_timeout(300)


def barriers(page: Page, *rules: str) -> list[str]:
    """Return what axe-core finds on a page, by all its rules or by some: rule, elements, and why."""
    found = Axe().run(page, options={"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})})
    lines = []
    for violation in found.response["violations"]:
        nodes = violation["nodes"]
        shown = ", ".join(str(part) for node in nodes[:3] for part in node["target"])
        more = f" and {len(nodes) - 3} more" if len(nodes) > 3 else ""
        lines.append(f"{violation['id']}: {shown}{more}: {' '.join(nodes[0]['failureSummary'].split())}")
    return lines


def search_for(page: Page, words: str) -> list[str]:
    """Type words into the search of a page and return the addresses of the results, best first; none is a failure."""
    box, listed = page.locator(".search-words"), page.locator(".search-list")
    if not box.is_visible():
        page.locator(".search-open").click()
    box.fill("")
    expect(listed.locator("a")).to_have_count(0)
    page.keyboard.insert_text(words)
    expect(listed).to_have_attribute("aria-busy", "false", timeout=20_000)
    expect(listed.locator("a").first).to_be_attached()
    return [str(link.get_attribute("href")) for link in listed.locator("a").all()]
