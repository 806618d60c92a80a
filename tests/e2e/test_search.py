"""Whoever types a name, in any spelling or script, is led to the entry itself."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import pytest
from looking import opened, search_for
from playwright.sync_api import Browser, Page
from sites import Built

LEADS: Final = {
    "Daesh": "actors/isis.html",
    "ISIL": "actors/isis.html",
    "ISIS": "actors/isis.html",
    "Islamic State": "actors/isis.html",
    "داعش": "actors/isis.html",
    "تدمر": "places/palmyra.html",
    "Tadmur": "places/palmyra.html",
    "Palmyra": "places/palmyra.html",
    "Deir ez-Zor": "places/deir-ez-zor.html",
    "Deir Ezzor": "places/deir-ez-zor.html",
    "Aleppo": "places/aleppo.html",
    "168": "claims/trucks-destroyed.html",
    "168 trucks": "claims/trucks-destroyed.html",
    "Dorrian": "actors/john-dorrian.html",
    "Haji Hassan": "actors/brita-haji-hassan.html",
    "Egeland": "actors/jan-egeland.html",
    "CJTF-OIR": "actors/cjtf-oir.html",
    "extermination": "claims/threatened-with-extermination.html",
    "Reuters": "actors/reuters.html",
    "Tidal Wave II": "terms/tidal-wave-ii.html",
    "wellhead": "terms/wellhead.html",
    "trucks-destroyed": "claims/trucks-destroyed.html",
}
"""What is typed, and the entry that must come first: never a list on which it stands somewhere."""


@pytest.fixture(scope="module")
def desk(chromium: Browser, address: str) -> Iterator[Page]:
    """The Overview with its search, from a server."""
    with opened(chromium, address) as (page, _):
        yield page


@pytest.mark.parametrize("words", LEADS)
def test_search_leads_to_the_entry(words: str, desk: Page) -> None:
    """The first result is the entry that goes by that name."""
    found = [_short(href) for href in search_for(desk, words)]
    assert found[:1] == [LEADS[words]], found[:5]


@pytest.mark.parametrize("words", ["Daesh", "تدمر", "Deir ez-Zor"])
def test_search_works_from_disk(words: str, chromium: Browser, shipped: Built) -> None:
    """The unpacked site is searched without a server or a network, from a page in a folder as well."""
    with opened(chromium, (shipped.site / "claims" / "trucks-destroyed.html").as_uri()) as (page, heard):
        found = [_short(href) for href in search_for(page, words)]
        assert found[:1] == [LEADS[words]], found[:5]
        assert (heard.errors, heard.elsewhere) == ([], [])


@pytest.mark.parametrize(
    ("words", "led_to"), [("Kornspeicher", "places/kornspeicher.html"), ("Λίνδος", "actors/kapitaen.html")]
)
def test_another_dossier_is_searched_in_its_own_languages(
    words: str, led_to: str, chromium: Browser, second_address: str
) -> None:
    """Names are found in the language of the dossier, and in any script that the data has, without a setting."""
    with opened(chromium, second_address) as (page, _):
        assert [_short(href) for href in search_for(page, words)][:1] == [led_to]


def _short(href: str) -> str:
    """Return the path of a result below the site, without the words to mark on its page."""
    address = urlsplit(href)
    path, anchor = address.path, address.fragment
    parts = path.split("/")
    start = (
        2 if parts[-2] in {"claims", "events", "actors", "places", "sources", "terms", "questions", "documents"} else 1
    )
    short = "/".join(parts[-start:])
    return f"{short}#{anchor}" if anchor else short
