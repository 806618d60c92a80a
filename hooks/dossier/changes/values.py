"""A value of a field in words: a figure with its unit, a date, a name in place of an id, the label of a word."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from ..dates import DateError, parse
from ..model import Dated, Measure, Position
from ..model.parts import (
    Attribution,
    Citation,
    CredibilityGrade,
    Derivation,
    Handover,
    Name,
    Participation,
    Rank,
    Relation,
    ReliabilityGrade,
)
from ..model.words import Word
from ..prose import plain_words
from ..report import To, Words
from ..report.section import joined
from ..voice import Voice
from .form import Form
from .shapes import Holds, Shape, shape_of
from .wording import Names, filled, merged, quoted, shortened

MAIN: Final[Mapping[type[BaseModel], str]] = {
    Dated: "edtf",
    ReliabilityGrade: "grade",
    CredibilityGrade: "grade",
    Rank: "rank",
}
"""Parts that are named by one of their fields: the grade of a grade needs no label of its own."""

LEAD: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {
    Attribution: ("printed", "found", "wording"),
    Citation: ("source", "locator"),
    Derivation: ("source", "how"),
    Handover: ("source", "how"),
    Participation: ("actor", "role"),
    Relation: ("type", "actor"),
    Name: ("text",),
}
"""The fields that say in short what a part is."""
LISTED: Final = 5
"""So many items of a list are named; of more the number is said."""


def value(shape: Shape | None, form: Form, voice: Voice, names: Names) -> Words:
    """Return a value in words: of a field the model does not have, or in a form it cannot read, as it is written."""
    if isinstance(form, list):
        return listed([value(shape, item, voice, names) for item in form], voice)
    if isinstance(form, dict):
        return part(shape.part if shape else None, form, voice, names)
    if shape is None:
        return (quoted(shortened(form), voice),)
    if shape.holds is Holds.REFERENCE:
        return (mention(form, names),)
    return (_text(shape, form, voice),)


def _text(shape: Shape, text: str, voice: Voice) -> str:
    if shape.holds is Holds.DATE:
        return date(text, voice)
    if shape.holds is Holds.WORD:
        return word(shape, text, voice)
    if shape.holds is Holds.FLAG:
        return {"true": voice.text("yes"), "false": voice.text("no")}.get(text, text)
    if shape.holds is Holds.NUMBER:
        return number(text, voice)
    if shape.holds is Holds.PROSE:
        text = plain_words(text)
    return quoted(shortened(text), voice) if text else quoted("", voice)


def mention(id_: str, names: Names) -> To:
    """Return a mention of an entry by its name; by its id where no entry has it."""
    return To(id_, names.get(id_, id_))


def listed(parts: list[Words], voice: Voice) -> Words:
    """Return some things one after the other; of many the first, and how many more."""
    shown = joined(tuple(parts[:LISTED]), voice.comma)
    more = len(parts) - LISTED
    return (*shown, voice.plural(" and {n} more", " and {n} more", more)) if more > 0 else shown


def date(text: str, voice: Voice) -> str:
    """Return an EDTF date in words, or as it is written if it is none."""
    try:
        return voice.when(parse(text))
    except DateError:
        return quoted(shortened(text), voice)


def word(shape: Shape, text: str, voice: Voice) -> str:
    """Return the label of a word of a closed list; a grade keeps its sign."""
    found: Word | None = next((one for one in shape.word or () if one == text), None)
    if found is None:
        return quoted(shortened(text), voice)
    sign = len(text) == 1
    label = voice.label(found).format(value="…")
    return f"{text} ({label})" if sign else quoted(label, voice)


def number(text: str, voice: Voice) -> str:
    """Return a number in the digits of the language with all its decimals, or as written if it is none."""
    whole = text.isascii() and text.isdigit() and len(text) <= 15
    return voice.number(int(text)) if whole else text


def part(model: type[BaseModel] | None, form: Mapping[str, Any], voice: Voice, names: Names) -> Words:
    """Return a part in short: its figure, date, position, or the fields that tell what it is."""
    if model is Measure:
        return (figure(form, voice),)
    if model is Position:
        return (position(form, voice),)
    main = MAIN.get(model) if model else None
    if main and main in form:
        return value(shape_of(model, main), form[main], voice, names)
    leading = [name for name in (LEAD.get(model, ()) if model else ()) if name in form]
    shown = leading or [name for name in form if name != "id"][:1]
    return merged(joined(tuple(value(shape_of(model, name), form[name], voice, names) for name in shown), voice.comma))


def figure(form: Mapping[str, Any], voice: Voice, *, unit: bool = True) -> str:
    """Return a figure in words, or its parts as written where it is none."""
    try:
        return voice.figure(Measure.model_validate(form), unit=unit)
    except (ValidationError, ValueError):
        written = (form.get(name, "") for name in ("qualifier", "value", "unit"))
        return quoted(shortened(" ".join(text for text in written if isinstance(text, str) and text)), voice)


def position(form: Mapping[str, Any], voice: Voice) -> str:
    """Return a position with its radius."""
    point = ", ".join(str(form.get(name, "?")) for name in ("lat", "lon"))
    radius = form.get("radius")
    if not isinstance(radius, str):
        return point
    within = voice.length(float(radius)) if radius.isdigit() and len(radius) < 9 else radius
    return voice.text("{point} (within {radius})").format(point=point, radius=within)


def cited(form: Mapping[str, Any], voice: Voice, names: Names) -> Words:
    """Return a citation as its source and the place in it."""
    source, locator = form.get("source", "?"), form.get("locator")
    named: Words = (mention(source if isinstance(source, str) else "?", names),)
    if not isinstance(locator, str):
        return named
    return filled(voice.text("{source}, {locator}"), source=named, locator=shortened(locator, 6))
