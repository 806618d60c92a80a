"""Places to a map without tiles: points for what is known, discs for what is not."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from heapq import nsmallest
from typing import Final

from babel import Locale
from babel.core import get_global
from markupsafe import Markup

from ..draw import Place as DrawnPlace
from ..draw import base_map
from ..model import Event, Name, Place
from ..voice import Voice
from .pen import Pen

SPOTS: Final = ("city", "part-of-city", "site", "area")
"""Kinds that are drawn; a region or a country is on the map as land."""
LARGE: Final = 900.0
"""The width for which the map of all places is laid out: the whole page."""
SMALL: Final = 340.0
"""The width of a map beside something else, as on a phone."""
META: Final[Mapping[str, object]] = {"scripts": ["map"]}
"""What the front matter of a page says whose map a reader can move."""


def places_map(pen: Pen, places: Iterable[Place], key: str, width: float) -> Markup:
    """Return the map of some places; empty when none has a position."""
    drawn = tuple(_drawn(pen, place) for place in places if place.position and place.type in SPOTS)
    if not drawn:
        return Markup("")
    return _map(drawn, key, pen.voice, width)


@lru_cache(maxsize=4096)
def _map(drawn: tuple[DrawnPlace, ...], key: str, voice: Voice, width: float) -> Markup:
    names = _country_names(voice.locale)
    moves = (voice.text("Closer"), voice.text("Further"), voice.text("Whole map"))
    title = voice.text("Map")
    return Markup(base_map(drawn, key=key, title=title, distance=voice.length, moves=moves, names=names, width=width))


def event_map(pen: Pen, events: Iterable[Event]) -> Markup:
    """Return the small map of where some events happened; empty when none of their places has a position."""
    entries = pen.desk.facts.dossier.entries
    places = dict.fromkeys(event.place for event in events if event.place)
    return places_map(pen, (place for id_ in places if isinstance(place := entries[id_], Place)), "where", SMALL)


def around(places: Iterable[Place], middle: Place, most: int = 6) -> tuple[Place, ...]:
    """Return a place and the nearest others, so that its map shows where it lies; nearness as on the flat map."""
    here = middle.position
    if here is None:
        return ()

    def far(place: Place) -> tuple[float, str]:
        there = place.position
        return ((there.lat - here.lat) ** 2 + (there.lon - here.lon) ** 2 if there else float("inf"), place.id)

    others = (place for place in places if place.position and place.type in SPOTS and place.id != middle.id)
    return (*nsmallest(most, others, key=far), middle)


def _drawn(pen: Pen, place: Place) -> DrawnPlace:
    position = place.position
    assert position is not None, "only places with a position are drawn"
    other = _other_script(place, pen.voice.language)
    return DrawnPlace(
        place.label,
        position.lon,
        position.lat,
        float(position.radius),
        other.text if other else "",
        other.language if other else "",
        perhaps=position.basis == "editorial",
        href=pen.href(place.id),
        id=place.id,
    )


def _other_script(place: Place, language: str) -> Name | None:
    """Return the first name in a script that is not the dossier's own: the one on the road signs."""
    return next((name for name in place.names if name.language != language and not name.text.isascii()), None)


@cache
def _country_names(locale: str) -> Mapping[str, str]:
    """Return the names of countries in a language by ISO 3166-1 numeric code.

    CLDR keeps the numeric codes as aliases of the two-letter ones that its names hang on.
    """
    territories = Locale.parse(locale).territories
    return {
        number: territories[codes[0]]
        for number, codes in get_global("territory_aliases").items()
        if number.isdigit() and len(codes) == 1 and codes[0] in territories
    }


def position_words(pen: Pen, place: Place) -> str:
    """Return a position in words: degrees, the radius, where it comes from."""
    voice, position = pen.voice, place.position
    if position is None:
        return voice.text("no position is recorded")
    lat = f"{voice.number(round(abs(position.lat), 3))}° {voice.text('N' if position.lat >= 0 else 'S')}"
    lon = f"{voice.number(round(abs(position.lon), 3))}° {voice.text('E' if position.lon >= 0 else 'W')}"
    said = voice.text("{lat}, {lon}, within {size} ({basis})")
    return said.format(lat=lat, lon=lon, size=voice.length(position.radius), basis=voice.label(position.basis))
