"""An editor has `mkdocs serve` running: each save shows, a mistake is told in the browser, and nothing ever hangs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from serving import Serving, save, served
from sites import second_dossier

CLAIM: Final = "claims/saecke-verbrannt.html"
BROKEN: Final = {
    "syntax": ("claims.yml", "  type: [", "data/claims.yml:"),
    "reference": (
        "claims.yml",
        "\n- id: neu\n  text: Neu.\n  asserted_by:\n    printed: stadtrad\n",
        "Did you mean <code>stadtrat</code>?",
    ),
}
"""What an editor writes by mistake: file, text added at its end, and what the page must say of it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an engine of its own, which a test may change."""
    return second_dossier(tmp_path_factory.mktemp("serve") / "project", own_engine=True)


@pytest.fixture(scope="module")
def serving(project: Path) -> Iterator[Serving]:
    """The project, served."""
    with served(project, project.parent / "said.txt") as running:
        running.until("", "Der Brand am Kornspeicher")
        yield running
        said = running.stop()
    assert "Traceback" not in said, said


@pytest.mark.parametrize(
    ("file", "change", "page", "shown"),
    [
        ("data/claims.yml", ("Im Speicher sind 1200 Säcke", "Im Speicher sind 1234 Säcke"), CLAIM, "1200 Säcke"),
        (
            "hooks/dossier/render/templates/claim.md.jinja",
            ('_("Particulars")', '_("Besonderheiten")'),
            CLAIM,
            "Einzelheiten",
        ),
        (
            "hooks/dossier/model/words.py",
            ('"News report"', '"Zeitungsblatt"'),
            "sources/bote-1923.html",
            "Zeitungsbericht",
        ),
        (
            "hooks/dossier/locale/de.po",
            ('msgstr "Einzelheiten"', 'msgstr "Besonderheiten"'),
            CLAIM,
            "Einzelheiten",
        ),
    ],
    ids=["data", "template", "engine", "translation"],
)
def test_a_change_shows(
    file: str, change: tuple[str, str], page: str, shown: str, serving: Serving, project: Path
) -> None:
    """Data, a template, a line of the engine or a translation: save it, and the page has it, without a restart."""
    text = (project / file).read_text(encoding="utf-8")
    old, new = change
    assert old in text
    word = new.removeprefix("msgstr ").strip('_()"')
    assert word not in serving.get(page)
    try:
        save(project / file, text.replace(old, new))
        serving.until(page, word)
    finally:
        save(project / file, text)
    serving.until(page, shown)


@pytest.mark.parametrize("mistake", BROKEN)
@pytest.mark.parametrize("page", ["", CLAIM], ids=["front page", "deep page"])
def test_a_mistake_is_told_on_the_page_that_is_open(mistake: str, page: str, serving: Serving, project: Path) -> None:
    """File, line and message stand in the browser, at whatever address it is, and the site returns with the mending."""
    name, added, told = BROKEN[mistake]
    good = (project / "data" / name).read_text(encoding="utf-8")
    try:
        save(project / "data" / name, good + added)
        shown = serving.until(page, "The data has ")
    finally:
        save(project / "data" / name, good)
    assert f"data/{name}:" in shown
    assert told in shown
    serving.until(page, "Im Speicher sind 1200 Säcke" if page else "Zwei Blätter")


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("docs/neu.md", "# Neu\n\n[[kornspeichr]]\n", "docs/neu.md:3:"),
        ("docs/claims.md", "# Von Hand\n", "docs/claims.md"),
    ],
    ids=["wrong reference", "address taken"],
)
def test_a_mistake_on_a_new_page_is_told_at_its_address(
    path: str, text: str, told: str, serving: Serving, project: Path
) -> None:
    """Whoever writes a page of their own sees at its address what is wrong with it."""
    address = path.removeprefix("docs/").replace(".md", ".html")
    try:
        save(project / path, text)
        serving.until(address, told)
    finally:
        (project / path).unlink()
    serving.until(CLAIM, "Im Speicher sind 1200 Säcke")


@pytest.mark.parametrize("file", ["hooks/dossier/voice.py", "hooks/dossier/render/templates/claim.md.jinja"])
def test_a_slip_in_the_engine_is_told_too(file: str, tmp_path: Path) -> None:
    """Whoever changes the engine is answered in time as well, and told the file; the site returns with the mending."""
    project = second_dossier(tmp_path / "project", own_engine=True)
    good = (project / file).read_text(encoding="utf-8")
    with served(project, tmp_path / "said.txt") as running:
        running.until("", "Zwei Blätter")
        save(project / file, good + "{% if %}\n")
        running.until("", Path(file).name)
        save(project / file, good)
        running.until("", "Zwei Blätter")


@pytest.mark.parametrize("page", ["", CLAIM], ids=["front page", "deep page"])
def test_data_that_is_broken_from_the_start_is_told_too(page: str, tmp_path: Path) -> None:
    """Starting with a mistake in the data gives the same page, and the site when it is mended."""
    project = second_dossier(tmp_path / "project")
    claims = project / "data" / "claims.yml"
    good = claims.read_text(encoding="utf-8")
    save(claims, good + "  type: [")
    with served(project, tmp_path / "said.txt") as running:
        assert "data/claims.yml:" in running.until(page, "The data has ")
        save(claims, good)
        running.until(page, "Im Speicher sind 1200 Säcke" if page else "Zwei Blätter")
        assert "Traceback" not in running.stop()
