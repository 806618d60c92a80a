"""Turns a plain date into the value of an HTML `<time datetime>`, which knows no doubts, intervals or sets."""

from .reading import read
from .stated import Stated
from .values import When


def iso(when: When) -> str | None:
    """The `datetime` value of a single plain year, month or day, with its time if it has one; else None.

    HTML has no years before 1 and no ?, ~ or X, so dates with any of these have no such value.
    """
    if when.kind != "date" or when.uncertain or when.approximate:
        return None
    stated = read(when.text).members[0].start
    if not isinstance(stated, Stated) or not stated._replace(clock=None).exact or int(stated.year.digits) < 1:
        return None
    date = "-".join(part.digits for part in stated.parts)
    if stated.clock is None:
        return date
    hour, minute, second, zone = stated.clock
    full_zone = f"{zone}:00" if len(zone) == 3 else zone
    return f"{date}T{hour:02d}:{minute:02d}:{second:02d}{full_zone}"
