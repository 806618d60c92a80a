"""What no format has and every entry needs, said honestly: where it was imported from, and that nobody has read it yet.

The file itself becomes a source, and what has no source of its own cites it: a reader sees that nothing else is known.
"""

from typing import Any

from ..problem import did_you_mean
from .days import of_text
from .decode import Unusable
from .desk import Desk, Draft, Fields
from .record import Record
from .wording import one_line

LATER = {"review": "draft"}
"""Every imported entry is a draft until somebody has read it against its sources."""


def citation(desk: Desk, record: Record) -> list[Fields]:
    """Return the citation of an entry that has no source of its own: the file, and the record in it."""
    return [{"source": file_source(desk), "locator": one_line(record.label)}]


def file_source(desk: Desk) -> str:
    """Return the source that stands for the file, and make it the first time; or the source that was named for it."""
    options = desk.options
    if options.cite:
        if not desk.has("sources", options.cite):
            known = [source.id for source in desk.dossier.sources]
            raise Unusable(
                f"there is no source `{options.cite}` to cite",
                did_you_mean(options.cite, known) or "name one by its id",
            )
        return options.cite
    id_ = desk.claim_id("sources", f"file {options.name}", "imported", options.name.rpartition(".")[0] or options.name)
    if not desk.has("sources", id_) and id_ not in desk.drafts:
        desk.drafts[id_] = Draft("sources", {"id": id_, "type": "dataset", **_about_file(options.name), **LATER})
        desk.drafts[id_].fields["language"] = options.language or "und"
    return id_


def _about_file(name: str) -> dict[str, Any]:
    return {
        "title": name,
        "short": name,
        "language": "und",
        "extent": "whole",
        "checked": "taken over by the program; where its statements come from was not yet looked up",
        "verdict": "The file from which entries were imported. It shows what was recorded, and not yet who says so.",
    }


def unread(name: str) -> Fields:
    """Return what a source needs that nobody has read yet."""
    return {
        "extent": "unseen",
        "checked": f"imported from {name}, not yet read",
        "verdict": "Imported and not yet read, so nothing can be said of what it is worth here.",
        **LATER,
    }


def stand_in(name: str) -> str:
    """Return the text of an entry of which the file says no more than its name."""
    return f"Imported from {_code(name)}, not yet described."


def _code(name: str) -> str:
    """Return the name of a file for prose, in which nothing of it is Markdown."""
    return f"`{name}`" if "`" not in name else name.replace("`", "'")


def date(desk: Desk, record: Record, to: str, *route: str | int) -> str:
    """Take a leaf as a date for a field; a text that is none, or may mean two days, is left with the reason."""
    value = record.take(to, *route)
    if not value:
        return ""
    try:
        return of_text(value, desk.options.dates, languages(desk))
    except ValueError as error:
        record.leave(f"no date: {error}", *route)
        return ""


def languages(desk: Desk) -> tuple[str, ...]:
    """Return the languages in which months may be named: the one that was said, the dossier's own, and English."""
    return tuple(dict.fromkeys(filter(None, (desk.options.language, desk.dossier.settings.language, "en"))))


def host_of(url: str) -> str:
    """Return the host of a web address, as a name for what stands there."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.") or url


def shortened(text: str, longest: int = 60) -> str:
    """Return a text of at most so many characters, cut between words."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rpartition(" ")[0].rstrip(",;:") + "…" if " " in text[: longest - 1] else text[:longest]
