"""The theme's overrides still fit the theme, and the sheets keep their promises.

An override is a copy of a file that Material may change in any release. Its head records the sha256 of the file it was
copied from; when Material's own differs, the copy has to be looked at again.
"""

import gzip
import re
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from dossier.lighter import bare

ROOT = Path(__file__).parent.parent
THEME = find_spec("material")
assert THEME, "mkdocs-material is not installed"
assert THEME.origin, "mkdocs-material is not installed"
UPSTREAM = Path(THEME.origin).parent / "templates"
OVERRIDES = ROOT / "overrides"
OWN = re.compile(r"\A\{#-\n  Own partial: .+\n  Why: ")
"""How a partial begins that takes the place of one of Material's and has nothing of it."""
ALL_PARTIALS = sorted((OVERRIDES / "partials").rglob("*.html"))
PARTIALS = [path for path in ALL_PARTIALS if not OWN.match(path.read_text(encoding="utf-8"))]
SHEETS = sorted((ROOT / "docs" / "assets" / "dossier").glob("*.css"))
HEAD = re.compile(
    r"Copy of Material (?P<version>\S+), (?P<path>\S+)\n\s*upstream sha256: (?P<digest>[0-9a-f]{64})\n\s*Why: "
)
BUDGET = 16_000


def without_comments(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("partial", PARTIALS, ids=lambda path: path.name)
def test_partial_was_copied_from_the_installed_theme(partial: Path) -> None:
    """A changed upstream partial is noticed, and the message says what to do."""
    name = partial.relative_to(OVERRIDES).as_posix()
    head = HEAD.search(partial.read_text(encoding="utf-8"))
    assert head, f"{name}: the head must say 'Copy of Material <version>, <path>', 'upstream sha256: …' and 'Why: …'"
    assert head["path"] == name
    original = UPSTREAM / name
    assert original.is_file(), f"{name}: Material has no such file any more; find out what replaced it"
    digest = sha256(original.read_bytes()).hexdigest()
    assert head["digest"] == digest, (
        f"{name}: Material's own file is not the one this override was copied from (Material {head['version']}). "
        f"Compare overrides/{name} with {name} of the installed theme, take over what changed, keep what 'Why' says, "
        f"then write the new version and 'upstream sha256: {digest}' into its head."
    )


@pytest.mark.parametrize("partial", [path for path in ALL_PARTIALS if path not in PARTIALS], ids=lambda path: path.name)
def test_an_own_partial_still_takes_the_place_of_one_of_the_theme(partial: Path) -> None:
    """Nothing of Material's file is in it, so only its name can go wrong: then nobody would include it."""
    name = partial.relative_to(OVERRIDES).as_posix()
    included = [path.read_text(encoding="utf-8") for path in (*OVERRIDES.rglob("*.html"), *UPSTREAM.rglob("*.html"))]
    assert any(f'{{% include "{name}" %}}' in text for text in included)


def test_every_sheet_of_the_theme_goes_into_the_layer() -> None:
    """main.html moves Material's sheets into a cascade layer by replacing two strings; both must still be found."""
    block = re.search(r"{% block styles %}(.*?){% endblock %}", (UPSTREAM / "base.html").read_text("utf-8"), re.DOTALL)
    assert block, "Material's base.html has no block 'styles' any more; overrides/main.html fills it"
    links = re.findall(r'<link rel="stylesheet"[^>]*>', block[1])
    assert links
    for link in links:
        assert re.fullmatch(r'<link rel="stylesheet" href="{{ \'[^\']*\.min\.css\' \| url }}">', link), (
            f"overrides/main.html would not recognise {link}; adapt the two replacements in its block 'styles'"
        )


@pytest.mark.parametrize("block", ["styles", "extrahead", "hero"])
def test_blocks_that_main_html_fills_exist(block: str) -> None:
    """A block that Material renames would make ours vanish without a message."""
    assert f"{{% block {block} %}}" in (UPSTREAM / "base.html").read_text(encoding="utf-8")
    assert f"{{% block {block} %}}" in (OVERRIDES / "main.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sheet_names_no_side_and_no_other_host(sheet: Path) -> None:
    """The sheets work from right to left, and load nothing from elsewhere."""
    text = without_comments(sheet)
    assert re.findall(r"(?<![\w-])(?:left|right)(?![\w])|(?:-left|-right)\b", text) == []
    assert re.findall(r"https?://|@import|url\(\s*[\"']?//", text.replace('href^="http"', "")) == []


def test_sheets_stay_small() -> None:
    """The sheets of every page together, each as a server sends it, fit into 16 kB."""
    named = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    everywhere = [sheet for sheet in SHEETS if f"- assets/dossier/{sheet.name}\n" in named]
    assert everywhere
    sizes = {sheet.name: len(gzip.compress(bare(sheet.read_text("utf-8")).encode(), 9)) for sheet in everywhere}
    assert sum(sizes.values()) <= BUDGET, sizes


def test_every_font_that_is_named_is_there_and_licensed() -> None:
    """Each url() of fonts.css leads to a file, no file lies unused, and the licences are beside them."""
    folder = ROOT / "docs" / "assets" / "fonts"
    named = set(re.findall(r"url\(\.\./fonts/([\w-]+\.woff2)\)", (SHEETS[0].parent / "fonts.css").read_text("utf-8")))
    assert named == {path.name for path in folder.glob("*.woff2")}
    licences = "".join(path.read_text(encoding="utf-8") for path in folder.glob("OFL-*.txt"))
    assert "Newsreader Project Authors" in licences
    assert "IBM Corp" in licences


def test_every_icon_that_a_sheet_or_page_may_use_is_in_the_sprite() -> None:
    """The ids are a contract with the templates: four questions, seven statuses, four gradients."""
    sprite = (OVERRIDES / "main.html").read_text(encoding="utf-8")
    ids = re.findall(r'<(?:symbol|linearGradient|radialGradient) id="([\w-]+)"', sprite)
    questions = {"i-who", "i-sure", "i-words", "i-else"}
    statuses = {"s-many", "s-one", "s-split", "s-none", "s-moved", "s-label", "s-fell"}
    assert questions | statuses | {"g-l", "g-r", "g-b", "g-o"} == set(ids)
    assert len(ids) == len(set(ids))
