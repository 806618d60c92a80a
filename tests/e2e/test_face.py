"""A dossier has its own face: what an editor sets under `look` is what a reader sees, and what a shared link shows."""

import re
from itertools import combinations

import pytest
from crawl import HtmlPage
from looking import opened
from playwright.sync_api import Browser
from sites import ROOT, Built, build, second_dossier

from dossier.pipeline import read
from dossier.render.look import card_digest

LOOK = """
look:
  logo: assets/logo/own.svg
  paper: { light: "#fff8e7", dark: "#101820" }
  who_says: { light: "#1d4f7c", dark: "#9cc4ec" }
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#1d4f7c" d="M0 0h8v8z"/></svg>'


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Somebody else's dossier with colours, a logo and an address of its own, its pictures as new as the rest."""
    folder = tmp_path_factory.mktemp("chosen")
    project = second_dossier(folder / "project")
    with (project / "data" / "dossier.yml").open("a", encoding="utf-8") as file:
        file.write(LOOK)
    assets = project / "docs" / "assets"
    (assets / "logo" / "own.svg").write_text(LOGO, encoding="utf-8")
    digest = card_digest(read(project / "data")[0].settings, LOGO)
    (assets / "social" / "made-from.txt").write_text(digest, encoding="utf-8")
    return build(project, folder / "site", SITE_URL="https://example.org/dossier/")


def front_of(built: Built) -> HtmlPage:
    return HtmlPage("index.html", (built.site / "index.html").read_text(encoding="utf-8"))


def meta(page: HtmlPage, name: str) -> list[str]:
    """Return what the elements `meta` of a name or property say."""
    named = [element.attributes for element in page.all("meta")]
    return [each["content"] for each in named if name in (each.get("property"), each.get("name"))]


def icons(page: HtmlPage) -> list[str]:
    return [element.href for element in page.all("link") if "icon" in element.attributes.get("rel", "")]


def test_colours_and_logo_are_those_the_editor_chose(chromium: Browser, chosen: Built) -> None:
    """On screen, light and dark, opened from disk: the ground, the colour of a question, the logo in the header."""
    address = (chosen.site / "index.html").as_uri()
    grounds = {}
    for scheme in ("light", "dark"):
        with opened(chromium, address, scheme=scheme) as (page, heard):
            grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
            logo = page.locator(".md-header .md-logo img")
            assert logo.get_attribute("src") == "assets/logo/own.svg"
            assert logo.evaluate("image => image.naturalWidth > 0 && image.clientHeight >= 20")
            assert heard.errors == []
    assert grounds == {"light": "rgb(255, 248, 231)", "dark": "rgb(16, 24, 32)"}


def test_a_shared_link_shows_title_description_and_card(chosen: Built) -> None:
    """The card is named by its whole address and is there; a phone's bar takes the colour of the paper."""
    front = front_of(chosen)
    assert meta(front, "og:image") == ["https://example.org/dossier/assets/social/card.png"]
    assert (chosen.site / "assets" / "social" / "card.png").is_file()
    assert meta(front, "twitter:card") == ["summary_large_image"]
    assert meta(front, "og:title") == meta(front, "og:site_name")
    assert meta(front, "og:url") == ["https://example.org/dossier/index.html"]
    assert meta(front, "theme-color") == ["#fff8e7", "#101820"]
    assert icons(front) == [
        "assets/logo/own.svg",
        "assets/social/icon-32.png",
        "assets/social/icon-180.png",
    ]


def test_pictures_of_another_dossier_are_never_shown(second: Built) -> None:
    """Those in its docs folder came with the engine and show somebody else's title: none is named."""
    front = front_of(second)
    assert meta(front, "og:image") == []
    assert meta(front, "twitter:card") == ["summary"]
    assert icons(front) == ["assets/logo/comb.svg"]


def test_every_entry_is_described_in_its_own_words(shipped: Built) -> None:
    """Each page of an entry has its title and its own short description; without an address there is no picture."""
    described = set()
    entries = [HtmlPage(path.name, path.read_text("utf-8")) for path in sorted(shipped.site.glob("*/*.html"))[::9]]
    for page in entries:
        if not meta(page, "og:title"):
            continue  # the way from an earlier id
        (said,) = meta(page, "og:description")
        assert [said] == meta(page, "description")
        assert 0 < len(said) <= 300
        assert meta(page, "og:image") == []
        assert len(icons(page)) == 3
        described.add(said)
    assert len(described) > 0.9 * len(entries)


@pytest.mark.parametrize("forced", ["none", "active"])
def test_every_mark_can_be_told_from_every_other_at_16_pixels(chromium: Browser, forced: str) -> None:
    """In one colour, and in a high-contrast mode: any two icons of statuses and questions differ in many pixels."""
    sprite = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    symbols = "".join(re.findall(r"<symbol .*?</symbol>", sprite))
    names = re.findall(r'<symbol id="([si]-\w+)"', symbols)
    assert len(names) >= 11
    css = (ROOT / "docs" / "assets" / "dossier" / "marks.css").read_text(encoding="utf-8")
    icons = "".join(f'<svg class="i" id="at-{name}"><use href="#{name}"/></svg>' for name in names)
    context = chromium.new_context(forced_colors=forced)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_content(
        f"<style>{css} .i{{width:16px;height:16px;margin:8px}}</style><svg width=0 height=0>{symbols}</svg>{icons}"
    )
    drawn = {}
    for name in names:
        bits = page.evaluate(PIXELS, page.locator(f"#at-{name}").screenshot().hex())
        drawn[name] = bits
    context.close()
    alike = {
        (one, other): sum(abs(a - b) for a, b in zip(drawn[one], drawn[other], strict=True)) / 255
        for one, other in combinations(names, 2)
    }
    assert all(sum(255 - value for value in bits) / 255 > 10 for bits in drawn.values())
    assert not {pair: round(difference) for pair, difference in alike.items() if difference < 20}


PIXELS = """async (hex) => {
  const bytes = Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(16, 16).getContext("2d");
  canvas.drawImage(image, 0, 0);
  return [...canvas.getImageData(0, 0, 16, 16).data].filter((_, at) => at % 4 === 0);
}"""
