"""Text from the data is never script: a site full of hostile text, opened page by page in Chromium.

Every field that takes text holds every hostile string of tests/hostile.py; the site is built once and opened as
readers open it. No script of the data runs, nothing is asked for from elsewhere, no element or attribute comes out of
the text, and the text is shown as it was typed.
"""

import json
import re
import shutil
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sites import Built, run, second_dossier

from hostile import AWAY, GROUPS, STRINGS, group
from hostile_dossier import hostile_data

ATOM: Final = frozenset(
    {"feed", "entry", "title", "subtitle", "id", "link", "updated", "published", "author", "contributor", "name", "uri"}
    | {
        "email",
        "rights",
        "content",
        "summary",
        "category",
        "generator",
        "icon",
        "logo",
        "div",
        "p",
        "a",
        "ul",
        "ol",
        "li",
    }
    | {"em", "strong", "code", "span", "br", "q", "dl", "dt", "dd", "h1", "h2", "h3", "del", "ins"}
)
"""Elements of Atom (RFC 4287), and those of XHTML that only say how text is laid out."""
WATCH: Final = """
window.hits = 0;
window.hit = () => { window.hits += 1; };
"""
"""In every document before anything else: `hit` is what all hostile strings call."""
OUT_OF_TEXT: Final = """() => {
  const found = [];
  const safe = new Set(["http:", "https:", "mailto:", "file:"]);
  const addressed = new Set(["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"]);
  const strange = new Set(["iframe", "object", "embed", "portal", "base", "math", "video", "frame", "applet"]);
  const note = (element, what) => found.push(`${element.tagName} ${what.slice(0, 80)}`);
  const protocol = (value) => { try { return new URL(value, document.baseURI).protocol; } catch { return "none"; } };
  for (const element of document.querySelectorAll("*")) {
    const tag = element.tagName.toLowerCase();
    for (const { name, value } of element.attributes) {
      const said = `${name}=${value}`;
      if (name.startsWith("on")) note(element, said);
      if (addressed.has(name) && !safe.has(protocol(value))) note(element, said);
      if (addressed.has(name) && value.startsWith("https://hostile.invalid")) note(element, said);
      if (name === "style" && /url\\(|@import/.test(value)) note(element, said);
    }
    if (strange.has(tag)) note(element, "");
    if (tag === "style" && element.textContent.includes("hostile.invalid")) note(element, element.textContent);
    if (tag === "script" && !element.type.endsWith("json") && element.textContent.includes("hit()")) {
      note(element, element.textContent);
    }
  }
  if (document.querySelector("meta[http-equiv=refresh]")) found.push("meta refresh");
  return found;
}"""
"""Which elements and attributes of a page came out of text; addresses lead to the web, to mail, or into the site."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The hostile dossier, built as an editor builds it."""
    folder = tmp_path_factory.mktemp("hostile")
    project, site = second_dossier(folder / "project"), folder / "site"
    shutil.rmtree(project / "data")
    for path, value in hostile_data()[0].items():
        (project / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100_000)
        (project / "data" / path).write_text(text, encoding="utf-8")
    done = run(["mkdocs", "build", "--site-dir", str(site)], project, SITE_URL="https://example.org/dossier/")
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(project, site)


class Watched:
    """A browser that a reader uses, and what it did that no reader asked for."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.dialogs: list[str] = []
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        context.add_init_script(WATCH)
        context.on("request", lambda request: self._asked(request.url))
        context.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.page: Page = context.new_page()

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.elsewhere.append(url)

    def hits(self) -> int:
        return int(self.page.evaluate("window.hits"))


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A fresh browser session; whatever the test did in it, no script of the data ran and nothing left the site."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    session = Watched(context)
    yield session
    assert session.dialogs == []
    assert session.elsewhere == []
    assert session.errors == []
    context.close()


def test_nothing_on_any_page_comes_out_of_text(hostile: Built, watched: Watched) -> None:
    """Page by page: no script ran, no element or attribute was made, and none took the focus to itself."""
    pages = sorted(hostile.site.rglob("*.html"))
    assert len(pages) > 9 * GROUPS
    found = {}
    for path in pages:
        if '<meta http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        watched.page.goto(path.as_uri(), wait_until="load")
        made = watched.page.evaluate(OUT_OF_TEXT)
        if made or watched.hits():
            found[path.relative_to(hostile.site).as_posix()] = made[:5]
    assert found == {}


def test_redirects_lead_to_an_entry(hostile: Built) -> None:
    """The page under an earlier id leads to the present one and nowhere else."""
    targets = [
        target
        for path in sorted(hostile.site.rglob("*.html"))
        for target in re.findall(r'<meta http-equiv="refresh" content="([^"]*)"', path.read_text(encoding="utf-8"))
    ]
    assert len(targets) >= GROUPS
    assert {
        target for target in targets if not re.fullmatch(r"0; url=[a-z0-9./#-]+\.html(#[a-z0-9-]+)?", target)
    } == set()


@pytest.mark.parametrize("kind", ["actors", "claims", "events", "places", "questions", "sources", "terms"])
def test_titles_are_shown_as_typed(hostile: Built, watched: Watched, kind: str) -> None:
    """Every string stands in the heading of a page, in the title of its tab and in what is said to search engines."""
    for number in range(GROUPS):
        path = hostile.site / kind / f"{kind.removesuffix('s')}-{number}.html"
        watched.page.goto(path.as_uri(), wait_until="load")
        heading = _folded(watched.page.locator("h1").first.text_content() or "")
        title = _folded(watched.page.title())
        for string in group(number):
            assert _folded(string) in heading, f"{path.name}: {string}"
            assert _folded(string) in title, f"{path.name}: {string}"


def test_the_name_of_the_dossier_is_shown_as_typed(hostile: Built, watched: Watched) -> None:
    """Header, description and previews of a shared link hold each string once as text."""
    watched.page.goto((hostile.site / "index.html").as_uri())
    shown = {
        "header": watched.page.locator(".md-header").text_content() or "",
        "description": watched.page.locator("meta[name=description]").get_attribute("content") or "",
        "preview": watched.page.locator("meta[property='og:title']").get_attribute("content") or "",
    }
    for place, text in shown.items():
        for string in STRINGS:
            assert _folded(string) in _folded(text), f"{place}: {string}"


def test_search_shows_hostile_text_as_text(hostile: Built, watched: Watched) -> None:
    """Results, and the words in them that are marked, are text; the words searched for are as well."""
    page = watched.page
    page.goto((hostile.site / "index.html").as_uri(), wait_until="load")
    for words in ("script", "onerror", "hostile.invalid", "<img src=x onerror=hit()>", "__proto__", "constructor"):
        box = page.locator(".search-words")
        if not box.is_visible():
            page.locator(".search-open").click()
        box.fill(words)
        expect(page.locator(".search-list")).to_have_attribute("aria-busy", "false", timeout=20_000)
        page.wait_for_timeout(100)
        assert page.evaluate(OUT_OF_TEXT) == []
    expect(page.locator(".search-list a").first).to_be_attached()
    assert watched.hits() == 0


def test_previews_show_hostile_text_as_text(hostile: Built, watched: Watched) -> None:
    """The card of an entry, opened by the mouse from a page of each kind, and that of a note."""
    page = watched.page
    for path in ("claims/claim-1.html", "events/event-2.html", "actors/actor-4.html"):
        page.goto((hostile.site / path).as_uri(), wait_until="load")
        # A name of four thousand letters makes a header that covers the page.
        page.add_style_tag(content=".md-header { display: none }")
        for kind in ("article p a[href^='../'][href*='-'][href$='.html']:visible", "sup a:visible"):
            link = page.locator(kind).first
            link.scroll_into_view_if_needed()
            link.hover()
            expect(link).to_have_attribute("aria-expanded", "true")
            assert "hit()" in (page.locator(".preview").last.text_content() or "")
            assert page.evaluate(OUT_OF_TEXT) == []
        assert watched.hits() == 0


def test_chart_and_map_are_used_with_hostile_text(hostile: Built, watched: Watched) -> None:
    """Marks of the drawings are pointed at and pressed, filters are chosen."""
    page = watched.page
    for path in ("events.html", "places.html", "actors.html", "claims.html", "sources.html"):
        if not (hostile.site / path).exists():
            continue
        page.goto((hostile.site / path).as_uri(), wait_until="load")
        for mark in page.locator("article svg a, article svg [tabindex]").all()[:8]:
            mark.dispatch_event("mouseover")
            mark.dispatch_event("focus")
        for box in page.locator("article input[type=checkbox]:visible, article select:visible").all()[:6]:
            box.dispatch_event("change")
        assert page.evaluate(OUT_OF_TEXT) == []
        assert watched.hits() == 0


def test_drawings_alone_are_inert(hostile: Built, watched: Watched) -> None:
    """An SVG of the site opened by itself runs nothing either."""
    for path in sorted((hostile.site).rglob("*.svg")):
        text = path.read_text(encoding="utf-8")
        assert "hit()" not in text or "<script" not in text, path
        ET.fromstring(text)


def test_files_of_data_are_read_as_data(hostile: Built, watched: Watched) -> None:
    """What pages load as scripts sets values, of which none is more than the text it was made from."""
    watched.page.goto((hostile.site / "index.html").as_uri(), wait_until="load")
    files = sorted((hostile.site / "assets" / "data").glob("*.js"), key=lambda path: "-" in path.stem)
    assert files
    for path in files:
        watched.page.add_script_tag(path=path)
    assert watched.hits() == 0
    kept = watched.page.evaluate("JSON.stringify(window.dossier)")
    assert json.dumps(STRINGS[0])[1:-1] in kept
    assert watched.page.evaluate("({}).hit === undefined && ({}).kind === undefined")


def test_feeds_hold_hostile_text_as_text(hostile: Built) -> None:
    """A feed is XML in which each title is the text that was typed."""
    for path in hostile.site.rglob("feed*.xml"):
        root = ET.fromstring(path.read_text(encoding="utf-8"))
        assert {_local(element) for element in root.iter()} <= ATOM
        assert all(AWAY not in (element.get("href") or "") for element in root.iter())
        titles = _folded(" ".join(element.text or "" for element in root.iter() if _local(element) == "title"))
        assert _folded(STRINGS[0]) in titles


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
