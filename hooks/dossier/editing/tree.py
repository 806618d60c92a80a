"""A YAML text as a tree that knows where every part stands and which comments belong to it (`grow` makes it)."""

from collections.abc import Sequence
from dataclasses import dataclass, field


class Unfit(ValueError):
    """A file that cannot be changed in the way asked for; the message says why, in words for its editor."""


@dataclass(slots=True)
class Scalar:
    """A text: its value, how it is written (`` plain, `'`, `"`, `|`, `>`) and where, by offsets into the file."""

    value: str
    style: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Child:
    """A field of a mapping or an item of a list, with its comments; `key` is None for an item."""

    key: Scalar | None
    start: int
    column: int
    value: "Scalar | Branch" = field(default_factory=lambda: Scalar("", "", 0, 0))
    lead: list[str] = field(default_factory=list)
    """Comments above it; an empty one is a blank line."""
    beside: str = ""


@dataclass(slots=True, eq=False)
class Branch:
    """A mapping or a list."""

    is_list: bool
    flow: bool
    start: int
    column: int
    children: list[Child] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Comments behind the last child."""
    end: int = 0
    """For brackets, where they close; for lines, where the next part begins."""

    def value_of(self, name: str) -> "Scalar | Branch | None":
        """Return the value of a field of a mapping; None if there is none."""
        return next((child.value for child in self.children if child.key and child.key.value == name), None)

    @property
    def content_end(self) -> int:
        """Where the last scalar or bracket in it ends."""
        if self.flow or not self.children:
            return self.end
        last = self.children[-1]
        if isinstance(last.value, Branch):
            return last.value.content_end
        return max(last.value.end, last.key.end if last.key else last.start + 1)


@dataclass(slots=True, eq=False)
class Tree:
    """A file: its value, and what stands around it."""

    root: Scalar | Branch | None
    head: list[str] = field(default_factory=list)
    """Comments at the very top, which stay there whatever comes first below them; an empty one is a blank line."""
    tail: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """Every comment of the file, wherever it belongs."""
    preamble: int = 0
    """Where the line `---` ends; 0 in a file without one."""
    ends_explicitly: bool = False
    """Whether the file has the line `...`."""

    def at(self, route: Sequence[str | int]) -> "Scalar | Branch | None":
        """Return what a route leads to; None if it leads nowhere."""
        node = self.root
        for step in route:
            if not isinstance(node, Branch):
                return None
            if isinstance(step, int):
                node = node.children[step].value if step < len(node.children) else None
            else:
                node = node.value_of(step)
        return node


def line_end(text: str) -> str:
    """Return the line end a file uses: that of its first line."""
    found = text.find("\n")
    return "\r\n" if found > 0 and text[found - 1] == "\r" else "\n"
