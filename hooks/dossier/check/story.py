"""What the front page and the timeline take from the data exists."""

from collections.abc import Iterator

from ..model import SETTINGS_OWNER, Dossier, Event
from ..problem import Problem, did_you_mean


def event_order(dossier: Dossier) -> Iterator[Problem]:
    """Events said to come before one another do not start on days that say the opposite."""
    for event in dossier.events:
        pairs = [(event, other, ("before", i)) for i, other in enumerate(event.before)]
        pairs += [(other, event, ("after", i)) for i, other in enumerate(event.after)]  # type: ignore[misc]
        for first, second, route in pairs:
            earlier, later = _event(dossier, first), _event(dossier, second)
            if earlier and later and _surely_after(earlier, later):
                yield Problem(
                    dossier.mark(event.id, *route),
                    f"{_dated(earlier)} cannot come before {_dated(later)}",
                    "correct one of the dates or the order",
                    "event-order",
                )


def _dated(event: Event) -> str:
    return f"`{event.id}` ({event.when.edtf.text})"


def _event(dossier: Dossier, event: Event | str) -> Event | None:
    found = dossier.entries.get(event) if isinstance(event, str) else event
    return found if isinstance(found, Event) else None


def _surely_after(earlier: Event, later: Event) -> bool:
    start, end = earlier.when.edtf.earliest, later.when.edtf.latest
    return start is not None and end is not None and start > end


def story_themes(dossier: Dossier) -> Iterator[Problem]:
    """The lanes of the timeline and the key figures are those the entries use."""
    themes = dossier.settings.themes
    for event in dossier.events:
        if themes and event.theme not in themes:
            yield Problem(
                dossier.mark(event.id, "theme"),
                f"the timeline has no lane “{event.theme}”",
                did_you_mean(event.theme, themes) or f"expected one of {', '.join(themes)}",
                "theme",
            )
    measures = {claim.measure.of for claim in dossier.claims if claim.measure}
    for number, figure in enumerate(dossier.settings.figures):
        if figure.measure not in measures:
            yield Problem(
                dossier.mark(SETTINGS_OWNER, "figures", number, "measure"),
                f"no claim measures “{figure.measure}”",
                did_you_mean(figure.measure, measures) or "expected the `of` of a claim's measure",
                "measure",
            )
