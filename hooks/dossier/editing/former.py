"""The earlier ids of an entry, in the text of its file."""

from ..load import Map, Node, Seq
from .scalars import inline
from .swapping import Edit
from .tree import Branch, Scalar, Unfit, line_end


def former_edit(text: str, entry: Branch, old: str, new: str) -> Edit:
    """Return the edit that puts `old` under `formerly`; if the new id stands there, `old` takes its place."""
    held = entry.value_of("formerly")
    if isinstance(held, Branch) and held.children:
        for child in held.children:
            if isinstance(child.value, Scalar) and child.value.value.strip() == new:
                return child.value.start, child.value.end, inline(old)
        place = held.content_end if not held.flow else _scalar(held.children[-1].value).end
        return (place, place, f", {inline(old)}") if held.flow else _line(text, place, held.column, f"- {inline(old)}")
    if isinstance(held, Branch):
        return held.start, held.end, f"[{inline(old)}]"
    place = _scalar(entry.value_of("id")).end
    if entry.flow:
        return place, place, f", formerly: [{inline(old)}]"
    return _line(text, place, entry.column, "formerly:", f"  - {inline(old)}")


def _scalar(node: Scalar | Branch | None) -> Scalar:
    if not isinstance(node, Scalar):
        raise Unfit("the entry has no id on a line of its own")
    return node


def _line(text: str, place: int, indent: int, *lines: str) -> Edit:
    """Return the edit that puts lines below the one in which `place` lies."""
    end, found = line_end(text), text.find("\n", place)
    at = found + 1 if found >= 0 else len(text)
    new = "".join(f"{' ' * indent}{line}{end}" for line in lines)
    return at, at, new if found >= 0 else end + new.removesuffix(end)


def with_former(entry: Map, old: str, new: str) -> Map:
    """Return the value of an entry with its new id and the old one under `formerly`."""
    held = entry.get("formerly", Seq())
    ids: list[Node] = list(held) if isinstance(held, Seq) else []
    stripped = [str(id_).strip() for id_ in ids]
    if new in stripped:
        ids[stripped.index(new)] = old
    else:
        ids.append(old)
    changed = Map()
    changed.update({**entry, "id": new})
    former = Seq()
    former.extend(ids)
    changed["formerly"] = former
    return changed
