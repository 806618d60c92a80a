"""Turns counts into a comb: teeth are reports, dots are origins.

Exists because "nine reports, one origin" must be seen before it is read.
"""

from functools import lru_cache

from . import svg

PITCH, NARROWEST = 5.0, 2.5
"""From tooth to tooth; a comb of more than 12 teeth moves them closer together."""
BETWEEN = 11.0
"""From the last tooth of one origin to the first of the next."""
HEIGHT = 16


@lru_cache(maxsize=4096)
def comb(groups: tuple[int, ...], open_groups: tuple[int, ...] = (), *, key: str = "", title: str = "") -> str:
    """A comb with one dot for each origin and one tooth for each of its reports.

    `groups` holds the reports of each origin that was found, `open_groups` those of each that was not (open dot).
    Without a title the mark is hidden from assistive technology: the counts stand beside it in words.
    Empty if there is no group at all.
    """
    if any(teeth < 0 for teeth in groups + open_groups):
        raise ValueError(f"a group of {min(groups + open_groups)} reports; expected 0 or more")
    drawn, x = "", 3.0
    for teeth, found in [(n, True) for n in groups] + [(n, False) for n in open_groups]:
        body, x = origin(teeth, x, found)
        drawn, x = drawn + body, x + BETWEEN
    if not drawn:
        return ""
    width = x - BETWEEN + 3
    size = {"viewBox": f"0 0 {svg.num(width)} {HEIGHT}", "width": svg.num(width), "height": str(HEIGHT)}
    if not title:
        return svg.element("svg", drawn, class_="comb", **size, aria_hidden="true")
    named = svg.element("title", svg.escaped(title), id=f"{key}-title")
    return svg.element("svg", named, drawn, class_="comb", **size, role="img", aria_labelledby=f"{key}-title")


def origin(teeth: int, x: float, found: bool) -> tuple[str, float]:
    """One origin with its teeth from x on, and the x of its last tooth."""
    pitch = PITCH if teeth <= 12 else max(NARROWEST, 12 * PITCH / teeth)
    last = x + pitch * max(0, teeth - 1)
    middle = svg.num((x + last) / 2)
    dot = (
        svg.element("circle", class_="on", cx=middle, cy="3.2", r="3")
        if found
        else svg.element("circle", cx=middle, cy="3.2", r="2.6", stroke_dasharray="1.9 1.37")
    )
    stem = f"M{middle} {'3' if found else '5.8'}V8"
    if teeth == 0:
        return dot, last
    if teeth == 1:
        return dot + svg.element("path", d=f"{stem}V15"), last
    between = "".join(f"M{svg.num(x + pitch * i)} 8v7" for i in range(1, teeth - 1))
    return dot + svg.element("path", d=f"{stem}M{svg.num(x)} 15V8H{svg.num(last)}V15{between}"), last
