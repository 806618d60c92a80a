"""Turns names, attributes and text into one line of well-formed SVG.

Exists so that escaping, number format, ids and the accessible name are decided once for all drawings.
Drawings carry classes only; every colour and letter comes from the style sheet.
"""

import math
import re
from unicodedata import bidirectional

from .letters import Letters

# XML 1.0, section 2.2: everything else may not stand in a document, not even escaped.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The last two for the Markdown around a drawing: a title may hold what looks like a note, or like code.
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "[": "&#91;", "`": "&#96;"})
Value = str | float


def num(value: float) -> str:
    """A coordinate with at most one decimal, never `-0`."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a coordinate")
    return re.sub(r"\.0$", "", f"{round(value, 1) + 0.0:.1f}")


def escaped(text: str) -> str:
    """Text for element content or a quoted attribute: XML-safe, on one line, nothing in it that Markdown reads."""
    return " ".join(NOT_XML.sub("", text).split()).translate(ENTITIES)


def element(name: str, *children: str, **attributes: Value) -> str:
    """An element with finished children; `_` in an attribute's name becomes `-`, a trailing one falls away."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else num(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def text(words: str, x: float, y: float, class_: str = "", anchor: str = "start", lang: str = "") -> str:
    """A line of text; `anchor` is start, middle or end as seen from the left, whichever way the words run."""
    placed = {"direction": "rtl"} if _runs_left(words) else {}
    if placed:
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    if anchor != "start":
        placed["text_anchor"] = anchor
    return element("text", escaped(words), class_=class_, x=x, y=y, lang=lang, **placed)


def _runs_left(words: str) -> bool:
    """Say whether the first letter that has a direction is one of a script written from the right."""
    return next((kind != "L" for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), False)


def path(data: str, class_: str, **attributes: Value) -> str:
    """A path with a class."""
    return element("path", class_=class_, d=data, **attributes)


def circle(class_: str, x: float, y: float, radius: float, **attributes: Value) -> str:
    """A circle with a class."""
    return element("circle", class_=class_, cx=x, cy=y, r=radius, **attributes)


def linked(href: str, name: str, *children: str) -> str:
    """The children inside a link, or as they are if there is no address."""
    if not href:
        return "".join(children)
    return element("a", *children, href=href, aria_label=name)


def drawing(body: str, box: tuple[float, float], letters: Letters, key: str, title: str, desc: str = "") -> str:
    """The whole drawing with its accessible name.

    The role is `img`, or `group` where links stand inside: the children of an image are hidden from
    assistive technology (WAI-ARIA 1.2, "children presentational").
    Without a title the drawing is hidden from it, unless it holds links: its words stand beside it.
    """
    view = f"0 0 {num(box[0])} {num(box[1])}"
    class_ = " ".join(filter(None, ("draw", letters.class_)))
    role = "group" if "<a " in body else "img"
    if not title:
        hidden = {"aria_hidden": "true"} if role == "img" else {"role": role}
        return element("svg", body, class_=class_, viewBox=view, **hidden)
    named = element("title", escaped(title), id=f"{key}-title")
    told = element("desc", escaped(desc), id=f"{key}-desc") if desc else ""
    named_by = {"aria_labelledby": f"{key}-title"} | ({"aria_describedby": f"{key}-desc"} if desc else {})
    return element("svg", named, told, body, class_=class_, viewBox=view, role=role, **named_by)
