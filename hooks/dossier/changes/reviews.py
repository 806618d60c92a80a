"""A review in the words that stand under the title of its entry, from what is written in a version of the data."""

from pydantic import BaseModel

from ..voice import Voice
from .fieldnames import shape_at
from .form import Form
from .values import date


def review_words(model: type[BaseModel], review: Form | None, voice: Voice) -> str:
    """Return the state of an entry with who and when, as far as it is said; empty where there is no review.

    What is not written as a review should be is told as it is written; never raises.
    """
    if not isinstance(review, dict):
        return str(review or "")
    state, by, day = (review.get(name, "") for name in ("state", "by", "date"))
    names = voice.comma.join(str(name) for name in (by if isinstance(by, list) else [by]) if name)
    when = date(day, voice) if isinstance(day, str) and day else ""
    if state == "reviewed" and names and when:
        return voice.text("Reviewed by {names} ({date})").format(names=names, date=when)
    if state == "disputed" and names:
        phrase = voice.text("Disputed by {names} ({date})") if when else voice.text("Disputed by {names}")
        return phrase.format(names=names, date=when)
    shape = shape_at(model, ("review", "state"))
    known = next((one for one in (shape.word if shape and shape.word else ()) if one == state), None)
    return voice.label(known) if known else str(state)
