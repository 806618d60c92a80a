"""While serving, an editor is kept up to date about the ids, and the site is not built once more for that."""

import json
import time
from pathlib import Path

from serving import served
from sites import second_dossier


def test_a_new_id_is_known_to_the_editor_as_soon_as_it_is_saved(tmp_path: Path) -> None:
    """In files that git and the served site pass over; nothing is written where no editor is wired."""
    project = second_dossier(tmp_path / "project")
    (project / ".vscode").mkdir()
    ids, terms = project / ".cache" / "schema" / "ids.json", project / "data" / "terms.yml"
    with served(project, tmp_path / "said.txt") as serving:
        serving.until("index.html", "<html")
        before, written = known(ids), ids.with_name("events.json").stat().st_mtime_ns
        time.sleep(1.2)  # a change within the resolution of a file's time would not be seen by anybody
        terms.write_text(
            terms.read_text("utf-8") + "\n- id: brand-new\n  label: Ganz neu\n  description: Ein Wort [@bote-1923].\n",
            encoding="utf-8",
        )
        serving.until("terms/brand-new.html", "Ganz neu")
        assert set(known(ids)) - set(before) == {"brand-new"}
        assert known(ids)["brand-new"] == "term: Ganz neu"
        assert ids.with_name("events.json").stat().st_mtime_ns == written, "an editor reads again what did not change"
        assert json.loads((project / "dossier.code-workspace").read_text("utf-8"))["settings"]["yaml.schemas"]
        time.sleep(3)
        said = (tmp_path / "said.txt").read_text()
    # Once for the start and once for the change.
    assert said.count("Building documentation") == 2, said
    assert list(ids.parent.glob(".*")) == []


def test_where_nothing_can_be_written_the_site_is_served_all_the_same(tmp_path: Path) -> None:
    """The help for editors is no reason to show nobody anything; the log says why there is none."""
    project = second_dossier(tmp_path / "project")
    (project / ".vscode").mkdir()
    (project / ".cache").write_text("A file where a folder should be.")
    with served(project, tmp_path / "said.txt") as serving:
        serving.until("index.html", "<html")
    assert "the ids could not be written for editors: " in (tmp_path / "said.txt").read_text()


def known(ids: Path) -> dict[str, str]:
    made = json.loads(ids.read_text("utf-8"))["definitions"]["any"]
    return dict(zip(made["enum"], made["enumDescriptions"], strict=True))
