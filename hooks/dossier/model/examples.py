"""One example for each field, as an editor would write it: for JSON Schema, the reference and the command line.

Only what a type cannot say stands here. The example of a field that holds a closed list is its first value, that of a
reference an id of the right kind, that of a part is made of the examples of its fields. All are of the invented case
of data/README.md, the footbridge of Lower Weir; a test holds each against the model and its schema.
"""

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from . import fields
from .words import Word

IDS: Final[Mapping[str, str]] = {
    "source": "council-2026-05-03",
    "claim": "twelve-bolts",
    "event": "footbridge-closed",
    "actor": "lower-weir-council",
    "place": "lower-weir-footbridge",
    "term": "inspection",
    "question": "who-counted",
    "correction": "correction-2026-06-02",
    "remark": "estimate-lost",
}
"""An id of each kind."""

EXAMPLES: Final[Mapping[str, Mapping[str, object]]] = {
    "*": {
        "note": "Read twice; the second paragraph is the one that counts [@council-2026-05-03].",
        "language": "en",
        "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
        "quote": "an estimated twelve bolts",
        "translation": "geschätzte zwölf Bolzen",
        "locator": "p1",
        "theme": "Bridge",
        "autolink": False,
        "formerly": ["twelve-broken-bolts"],
        "scope": "the footbridge, inspection of May 2026",
        "unit": "bolts",
        "of": "broken bolts",
        "label": "Lower Weir Council",
        "description": "The council of the town, which owns the bridge [@council-2026-05-03].",
    },
    "Source": {
        "title": "Footbridge closed until further notice",
        "title_translation": "Fußgängerbrücke bis auf Weiteres gesperrt",
        "description": "A release of the town council; no copy was seen.",
        "short": "Council, 3 May",
        "author": ["A. Weaver"],
        "publisher": "Lower Weir Town Council",
        "url": "https://example.org/council/footbridge",
        "archived_url": "https://example.org/archive/council/footbridge",
        "copies": ["https://example.org/mirror/footbridge"],
        "retrieved": "2026-06-01",
        "checked": "archived copy, read whole",
        "first_hand": "Its author stood on the bridge and counted.",
        "retracted": "The council withdrew the release on 9 May [@courier-2026-05-04].",
        "verdict": "Gives the number as an estimate, and names nobody as the one who counted.",
    },
    "Claim": {
        "text": "Twelve bolts of the footbridge were broken",
        "detail": "The number stands in the release as an estimate [@council-2026-05-03].",
    },
    "Event": {
        "title": "The footbridge is closed",
        "text": "The council closed the bridge until further notice [@council-2026-05-03].",
    },
    "Actor": {"role": "owner of the bridge", "party": True},
    "Place": {
        "label": "Footbridge",
        "description": "A footbridge over the river [@council-2026-05-03].",
        "admin": "Lower Weir, Weirshire",
    },
    "Term": {"label": "Inspection", "description": "A look at every part of a bridge [@council-2026-05-03]."},
    "OpenQuestion": {
        "question": "Who counted the broken bolts?",
        "text": "The release and the report were read; neither names anybody [@council-2026-05-03].",
        "would_settle": "The record of the inspection.",
    },
    "Correction": {
        "date": "2026-06-02",
        "printed": "Until 2 June this page said that the inspector gave the number.",
        "right": "The council gave it [@council-2026-05-03].",
    },
    "Document": {
        "source": "courier-2026-05-04",
        "words": 160,
        "characters": 930,
        "label": "The report",
        "about": "A report of two paragraphs, read whole in print.",
    },
    "Passage": {
        "id": "p1",
        "editorial": True,
        "heading": "The number",
        "sentences": 3,
        "words": 155,
        "gist": "The bridge was closed after “the inspector counted twelve” of them.",
        "quotes": ["the inspector counted twelve"],
    },
    "Remark": {
        "passage": "p1",
        "also": ["p0"],
        "fragment": "counted twelve",
        "title": "An estimate becomes a count",
        "text": "The release has “an estimated” before the number [@council-2026-05-03].",
    },
    "Settings": {
        "title": "The footbridge of Lower Weir",
        "subtitle": "One news report on a closed bridge, and who said it first.",
        "description": "An annotated dossier on a news report about a footbridge that was closed in May 2026.",
        "license": "CC-BY-4.0",
        "version": "0.1.0",
        "method": "The report was read whole, and the earliest source that could be found for each statement.",
        "themes": ["Bridge", "Council"],
    },
    "Editor": {"name": "The editors of this example", "url": "https://example.org/editors"},
    "Quotation": {"longest": 12, "share": 15},
    "Line": {"when": "3 May", "text": "The council closed the footbridge after an inspection [@council-2026-05-03]."},
    "KeyFigure": {
        "measure": "broken bolts",
        "title": "Broken bolts",
        "text": "One origin; the newspaper repeats it [@courier-2026-05-04, p1].",
    },
    "Finding": {
        "title": "A number changes its speaker",
        "text": "The newspaper credits the inspector; the number stands in the release [@council-2026-05-03].",
    },
    "Unit": {"unit": "dozens", "factor": 12, "of": "pieces"},
    "Look": {"logo": "assets/logo/comb.svg"},
    "Shade": {"light": "#1d4f7c", "dark": "#9cc4ec"},
    "Derivation": {"read": True, "note": "Its second paragraph follows the release sentence by sentence."},
    "ReliabilityGrade": {"note": "The owner of the bridge, about its own bridge; no reason to doubt that it knows."},
    "CredibilityGrade": {"note": "One origin, who has no interest in making the number large."},
    "Citation": {"note": "The release gives the number as the council’s own estimate."},
    "Dated": {
        "edtf": "2026-05-03",
        "reasoning": "The report says “yesterday”, and appeared on 4 May [@courier-2026-05-04].",
    },
    "Attribution": {
        "wording": "the inspector counted",
        "reasoning": "The release has the number and names no inspector [@council-2026-05-03].",
    },
    "Hedge": {"words": "estimated"},
    "Measure": {"value": "12", "estimate": True},
    "Rank": {"reason": "A second inspection gave another number [@courier-2026-05-04]."},
    "Participation": {"role": "closed it"},
    "Name": {"text": "The Town Council", "use": "in the newspaper"},
    "Relation": {"note": "said to have inspected for it"},
    "Position": {
        "lat": 51.5,
        "lon": -1.25,
        "radius": 500,
        "note": "Within the town; the exact position was not looked up.",
    },
    "Review": {
        "by": ["B. Fuller"],
        "date": "2026-06-03",
        "note": "Every citation was opened and read.",
    },
}
"""By class and field; under `*` what is the same wherever the field stands."""


@cache
def example_of(model: type[BaseModel], name: str) -> Any:
    """Return the example of a field, as plain values. Raises KeyError for a field that has none."""
    given = _given(model, name)
    if given is not None:
        return given
    found = _of_type(get_type_hints(model, include_extras=True)[name], model)
    if found is None:
        raise KeyError(f"{model.__name__}.{name} has no example; give it one in model/examples.py")
    return found


def example_of_part(model: type[BaseModel]) -> dict[str, Any]:
    """Return an example of a part: what it must have, or, where nothing is, its first field."""
    needed = [name for name, info in model.model_fields.items() if info.is_required()]
    return {name: example_of(model, name) for name in needed or list(model.model_fields)[:1]}


def _given(model: type[BaseModel], name: str) -> object:
    for kind in model.__mro__:
        if name in EXAMPLES.get(kind.__name__, {}):
            return EXAMPLES[kind.__name__][name]
    if name == "id":
        return IDS.get(getattr(model, "kind", ""))
    return EXAMPLES["*"].get(name)


def _of_type(hint: Any, model: type[BaseModel]) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _of_type(next(part for part in parts if part is not type(None)), model)
    if origin is tuple:
        item = _of_type(parts[0], model)
        return None if item is None else [item]
    tag = next((part for part in parts if isinstance(part, fields.Ref)), None)
    if tag:
        return IDS[(tag.kinds or ("claim",))[0]]
    if origin is not None and hasattr(hint, "__metadata__"):
        return _of_type(parts[0], model)
    if isinstance(hint, type) and issubclass(hint, Word):
        return next(iter(hint)).value
    return example_of_part(hint) if isinstance(hint, type) and issubclass(hint, BaseModel) else None
