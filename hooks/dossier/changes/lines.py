"""Changed fields to sentences, each with the change it tells of: figures as a whole, citations by what they do."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from ..dates.phrases import N_
from ..model import Measure, Position
from ..report import Words
from ..voice import Voice
from .compare import ORDER, EntryChange, FieldChange, Route
from .fieldnames import field_words, shape_at
from .form import Form
from .match import Item
from .reviews import review_words
from .shapes import MODELS, Holds, Shape, shape_of
from .texts import text_lines
from .values import cited, figure, listed, position, value, word
from .wording import Names, filled

Line = tuple[FieldChange, Words]

WHOLE: Final[Mapping[type[BaseModel], frozenset[str]]] = {
    Measure: frozenset({"value", "qualifier", "unit"}),
    Position: frozenset({"lat", "lon", "radius"}),
}
"""Parts told as one value, and the fields that make it."""
STANCES_NOW: Final[Mapping[str, str]] = {
    "states": N_("{source} now states it"),
    "supports": N_("{source} now supports it"),
    "qualifies": N_("{source} now qualifies it"),
    "disputes": N_("{source} now disputes it"),
    "refutes": N_("{source} now refutes it"),
    "repeats": N_("{source} now repeats it"),
}
STANCES_NO_LONGER: Final[Mapping[str, str]] = {
    "states": N_("{source} no longer states it"),
    "supports": N_("{source} no longer supports it"),
    "qualifies": N_("{source} no longer qualifies it"),
    "disputes": N_("{source} no longer disputes it"),
    "refutes": N_("{source} no longer refutes it"),
    "repeats": N_("{source} no longer repeats it"),
}
WRITTEN: Final = frozenset({Holds.PROSE, Holds.PLAIN, Holds.QUOTE})
"""What is told by the words that differ."""
CHOSEN: Final = frozenset({Holds.FLAG, Holds.WORD, Holds.NUMBER})
"""What means something when it is left out."""


class Telling(NamedTuple):
    """What every sentence needs: the kind, the entry before and after as forms, the language, the names."""

    kind: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    voice: Voice
    names: Names

    @property
    def model(self) -> type[BaseModel]:
        return MODELS[self.kind]


def lines_of(
    change: EntryChange, forms: tuple[Mapping[str, Any], Mapping[str, Any]], voice: Voice, names: Names
) -> Iterator[Line]:
    """Yield the sentences on the fields of an entry, in their order; `forms` are the entry before and after."""
    telling = Telling(change.kind, *forms, voice, names)
    for (teller, _), group in groupby(change.fields, lambda one: _teller(telling, one)):
        yield from teller(telling, tuple(group))


Teller = Callable[[Telling, tuple[FieldChange, ...]], Iterator[Line]]


def _teller(telling: Telling, change: FieldChange) -> tuple[Teller, object]:
    """Return who tells of a change, and what is the same for changes that are told together."""
    route = change.route
    if route[-1] == ORDER:
        return _order, route
    if route[0] == "review" and route[-1] != "note":
        return _review, "review"
    shape = shape_of(telling.model, str(route[0])) if type(route[0]) is str else None
    whole = WHOLE.get(shape.part) if shape and shape.part else None
    if whole and (len(route) == 1 or (len(route) == 2 and route[1] in whole)):
        return _whole, route[0]
    if _is_citation(route):
        return _citation, route[:2]
    if isinstance(route[-1], Item) and (change.before is None or change.after is None or shape is None):
        return _items, route[:-1]
    return _one, route


def _is_citation(route: Route) -> bool:
    return len(route) > 1 and route[0] == "citations"


def _order(telling: Telling, changes: tuple[FieldChange, ...]) -> Iterator[Line]:
    named = field_words(telling.model, changes[0].route[:-1], telling.voice, telling.names)
    yield changes[0], filled(telling.voice.text("order of {field} changed"), field=named)


def _whole(telling: Telling, changes: tuple[FieldChange, ...]) -> Iterator[Line]:
    """Tell of a figure or a position as a whole: `figure 100 → 168 trucks`."""
    name = str(changes[0].route[0])
    shape = shape_of(telling.model, name)
    before, after = telling.before.get(name), telling.after.get(name)
    if shape and shape.part is Measure and isinstance(before, dict) and isinstance(after, dict):
        same = before.get("unit") == after.get("unit") and before.get("value") and after.get("value")
        old, new = figure(before, telling.voice, unit=not same), figure(after, telling.voice)
        if figure(before, telling.voice) == new:
            old, new = str(before.get("value")), str(after.get("value"))
        yield changes[0], _arrow(telling, changes[0].route[:1], (old,), (new,))
    elif isinstance(before, dict) and isinstance(after, dict):
        sides = position(before, telling.voice), position(after, telling.voice)
        yield changes[0], _arrow(telling, changes[0].route[:1], sides[:1], sides[1:])
    else:
        yield from _one(telling, (FieldChange((name,), before, after),))


def _review(telling: Telling, changes: tuple[FieldChange, ...]) -> Iterator[Line]:
    """Tell of a review as a whole, in the words that stand under the title: `Reviewed by A. Reader (1 June 2026)`."""
    voice, first = telling.voice, changes[0]
    before, after = telling.before.get("review"), telling.after.get("review")
    old, new = (review_words(telling.model, side, voice) for side in (before, after))
    if new:
        yield first, (voice.text("{before} → {after}").format(before=old, after=new) if old else new,)
    else:
        named = field_words(telling.model, ("review",), voice, telling.names)
        yield first, filled(voice.text("{field} removed: {value}"), field=named, value=(old,))
    if first.route == ("review",) and isinstance(after, dict) and "note" in after:
        yield from _one(telling, (FieldChange(("review", "note"), None, after["note"]),))


def _citation(telling: Telling, changes: tuple[FieldChange, ...]) -> Iterator[Line]:
    """Tell what a source does to the entry now: for a claim by its stance, elsewhere that it is cited."""
    first = changes[0]
    if len(first.route) == 2:
        for change in changes:
            yield change, _cites(telling, change)
        return
    for change in changes:
        if change.route[2:] == ("stance",):
            yield change, _stance(telling, change)
        else:
            yield from _one(telling, (change,))


def _cites(telling: Telling, change: FieldChange) -> Words:
    """Tell of a citation that is new or gone."""
    gone = change.after is None
    form = change.before if gone else change.after
    citation: Mapping[str, Form] = form if isinstance(form, dict) else {"source": str(form)}
    source = cited(citation, telling.voice, telling.names)
    if telling.kind != "claim":
        told = telling.voice.text("no longer cites {source}") if gone else telling.voice.text("now cites {source}")
        return filled(told, source=source)
    phrases = STANCES_NO_LONGER if gone else STANCES_NOW
    phrase = phrases.get(str(citation.get("stance", "supports")))
    if phrase is None:
        told = telling.voice.text("no longer cites {source}") if gone else telling.voice.text("now cites {source}")
        return filled(told, source=source)
    return (*filled(telling.voice.text(phrase), source=source), *_question(telling, citation))


def _question(telling: Telling, citation: Mapping[str, Form]) -> Words:
    """Return which of the three questions a citation answers; they are never mixed."""
    shape = shape_at(telling.model, ("citations", "bears_on"))
    text = citation.get("bears_on", "so")
    found = next((one for one in (shape.word if shape and shape.word else ()) if one == text), None)
    return (f" ({telling.voice.label(found)})",) if found else ()


def _stance(telling: Telling, change: FieldChange) -> Words:
    item = change.route[1]
    key = item.key[:1] if isinstance(item, Item) else ("?",)
    source = cited({"source": key[0]}, telling.voice, telling.names)
    now = change.after if isinstance(change.after, str) else "supports"
    was = change.before if isinstance(change.before, str) else "supports"
    phrase = STANCES_NOW.get(now)
    shape = shape_at(telling.model, change.route)
    if phrase is None or shape is None or telling.kind != "claim":
        return _arrow(telling, change.route, *_sides(telling, shape, (was, now)))
    before = word(shape, was, telling.voice)
    told = filled(telling.voice.text(phrase), source=source)
    return (*told, *filled(telling.voice.text(" (before: {before})"), before=before))


def _items(telling: Telling, changes: tuple[FieldChange, ...]) -> Iterator[Line]:
    """Tell what came into a list and what went, together."""
    route = changes[0].route[:-1]
    shape = shape_at(telling.model, route)
    named = field_words(telling.model, route, telling.voice, telling.names)
    new = [value(shape, one.after, telling.voice, telling.names) for one in changes if one.after is not None]
    old = [
        value(shape, one.before, telling.voice, telling.names) for one in changes if one.after is None and one.before
    ]
    if new:
        told = telling.voice.text("{field}: {items} added")
        yield changes[0], filled(told, field=named, items=listed(new, telling.voice))
    if old:
        told = telling.voice.text("{field}: {items} removed")
        yield changes[0], filled(told, field=named, items=listed(old, telling.voice))


def _one(telling: Telling, changes: tuple[FieldChange, ...]) -> Iterator[Line]:
    """Tell of a field by itself."""
    for change in changes:
        shape = shape_at(telling.model, change.route)
        named = field_words(telling.model, change.route, telling.voice, telling.names)
        before, after = _unless_left_out(shape, change.before), _unless_left_out(shape, change.after)
        if isinstance(before, str) and isinstance(after, str) and (shape is None or shape.holds in WRITTEN):
            markdown = shape is not None and shape.holds is Holds.PROSE
            for words in text_lines(named, (before, after), markdown, telling.voice, telling.names):
                yield change, words
        elif before is not None and after is not None:
            yield change, _arrow(telling, change.route, *_sides(telling, shape, (before, after)))
        elif parts := _parts(shape, change):
            for one in parts:
                yield from _one(telling, (one,))
        else:
            form = before if after is None else after
            gone, new = telling.voice.text("{field} removed: {value}"), telling.voice.text("{field} added: {value}")
            shown = value(shape, form if form is not None else "", telling.voice, telling.names)
            yield change, filled(gone if after is None else new, field=named, value=shown)


def _parts(shape: Shape | None, change: FieldChange) -> tuple[FieldChange, ...]:
    """Return the fields of a part that came or went as a whole, each as a change of its own; none for other values."""
    form = change.before if change.after is None else change.after
    if shape is None or shape.part is None or shape.part in WHOLE or shape.many or not isinstance(form, dict):
        return ()
    gone = change.after is None
    return tuple(
        FieldChange((*change.route, name), held if gone else None, None if gone else held)
        for name, held in form.items()
    )


def _unless_left_out(shape: Shape | None, form: Form | None) -> Form | None:
    """Return a value, or what its field means where it is left out: `no` for a flag."""
    if form is not None or shape is None or shape.holds not in CHOSEN:
        return form
    return shape.default if isinstance(shape.default, str) else None


def _sides(telling: Telling, shape: Shape | None, sides: tuple[Form, Form]) -> tuple[Words, Words]:
    """Return a value before and after in words; where both read the same, as they are written."""
    before, after = (value(shape, side, telling.voice, telling.names) for side in sides)
    return (before, after) if before != after else ((str(sides[0]),), (str(sides[1]),))


def _arrow(telling: Telling, route: Route, before: Words, after: Words) -> Words:
    named = field_words(telling.model, route, telling.voice, telling.names)
    changed = filled(telling.voice.text("{before} → {after}"), before=before, after=after)
    return filled(telling.voice.text("{field} {change}"), field=named, change=changed)
