"""What a field is called in a sentence, from the labels of the model: `asserted by, as printed`."""

from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel

from ..report import Words
from ..report.section import joined
from ..voice import Voice
from .compare import Route
from .match import KEYS, Item
from .shapes import Holds, Shape, shape_of
from .values import MAIN, cited, mention
from .wording import Names, filled, inline, merged, quoted, shortened

NAMED_AFTER: Final[Mapping[str, int]] = {"relations": 1}
"""For lists whose items do not go by the first part of their key, which one they go by."""


def shape_at(model: type[BaseModel], route: Route) -> Shape | None:
    """Return the shape of the field a route leads to or into; nothing where the model has none."""
    current: type[BaseModel] | None = model
    shape: Shape | None = None
    for step in route:
        if isinstance(step, str):
            shape = shape_of(current, step)
            current = shape.part if shape else None
    return shape


def field_words(model: type[BaseModel], route: Route, voice: Voice, names: Names) -> Words:
    """Return the labels along a route, each item of a list by what it is about.

    The field that names a part is left out: `credibility`, not `credibility, grade`. Fields the model does not have go
    by their name in the file.
    """
    found: list[Words] = []
    current: type[BaseModel] | None = model
    name = ""
    for step in route:
        if isinstance(step, Item):
            found[-1] = _item(found[-1], name, step, current, voice, names)
            continue
        name = step
        shape = shape_of(current, step)
        if not (found and current and MAIN.get(current) == step):
            found.append((inline(voice.text(shape.label), voice) if shape else f"`{step}`",))
        current = shape.part if shape else None
    return merged(joined(tuple(found), voice.comma))


def _item(label: Words, name: str, step: Item, part: type[BaseModel] | None, voice: Voice, names: Names) -> Words:
    """Return the label of a list with one item of it named."""
    if name == "citations":
        return filled(voice.text("citation of {source}"), source=cited({"source": step.key[0]}, voice, names))
    at = NAMED_AFTER.get(name, 0)
    key = step.key[at] if at < len(step.key) else step.key[0]
    field = KEYS[name][0][at] if name in KEYS else ""
    shape = shape_of(part, field)
    if shape and shape.holds is Holds.REFERENCE and key:
        return (*label, " ", mention(key, names))
    return (*label, " ", key if field == "id" else quoted(shortened(key, 8), voice))
