"""Entries as YAML in the style of the data, and put at the end of a file; all that writes data writes with this pen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ..load import Node, Seq, load_text
from .grow import tree_of
from .scalars import WIDTH, Bare, block, inline, quoted
from .tree import Branch, Unfit, line_end

_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\r?\n)+\Z")


def entry_text(fields: Mapping[str, object]) -> str:
    """Return one entry as an item of a list: `- id: …`, its fields in the order given, lines ended by line feeds.

    Values are text, numbers, truth values, and mappings and sequences of such. What is written reads back through
    `load_text` as the same texts, numbers as `str` gives them, truth values as `true` and `false`. Raises TypeError
    for any other value, None included: leave out what there is not. Raises Unwritable, a ValueError, for text with
    characters that a data file may not hold.
    """
    return "".join(f"{line}\n" for line in _item(fields, 0))


def appended(text: str, entries: Sequence[str], field: str = "") -> str:
    """Return the text of a file with entries, as `entry_text` gives them, put at the end of its list.

    `text` may be empty, hold nothing but comments, or the empty list `[]`, in whose place the entries come. `field`
    names the list where the file is a mapping (the `remarks` of a document); without it the file is the list. All that
    stood in the file stays, byte for byte, and its line ends are followed. Raises Unfit, with what to do, where the
    list cannot be added to, and where an entry would change what stands before it.
    """
    if not entries:
        return text
    _, problems = load_text("", "", text.encode())
    wrong = next((problem for problem in problems if problem.rule != "empty-file"), None)
    if wrong:
        raise Unfit(
            f"line {wrong.mark.line} cannot be read: {wrong.sentence}; an entry can be added when that is mended"
        )
    end = line_end(text)
    place = _place(text, field)
    head = place.before + end * bool(place.before and not place.before.endswith("\n"))
    new = (end + end * place.apart).join(
        _indented(entry, place.indent, end).removesuffix(end) for entry in entries
    ) + end
    blank = end if place.apart and head.strip() and not head.endswith(("\n\n", "\n\r\n")) else ""
    # Of a last text that keeps the line ends behind it (`|+`), a blank line would become a part.
    for between in dict.fromkeys((blank, "")):
        whole = head + between + new + place.behind
        if _only_added(text, whole, field, len(entries)):
            return whole
    raise Unfit("the file would be read otherwise with an entry at its end; see what its last lines say")


class _Spot(NamedTuple):
    """Where a new item comes: the text before and behind it, its indentation; whether blank lines part the items."""

    before: str
    behind: str = ""
    indent: int = 0
    apart: bool = True


def _place(text: str, field: str) -> _Spot:
    tree = tree_of(text)
    found = tree.root
    if found is None and not field:
        return _Spot(text)
    if field and isinstance(tree.root, Branch) and not tree.root.is_list:
        found = tree.root.value_of(field)
        if found is None:
            return _Spot(_with_field(text, field), "", tree.root.column + 2, apart=False)
    if not isinstance(found, Branch) or not found.is_list or (field and found is tree.root):
        raise Unfit(f"{f'`{field}`' if field else 'the file'} holds no list of entries")
    if not found.children:
        line, behind = _cut(text, found.end)
        rest = line[found.end :].rstrip()
        column = tree.root.column + 2 if field and isinstance(tree.root, Branch) else 0
        return _Spot(text[: found.start].rstrip(" ") + (rest if field else rest.lstrip()), behind, column, not field)
    if found.flow:
        raise Unfit("the list stands in square brackets; put each entry on lines of its own, as `dossier fmt` does")
    if tree.ends_explicitly:
        raise Unfit("the file ends with the line `...`; delete it")
    if not field:
        return _Spot(text, "", found.column)
    before, behind = _cut(text, found.content_end)
    short = _BLANK_LINES.sub("\n", before)
    apart = any("" in child.lead for child in found.children[1:])
    return _Spot(short, before[len(short) :] + behind, found.column, apart)


def _with_field(text: str, field: str) -> str:
    end = line_end(text)
    return f"{text}{'' if text.endswith(chr(10)) else end}{field}:{end}"


def _cut(text: str, offset: int) -> tuple[str, str]:
    """Return the text up to the end of the line in which content ends, and the text behind it."""
    if offset and text[offset - 1] == "\n":
        return text[:offset], text[offset:]
    found = text.find("\n", offset)
    return (text, "") if found < 0 else (text[: found + 1], text[found + 1 :])


def _indented(entry: str, indent: int, end: str) -> str:
    lines = entry.removesuffix("\n").split("\n")
    return "".join(f"{' ' * indent}{line}{end}" if line else end for line in lines)


def _only_added(before: str, after: str, field: str, count: int) -> bool:
    old, _ = load_text("", "", before.encode())
    new, problems = load_text("", "", after.encode())
    if problems or new is None:
        return False
    was: Node = old.value if old else Seq()
    now = new.value
    if not field:
        return list(was) == list(now)[: len(was)] and len(now) == len(was) + count
    if not isinstance(was, dict) or not isinstance(now, dict):
        return False
    items = list(was.get(field, []))
    rest = {name: value for name, value in was.items() if name != field}
    return list(now[field])[: len(items)] == items and rest == {k: v for k, v in now.items() if k != field}


# Values to lines


def _item(value: object, indent: int) -> Iterator[str]:
    """Yield the lines of an item of a list whose dash stands at `indent`."""
    mark = " " * indent + "-"
    if isinstance(value, Mapping) and value:
        for number, line in enumerate(_fields(value, indent + 2)):
            yield f"{mark} {line[indent + 2 :]}" if number == 0 else line
    else:
        yield from _list_or_scalar(mark, value, indent)


def _fields(fields: Mapping[str, object], indent: int) -> Iterator[str]:
    for name, value in fields.items():
        mark = f"{' ' * indent}{inline(name)}:"
        if isinstance(value, Mapping) and value:
            yield mark
            yield from _fields(value, indent + 2)
        else:
            yield from _list_or_scalar(mark, value, indent)


def _list_or_scalar(mark: str, value: object, indent: int) -> Iterator[str]:
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        yield mark
        for item in value:
            yield from _item(item, indent + 2)
    else:
        yield from _scalar(mark, value, indent)


def _scalar(mark: str, value: object, indent: int) -> Iterator[str]:
    """Yield the lines of a value without parts behind its mark, `-` or `name:`, that stands at `indent`."""
    if isinstance(value, Mapping | Sequence) and not value and not isinstance(value, str):
        yield f"{mark} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield from behind(mark, _text(value), indent)


def behind(mark: str, text: str, indent: int, longest: int = WIDTH) -> list[str]:
    """Return a text as lines behind `mark`: on its line if it fits there or cannot be broken, else as a block."""
    if "\n" not in text:
        line = f"{mark} {inline(text)}"
        lines = block(text, indent + 2) if len(line) > longest and " " in text else None
        if lines is None:
            return [line]
    else:
        lines = block(text, indent + 2)
    return [f"{mark} {lines[0]}", *lines[1:]] if lines else [f"{mark} {quoted(text)}"]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return Bare("true" if value else "false")
    if isinstance(value, int | float):
        return Bare(value)
    shown = "nothing (null)" if value is None else type(value).__name__
    raise TypeError(f"{shown} has no form in a data file; leave it out, or give text, a number, fields or a list")
