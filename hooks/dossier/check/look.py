"""The colours an editor chose can be read: text against its ground, as WCAG 2 measures it."""

from collections.abc import Collection, Iterator
from typing import Final, Literal

from ..model import SETTINGS_OWNER, Dossier, Look, Shade
from ..problem import Problem, did_you_mean

Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
QUESTIONS: Final = ("who_says", "how_sure", "which_words", "what_else")
QUIET: Final = 0.66
"""How much of the quietest text is ink; the rest is paper. `values.css` mixes the same."""
EDGE: Final = 0.55
"""The same for the edges of what can be worked."""
WASH: Final = 0.12
"""How much colour there is in the ground of a marked fragment."""
TEXT: Final = 4.5
SHAPE: Final = 3.0


def look_contrast(dossier: Dossier) -> Iterator[Problem]:
    """Whatever colours were chosen, the quietest text, the edges and each question's marks stand out enough (AA)."""
    look = dossier.settings.look
    for scheme in SCHEMES:
        for field, said, found, needed in _measured(look, scheme):
            if found < needed:
                yield Problem(
                    dossier.mark(SETTINGS_OWNER, "look", field, scheme),
                    f"on {scheme} paper {said} has a contrast of {_down(found)} to 1",
                    f"needed is {needed} to 1: make `{field}` and `paper` differ more in lightness",
                    "look-contrast",
                )


def logo_missing(dossier: Dossier, files: Collection[str] | None, docs: str) -> Iterator[Problem]:
    """The logo is a file of the docs folder; `files` are their paths below it, or nothing where nobody knows them."""
    logo = dossier.settings.look.logo
    if logo and files is not None and logo not in files:
        drawings = sorted(path for path in files if path.endswith(".svg"))
        yield Problem(
            dossier.mark(SETTINGS_OWNER, "look", "logo"),
            f"there is no file `{docs}/{logo}`",
            did_you_mean(logo, drawings) or "expected the path of an SVG below the docs folder",
            "look-logo",
        )


def _measured(look: Look, scheme: Scheme) -> Iterator[tuple[str, str, float, float]]:
    """Yield for each pair of colours: the field, what is printed so, the contrast it has and the one it needs."""
    paper, ink = _of(look.paper, scheme), _of(look.ink, scheme)
    yield "ink", "text", contrast(ink, paper), TEXT
    yield "ink", "quiet text, which is 66 % ink,", contrast(mix(ink, paper, QUIET), paper), TEXT
    yield "ink", "the edge of a button, which is 55 % ink,", contrast(mix(ink, paper, EDGE), paper), SHAPE
    for field in QUESTIONS:
        colour = _of(getattr(look, field), scheme)
        yield field, f"a mark in `{field}` on its own wash", contrast(colour, mix(colour, paper, WASH)), TEXT


def _of(shade: Shade, scheme: Scheme) -> tuple[float, ...]:
    text = shade.light if scheme == "light" else shade.dark
    return tuple(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))


def mix(colour: tuple[float, ...], ground: tuple[float, ...], share: float) -> tuple[float, ...]:
    """Return what CSS makes of `color-mix(in srgb, colour share, ground)`."""
    return tuple(one * share + other * (1 - share) for one, other in zip(colour, ground, strict=True))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return the contrast of two colours, from 1 to 21, by the formula of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _down(ratio: float) -> str:
    """Return a ratio with one digit, never rounded up to the one that is needed."""
    return f"{int(ratio * 10) / 10:.1f}"
