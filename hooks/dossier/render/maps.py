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
from ..model import Name, Place
from ..voice import Voice
from .pen import Pen

SPOTS: Final = ("city", "part-of-city", "site", "area")
"""Kinds that are drawn; a region or a country is on the map as land."""
SHARP: Final = 5000
"""Metres: a position known this well is a dot, which covers as much at the scale of a country."""


def places_map(pen: Pen, places: Iterable[Place], key: str, width: float) -> Markup:
    """Return the map of some places; empty when none has a position."""
    drawn = tuple(_drawn(pen, place) for place in places if place.position and place.type in SPOTS)
    if not drawn:
        return Markup("")
    return _map(drawn, key, pen.voice, width)


@lru_cache(maxsize=4096)
def _map(drawn: tuple[DrawnPlace, ...], key: str, voice: Voice, width: float) -> Markup:
    names = _country_names(voice.locale)
    return Markup(base_map(drawn, key=key, title=voice.text("Map"), distance=voice.length, names=names, width=width))


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
        float(position.radius) if position.radius > SHARP else 0.0,
        other.text if other else "",
        other.language if other else "",
        perhaps=position.basis == "editorial",
        href=pen.href(place.id),
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
