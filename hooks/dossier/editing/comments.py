"""The comments of a YAML text, and the part of its tree that each belongs to.

# a comment above            `lead` of the field or item below it
field: value  # beside       `beside` of the field or item on its line
  # deeper than what follows `tail` of the mapping or list it closes
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from .tree import Branch, Child, Tree

_COMMENT: Final = re.compile(r"#[^\r\n]*")


class Comment(NamedTuple):
    """A comment: where it begins, its text with the sign, whether it has a line of its own, and its column there."""

    offset: int
    text: str
    own_line: bool
    column: int = 0


class _Spot(NamedTuple):
    """A child, and the branches it stands in, from the outside in."""

    child: Child
    chain: tuple[Branch, ...]


def comments_between(text: str, start: int, end: int) -> Iterator[Comment]:
    """Yield the comments of a stretch of text that holds no scalar."""
    if text.find("#", start, end) < 0:
        return
    for found in _COMMENT.finditer(text, start, end):
        column = found.start() - text.rfind("\n", 0, found.start()) - 1
        alone = not text[found.start() - column : found.start()].strip()
        yield Comment(found.start(), found[0].rstrip(), alone, column)


def attach(text: str, tree: Tree, comments: Sequence[Comment]) -> None:
    """Give each comment to the part of the tree that it belongs to, and note the blank lines above parts."""
    spots = list(_spots(tree.root, ()))
    starts = [spot.child.start for spot in spots]
    for comment in sorted(comments):
        number = bisect_left(starts, comment.offset)
        before = spots[number - 1] if number else None
        after = spots[number] if number < len(spots) else None
        if before and not comment.own_line:
            _beside(before, comment)
        else:
            owner = _owner(tree, comment, before, after)
            owner += [""] * _below_blank(text, comment.offset) + [comment.text]
    for spot in spots:
        if not spot.chain[-1].flow and _below_blank(text, spot.child.start):
            spot.child.lead.append("")
    _head(tree, spots)


def _spots(node: object, chain: tuple[Branch, ...]) -> Iterator[_Spot]:
    if isinstance(node, Branch):
        inner = (*chain, node)
        for child in node.children:
            yield _Spot(child, inner)
            yield from _spots(child.value, inner)


def _beside(before: _Spot, comment: Comment) -> None:
    """Put a comment beside the part on its line; a second one, as brackets may have, behind all of its list."""
    if before.child.beside:
        before.chain[-1].tail.append(comment.text)
    else:
        before.child.beside = comment.text


def _owner(tree: Tree, comment: Comment, before: _Spot | None, after: _Spot | None) -> list[str]:
    """Return the list of comments to which one with a line of its own belongs."""
    if before is None:
        return after.child.lead if after else tree.head if _is_above(tree, comment) else tree.tail
    inside = after.chain if after else ()
    brackets = [b for b in before.chain if b.flow and comment.offset < b.end]
    if brackets or (after and comment.column <= after.child.column and not after.chain[-1].flow):
        return after.child.lead if after and (not brackets or brackets[-1] in inside) else brackets[-1].tail
    held = before.child.value
    if isinstance(held, Branch) and held.flow and held.start < comment.offset < held.end:
        return after.child.lead if held.children and after else before.child.lead
    ended = [b for b in before.chain if not b.flow and b not in inside and b.column <= comment.column]
    if ended:
        return tree.tail if ended[-1] is tree.root else ended[-1].tail
    return after.child.lead if after else tree.tail


def _is_above(tree: Tree, comment: Comment) -> bool:
    return tree.root is None or comment.offset < tree.root.start


def _below_blank(text: str, offset: int) -> bool:
    """Tell whether what begins at `offset` begins its line and the line above is blank."""
    line = text.rfind("\n", 0, offset) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return line > 0 and not text[line:offset].strip() and not text[above:line].strip()


def _head(tree: Tree, spots: Sequence[_Spot]) -> None:
    """Take the comments at the very top from what comes first below them: they are about the file."""
    if spots:
        lead = spots[0].child.lead
        end = lead.index("", 1) + 1 if "" in lead[1:] else len(lead)
        tree.head, lead[:end] = lead[:end], []
