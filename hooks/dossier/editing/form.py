"""A data file in its usual form: fields in their order, prose at its width, one style of quoting; nothing else changes.

    formatted(text)   what stands in the file    →  the same values, the same comments at the same parts

The proof is made with every file, before anybody sees the result: it must read as the same values, and each comment
must stand at the part it stood at. Where it does not, the file is left as it is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..load import load_text
from ..problem import Problem
from .grow import tree_of
from .lines import scalar_lines
from .order import Model, model_of, order_of, part_of
from .scalars import inline
from .tree import Branch, Child, Scalar, Tree, Unfit, line_end


def formatted(kind: str, path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return a file in its usual form, or what is wrong with it as YAML.

    `kind` says what it holds, `path` how problems name it. Formatting twice gives what formatting once gives. Raises
    Unfit, with the reason, for a file whose form cannot be changed without changing what it says.
    """
    sheet, problems = load_text(kind, path, data)
    text = data.decode("utf-8") if sheet else ""
    if sheet is None or problems:
        return text, problems
    tree = tree_of(text)
    if not isinstance(tree.root, Branch) or not tree.root.children:
        return text, ()
    if tree.ends_explicitly:
        raise Unfit("the file ends with the line `...`; delete it")
    new = _written(text, tree, model_of(kind))
    again, wrong = load_text(kind, path, new.encode())
    if wrong or again is None or again.value != sheet.value:
        raise Unfit("in the usual form it would be read otherwise; this is a fault of the program, please report it")
    read = tree_of(new)
    # Counted apart from where they belong: one that belonged nowhere would be missing on both sides.
    if _told(read) != _told(tree) or Counter(read.comments) != Counter(tree.comments):
        raise Unfit("a comment in it would come to stand at another field; give it a line of its own above its field")
    return new, ()


def _written(text: str, tree: Tree, model: Model) -> str:
    """Return the text of a tree in the usual form; sorts the tree."""
    _sort(tree.root, model)
    assert isinstance(tree.root, Branch), "a file without parts has no form"
    above = [*tree.head, *[""] * bool(tree.head and tree.head[-1] and _words(tree.root.children[0].lead))]
    lines: list[str] = []
    for line in (*_comments(above, 0), *_branch(text, tree.root, 0, model), *_comments(tree.tail, 0)):
        # A text that keeps the blank lines behind it (`|+`) would take in one more.
        if line is not None or (lines and lines[-1]):
            lines.append(line or "")
    end = line_end(text)
    return text[: tree.preamble] + "".join(line + end for line in lines)


def _sort(node: Scalar | Branch | None, model: Model | None) -> None:
    """Put the fields of a part into their order, each with its comments."""
    if not isinstance(node, Branch):
        return
    if model and not node.is_list:
        places = {name: number for number, name in enumerate(order_of(model))}
        node.children.sort(key=lambda child: places.get(child.key.value, len(places)) if child.key else 0)
    for child in node.children:
        part = part_of(model, child.key.value) if model and child.key else model
        _sort(child.value, part)
        if child.key is None and isinstance(child.value, Branch) and child.value.children and not child.value.is_list:
            # What stands above the first field of an item stands above the item, where there is room for it.
            child.lead += child.value.children[0].lead
            child.value.children[0].lead = []


def _told(tree: Tree) -> object:
    """Return what a tree says: values and comments, each comment at its part; no form."""

    root = tree.root
    top = [*tree.head, *(root.children[0].lead if isinstance(root, Branch) else ())]

    def told(node: Scalar | Branch | None) -> object:
        if not isinstance(node, Branch):
            return node.value if node else None
        if not node.children:
            return node.is_list
        parts = [
            (child.key.value if child.key else None, _words(child.lead), child.beside, told(child.value))
            for child in node.children
        ]
        # What stands above the first part of a file stands at its top, and may be about either.
        first = (parts[0][0], [], *parts[0][2:]) if node is root else parts[0]
        return node.is_list, first, parts[1:], _words(node.tail)

    return _words(top), told(root), _words(tree.tail)


def _words(comments: Sequence[str]) -> list[str]:
    return [comment for comment in comments if comment]


# Lines; None is a blank line of the layout, and no part of a text


def _branch(text: str, branch: Branch, indent: int, model: Model | None) -> Iterator[str | None]:
    """Yield the lines of a mapping or list whose fields or dashes stand at `indent`."""
    entries = branch.is_list and indent == 0
    for number, child in enumerate(branch.children):
        # Between entries there is one blank line, elsewhere what was there.
        lead = child.lead if not (entries and number) else ["", *child.lead]
        lines = list(_comments(lead, indent))
        yield from lines[number == 0 and lines[:1] == [None] :]
        yield from _child(text, child, indent, model)
    yield from _comments(branch.tail, indent)


def _comments(comments: Sequence[str], indent: int) -> Iterator[str | None]:
    """Yield the lines of comments, with no more than one blank line in a row."""
    for number, comment in enumerate(comments):
        if comment:
            yield " " * indent + comment
        elif number == 0 or comments[number - 1]:
            yield None


def _child(text: str, child: Child, indent: int, model: Model | None) -> list[str | None]:
    mark = " " * indent + (f"{inline(child.key.value)}:" if child.key else "-")
    name = child.key.value if child.key else ""
    part = part_of(model, name) if model and name else model
    if isinstance(child.value, Scalar):
        first, *more = scalar_lines(mark, text, child.value, indent, model, name)
        return [_with(first, child.beside), *more]
    if not child.value.children:
        return [_with(f"{mark} {'[]' if child.value.is_list else '{}'}", child.beside)]
    lines: list[str | None] = list(_branch(text, child.value, indent + 2, part))
    if child.key or child.value.is_list or child.beside:
        return [_with(mark, child.beside), *lines]
    return [f"{mark} {(lines[0] or '')[indent + 2 :]}", *lines[1:]]


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
