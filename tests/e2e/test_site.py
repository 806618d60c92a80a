"""What every page of a built site keeps, in the shipped dossier and in somebody else's."""

import re
from collections import Counter
from typing import Final

from crawl import Crawled, Element, HtmlPage, addresses_in, is_elsewhere, listed, target
from sites import Built

LEAKS: Final = (
    re.compile(r"\[\^[\w-]+\]"),
    re.compile(r"\[\[|\]\]"),
    re.compile(r"\[@[\w-]"),
    re.compile(r"\{\s*[#.][\w-]"),
    re.compile(r"\{[{%]"),
    re.compile(r"\]\((?!\))"),
    re.compile(r"\bmarkdown=\"|</?(?:span|div|section|details|td|li)\b"),
    re.compile(r"\bMarkup\(|<dossier\.|\bNone\b,|object at 0x"),
)
"""What a reader would see of our own markup if a step of writing a page were left out."""


def test_every_link_inside_the_site_leads_to_a_file(built: Built, crawled: Crawled) -> None:
    """No link is a dead end, whether it was written in prose, in raw HTML or in a drawing."""
    dead = [
        f"{page.path}: {link.href}"
        for page in crawled.values()
        for link in page.links
        if not is_elsewhere(link.href) and not (built.site / target(page.path, link.href)[0]).is_file()
    ]
    assert dead == [], listed(dead)
    assert sum(len(page.links) for page in crawled.values()) > len(crawled)


def test_every_anchor_that_is_linked_is_there(crawled: Crawled) -> None:
    """A link to a part of a page stops at that part, not at the top."""
    ids = {path: set(page.ids) for path, page in crawled.items()}
    dead = [
        f"{page.path}: {link.href}"
        for page in crawled.values()
        for link in page.links
        if not is_elsewhere(link.href)
        and (found := target(page.path, link.href))[1]
        and found[1] not in ids.get(found[0], ())
    ]
    assert dead == [], listed(dead)


def test_drawings_refer_only_to_what_is_on_their_page(crawled: Crawled) -> None:
    """An icon, a gradient or a label that a drawing takes by its id is there; otherwise it would be invisible."""
    dead = []
    for page in crawled.values():
        ids = set(page.ids)
        for element in page.elements:
            named = [element.href[1:]] if element.tag == "use" else []
            named += re.findall(r"url\(#([^)]+)\)", " ".join(element.attributes.values()))
            for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
                named += element.attributes.get(name, "").split()
            dead += [f"{page.path}: <{element.tag}> names {id_}" for id_ in named if id_ not in ids]
    assert dead == [], listed(dead)


def test_no_id_stands_twice_on_a_page(crawled: Crawled) -> None:
    """A permalink means one thing."""
    twice = [
        f"{path}: {id_}" for path, page in crawled.items() for id_, count in Counter(page.ids).items() if count > 1
    ]
    assert twice == [], listed(twice)


def test_ids_and_addresses_are_lower_case(built: Built, crawled: Crawled) -> None:
    """An address survives being typed, and a disk that does not tell `A` from `a`.

    The page of a rule is named as the rule's code is printed, and so it is typed.
    """
    pages = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")]
    own = [id_ for page in crawled.values() for id_ in page.ids if not id_.startswith(("__", "fn"))]
    typed = [name for name in (*pages, *own) if not re.fullmatch(r"problems/D\d{3}\.html", name)]
    assert [name for name in typed if name != name.lower()] == []
    assert len({name.lower() for name in pages}) == len(pages)


def test_a_page_loads_nothing_from_elsewhere(built: Built, crawled: Crawled) -> None:
    """A visitor is not made known to anybody: no script, sheet, font, picture or frame comes from another host."""
    foreign = [
        f"{page.path}: {address}" for page in crawled.values() for address in page.loads() if is_elsewhere(address)
    ]
    for sheet in built.site.rglob("*.css"):
        foreign += [f"{sheet.name}: {a}" for a in addresses_in(sheet.read_text(encoding="utf-8")) if is_elsewhere(a)]
    assert foreign == [], listed(foreign)


def test_what_a_page_loads_is_there(built: Built, crawled: Crawled) -> None:
    """No sheet, script, font or icon is missing."""
    missing = {
        f"{page.path}: {address}"
        for page in crawled.values()
        for address in page.loads()
        if not address.startswith(("data:", "#")) and not (built.site / target(page.path, address)[0]).is_file()
    }
    for sheet in built.site.rglob("*.css"):
        name = sheet.relative_to(built.site).as_posix()
        for address in addresses_in(sheet.read_text(encoding="utf-8")):
            if not address.startswith(("data:", "#")) and not (built.site / target(name, address)[0]).is_file():
                missing.add(f"{name}: {address}")
    assert not missing, listed(sorted(missing))


def test_every_page_has_one_heading_of_the_first_rank_and_a_language(crawled: Crawled) -> None:
    """A screen reader can say what a page is, and in the right voice."""
    headings = {path: len(page.all("h1")) for path, page in crawled.items() if not _is_redirect(page.source)}
    wrong = [f"{path}: {count} headings" for path, count in headings.items() if count != 1]
    wrong += [
        f"{path}: no language" for path, page in crawled.items() if not page.all("html")[0].attributes.get("lang")
    ]
    assert wrong == [], listed(wrong)


def test_every_page_has_a_title_of_its_own(crawled: Crawled) -> None:
    """Tabs, bookmarks and search engines can tell the pages apart, and no title says the same thing twice."""
    titles = {
        path: page.all("title")[0].text.strip() for path, page in crawled.items() if not _is_redirect(page.source)
    }
    counted = Counter(titles.values())
    wrong = [f"{path}: {title}" for path, title in titles.items() if counted[title] > 1]
    halves = {path: title.rpartition(" - ") for path, title in titles.items()}
    wrong += [f"{path}: {first} twice" for path, (first, _, last) in halves.items() if first == last]
    assert wrong == [], listed(wrong)


def test_no_markup_of_ours_is_seen_as_text(crawled: Crawled) -> None:
    """A citation, a link or a list of attributes that was not understood must not reach the reader."""
    seen = []
    for page in crawled.values():
        for article in page.all("article"):
            text = " ".join(article.text.split())
            for element in article.below:
                if element.tag in {"code", "pre"}:
                    text = text.replace(" ".join(element.text.split()), " ", 1)
            seen += [
                f"{page.path}: {text[max(0, hit.start() - 40) : hit.end() + 40]}"
                for leak in LEAKS
                for hit in leak.finditer(text)
            ]
    assert seen == [], listed(seen)


def test_earlier_addresses_lead_to_where_the_entry_is_now(second: Built) -> None:
    """A link that somebody kept under an earlier id still works, without JavaScript."""
    page = (second.site / "sources" / "bericht-1923.html").read_text(encoding="utf-8")
    assert re.search(r'http-equiv="refresh" content="0; url=ratsbericht-1923\.html"', page)


def test_only_lists_stand_in_the_navigation(crawled: Crawled) -> None:
    """The navigation stays as short as a table of contents, however many entries there are."""
    page = crawled["index.html"]
    named = {
        target(page.path, link.href)[0]
        for link in page.links
        if link.within("md-tabs") or link.within("md-nav--primary")
    }
    assert {"index.html", "timeline.html", "actors.html", "claims.html", "sources.html"} <= named
    assert [
        path
        for path in named
        if path.partition("/")[0] in {"claims", "events", "actors", "places", "sources", "terms", "questions"}
    ] == []


def _is_redirect(source: str) -> bool:
    return 'http-equiv="refresh"' in source


def test_a_page_below_a_handwritten_one_leads_back_to_it_and_is_found(shipped: Built) -> None:
    """The pages of `guide/` and `problems/` are not in the navigation: a link leads up, and the search knows them."""
    searched = (shipped.site / "assets" / "data" / "search.js").read_text(encoding="utf-8")
    below = [page for folder in ("guide", "problems") for page in sorted((shipped.site / folder).glob("*.html"))]
    assert len(below) > 20
    lost = []
    for path in below:
        page = HtmlPage(path.name, path.read_text(encoding="utf-8"))
        first = next(element for element in page.all("a") if ("p", "crumb") in _around(element))
        if first.href != f"../{path.parent.name}.html" or f'"{path.parent.name}/{path.name}"' not in searched:
            lost.append(f"{path.parent.name}/{path.name}: {first.href}")
    assert lost == []


def _around(element: Element) -> set[tuple[str, str]]:
    return {(one.tag, name) for one in element.above for name in one.attributes.get("class", "").split()}
