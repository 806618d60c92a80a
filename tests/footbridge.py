"""A small dossier as files on a disk, for tests of commands that change it, and a page by hand that links to it."""

from pathlib import Path

SETTINGS = """title: The footbridge of Lower Weir
subtitle: One news report on a closed bridge.
description: d
editors: [{name: x}]
license: CC0
version: "1"
method: As told [@weir-post].
story: []
themes: [Repair]
"""
SOURCES = """# The sources.
- id: weir-post
  type: news
  title: Bridge closed
  short: Weir Post
  language: en
  extent: whole
  checked: read
  verdict: Worth reading.
  reliability: {grade: B, note: A local paper.}
"""
ACTORS = """- id: town-council
  label: Town council
  type: public-body
  role: owns the bridge
  description: It owns the bridge [@weir-post].
"""
DOCUMENT = """source: weir-post
sha256: "{}"
words: 9
characters: 9
about: x
published: 2026-05-02
passages:
  - {{id: p0, kind: body, heading: h, sentences: 1, words: 9, gist: g}}
""".format("0" * 64)


def put_dossier(folder: Path) -> None:
    """Write the data and the pages below a folder."""
    for path, text in {
        "data/dossier.yml": SETTINGS,
        "data/sources.yml": SOURCES,
        "data/actors.yml": ACTORS,
        "data/documents/weir-post.yml": DOCUMENT,
        "docs/method.md": "See [[town-council]] and `[[town-council]]`.\n",
        "docs/README.md": "About this folder, [[town-council]].\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def texts(folder: Path) -> dict[str, str]:
    """Return path below a folder → text of every file there."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.*"))}
