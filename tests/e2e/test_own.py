"""A dossier of one's own, as the README tells: begun with a command, another subject and language, two documents."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from sites import ROOT, Built, build, files_of

from dossier.__main__ import main

FRENCH: Final = Path(__file__).parent / "french" / "data"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Begin a dossier, put the French one in place of the worked examples, and build it strictly."""
    project = tmp_path_factory.mktemp("own") / "moulin"
    assert main(["init", str(project), "--language", "fr"]) == 0
    for path in (path for path in (project / "data").rglob("*.yml")):
        path.unlink()
    shutil.copytree(FRENCH, project / "data", dirs_exist_ok=True)
    assert main(["check", "--strict", "--data", str(project / "data"), "--docs", str(project / "docs")]) == 0
    return build(project, project.parent / "site")


def test_no_code_was_changed(own: Built) -> None:
    """The program is the same, byte for byte."""
    theirs = {path: text for path, text in files_of(own.project / "hooks").items() if "__pycache__" not in path}
    assert theirs == {path: text for path, text in files_of(ROOT / "hooks").items() if "__pycache__" not in path}


def test_both_documents_are_there_and_nothing_of_ours(own: Built) -> None:
    """Each has its page; no page of the site tells of our article."""
    pages = {path: text.decode() for path, text in files_of(own.site).items() if path.endswith(".html")}
    assert "La Gazette" in pages["documents/gazette-1911.html"]
    assert "La Feuille" in pages["documents/feuille-1911.html"]
    assert "La panne du moulin de Vauclair" in pages["index.html"]
    assert [
        path for path, text in pages.items() if "Palmyra" in text or "annotated-dossier/annotated-dossier" in text
    ] == []


def test_dates_are_those_of_the_language(own: Built) -> None:
    """Without a translation of the interface dates and numbers are French all the same."""
    page = (own.site / "events" / "arret-du-moulin.html").read_text(encoding="utf-8")
    assert "3 mai 1911" in page
    assert '<html lang="fr"' in page


def test_figures_and_origins_are_worked_out(own: Built) -> None:
    """Beside the document there is one report, and it has it from the document."""
    page = (own.site / "claims" / "sacs-perdus.html").read_text(encoding="utf-8")
    assert '1 report, 1 origin</a>: <a href="../sources/gazette-1911.html">Gazette</a>' in page
