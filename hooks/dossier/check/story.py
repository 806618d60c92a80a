"""What the front page and the timeline take from the data exists."""

from collections.abc import Iterator

from ..model import SETTINGS_OWNER, Dossier
from ..problem import Problem, did_you_mean


def story_themes(dossier: Dossier) -> Iterator[Problem]:
    """The lanes of the timeline and the key figures are those the entries use."""
    themes = dossier.settings.themes
    for event in dossier.events:
        if themes and event.theme not in themes:
            yield Problem(
                dossier.mark(event.id, "theme"),
                f"`dossier.yml` has no theme “{event.theme}”, so the timeline has no lane for it",
                did_you_mean(event.theme, themes) or f"expected one of {', '.join(themes)}, or add it to `themes`",
                "theme",
            )
    measures = {claim.measure.of for claim in dossier.claims if claim.measure}
    for number, figure in enumerate(dossier.settings.figures):
        if figure.measure not in measures:
            yield Problem(
                dossier.mark(SETTINGS_OWNER, "figures", number, "measure"),
                f"no claim measures “{figure.measure}”",
                did_you_mean(figure.measure, measures) or "write it word for word as after `of:` in the claims",
                "measure",
            )
