"""What somebody who writes YAML in an editor is offered, told and warned of, by the language server editors run."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from language_server import Editor, editing
from pydantic import BaseModel

from dossier.__main__ import main
from dossier.model import Document, Settings
from dossier.model.examples import example_of
from dossier.model.read import LISTS
from dossier.model.shape import _models
from dossier.schema import associations, schemas

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yml"))
ACTORS = "- {id: weir-council, type: public-body, label: Lower Weir *Council*, role: owner, description: d}\n"
PLACES = "- {id: footbridge, type: site, label: Footbridge, description: d}\n- {id: half-written, label: x}\n"
EVENT = "- id: closed\n  title: Closed\n  when: 2026-05-03\n  theme: Bridge\n  text: x\n"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """The checkout, opened with its own settings for VS Code."""
    with editing(ROOT, vscode_schemas()) as running:
        yield running


@pytest.fixture(scope="module")
def knowing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A small dossier after `dossier schema --with-ids`, opened by the workspace that the command wrote."""
    folder = tmp_path_factory.mktemp("known")
    (folder / "data").mkdir()
    (folder / "data" / "actors.yml").write_text(ACTORS, encoding="utf-8")
    (folder / "data" / "places.yml").write_text(PLACES, encoding="utf-8")
    assert main(["schema", "--with-ids", "--data", str(folder / "data")]) == 0
    workspace = json.loads((folder / "dossier.code-workspace").read_text(encoding="utf-8"))
    with editing(folder, workspace["settings"]["yaml.schemas"]) as running:
        yield running


def vscode_schemas() -> dict[str, Any]:
    """Return the setting `yaml.schemas` of .vscode/settings.json, which may hold comments."""
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    found = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))["yaml.schemas"]
    assert isinstance(found, dict)
    return found


def full(model: type[BaseModel]) -> dict[str, Any]:
    """Return an example of an entry or part with each of its fields, at any depth."""
    made: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        parts = list(_models(info.annotation))
        example = example_of(model, name)
        made[name] = example if not parts else [full(parts[0])] if isinstance(example, list) else full(parts[0])
    return made


# ── nothing is underlined that is right ─────────────────────────────────────


def test_the_shipped_data_has_no_mistakes_in_an_editor(editor: Editor) -> None:
    """Whoever opens a file sees the mistakes they make, and no others."""
    assert {path: found for path in SHIPPED if (found := editor.open(path))} == {}


@pytest.mark.parametrize("kind", [*LISTS, "documents"])
def test_every_example_is_right(editor: Editor, kind: str) -> None:
    """The examples an editor shows, each field of each part, can be written as they are."""
    value: Any = full(Document) if kind == "documents" else [full(LISTS[kind])]
    (Document if kind == "documents" else LISTS[kind]).model_validate(value if kind == "documents" else value[0])
    assert editor.wrong(kind, yaml.safe_dump(value, allow_unicode=True, sort_keys=False)) == {}


def test_every_example_of_the_settings_is_right(tmp_path: Path) -> None:
    """The same for `dossier.yml`, of which there is one."""
    shutil.copytree(ROOT / "data" / "schema", tmp_path / "data" / "schema")
    Settings.model_validate(full(Settings))
    with editing(tmp_path, associations("./data/schema")) as fresh:
        assert fresh.open("data/dossier.yml", yaml.safe_dump(full(Settings), allow_unicode=True)) == []


def test_text_that_looks_like_a_number_is_text(editor: Editor) -> None:
    """As the program reads it."""
    assert editor.wrong("events", EVENT.replace("Closed", "1984").replace("2026-05-03", "2026")) == {}


# ── what is offered and told ────────────────────────────────────────────────


def test_fields_are_offered(editor: Editor) -> None:
    """Those that are missing, and not those that are there."""
    offered = editor.complete("events", "- id: closed\n  title: x\n  |\n")
    assert {"when", "theme", "text", "place", "participants", "citations"} <= offered.keys()
    assert offered.keys() & {"id", "title", "gist"} == set()


def test_values_are_offered_with_their_meaning(editor: Editor) -> None:
    """So that nobody has to look up what a stance is."""
    offered = editor.complete("claims", "- id: a\n  citations:\n    - source: b\n      stance: |\n")
    assert set(offered) == {"states", "supports", "qualifies", "disputes", "refutes", "repeats"}
    assert "gives proof to the contrary" in offered["refutes"]["documentation"]


def test_a_field_explains_itself(editor: Editor) -> None:
    """Title, meaning and example, of the field and not of the type it shares with others."""
    said = editor.hover("events", "- id: closed\n  wh|en: 2026-05-03\n")
    assert "#### When" in said
    assert "In EDTF, with the reasoning if derived." in said
    assert "2026-05-03" in said
    said = editor.hover("claims", "- id: a\n  citations:\n    - source: b\n      bears|_on: said\n")
    assert "#### Bears on" in said
    assert "Which question it answers" in said


# ── what is underlined ──────────────────────────────────────────────────────


def test_mistakes_are_underlined(editor: Editor) -> None:
    """At their line: a field nobody knows, a value that is none, one without a value, a wrong id, a missing field."""
    found = editor.wrong("events", EVENT + "  wen: 2026\n  note:\n  formerly: [Old_Id]\n")
    assert found == {
        6: ["Property wen is not allowed."],
        7: ["Incorrect type. Expected one of string, number."],
        8: ["An id has lower-case letters, digits and single hyphens only, such as usa-today-2016."],
    }
    assert editor.wrong("events", EVENT.replace("  theme: Bridge\n", "")) == {1: ['Missing property "theme".']}
    (said,) = editor.wrong("events", EVENT.replace(" 2026-05-03", " {edtf: 2026, basis: guess}"))[3]
    assert said.startswith('Value is not accepted. Valid values: "stated", "derived"')


# ── the ids of a dossier ────────────────────────────────────────────────────


def test_ids_are_offered_with_their_names(knowing: Editor) -> None:
    """Only those of the kind that is asked for, and no example among them; names are text, whatever signs they hold."""
    offered = knowing.complete("events", "- id: closed\n  participants:\n    - actor: |\n")
    assert {id_: item["documentation"] for id_, item in offered.items()} == {
        "weir-council": "Lower Weir *Council*",
        "half-written": "could not be read; `dossier check` says why",
    }
    assert set(knowing.complete("events", "- id: closed\n  place: |\n")) == {"footbridge", "half-written"}
    about = knowing.complete("claims", "- id: a\n  about:\n    - |\n")
    assert about["footbridge"]["documentation"] == "place: Footbridge"
    assert about["weir-council"]["documentation"] == "actor: Lower Weir *Council*"


def test_an_unknown_id_is_underlined(knowing: Editor) -> None:
    """As `dossier check` will say; an entry that could not be read whole is known all the same."""
    assert knowing.wrong("events", EVENT + "  place: half-written\n") == {}
    found = knowing.wrong("events", EVENT + "  place: foot-bridge\n")
    assert list(found) == [6]
    assert found[6][0].startswith("No place of this dossier has this id.")


def test_a_new_id_is_known_after_the_next_run(knowing: Editor) -> None:
    """Without opening anything anew: the editor is told that the file of the ids changed."""
    text = EVENT + "  place: new-bridge\n"
    assert knowing.wrong("events", text) != {}
    places = knowing.workspace / "data" / "places.yml"
    places.write_text(PLACES + "- {id: new-bridge, type: site, label: New, description: d}\n", encoding="utf-8")
    before = (knowing.workspace / ".cache/schema/events.json").stat().st_mtime_ns
    assert main(["schema", "--with-ids", "--data", str(knowing.workspace / "data")]) == 0
    assert (knowing.workspace / ".cache/schema/events.json").stat().st_mtime_ns == before
    knowing.changed(".cache/schema/ids.json")
    assert knowing.wrong("events", text) == {}


# ── wiring ──────────────────────────────────────────────────────────────────


def test_vs_code_has_a_schema_for_every_file() -> None:
    """The settings name the schemas that there are, each for the files the program reads as that kind."""
    found = {schema: [files] if isinstance(files, str) else files for schema, files in vscode_schemas().items()}
    assert found == associations("./data/schema")


def test_jetbrains_has_a_schema_for_every_file() -> None:
    """The mapping that PyCharm and IntelliJ read names the same."""
    tree = ElementTree.parse(ROOT / ".idea" / "jsonSchemas.xml")
    found = {}
    for entry in tree.iter("SchemaInfo"):
        options = {option.get("name"): option.get("value") for option in entry.findall("option")}
        found[options["relativePathToSchema"]] = [
            item.find("option[@name='path']").get("value")  # type: ignore[union-attr]
            for item in entry.iter("Item")
        ]
    wanted = {
        schema: [file.removesuffix("/**/*.yml") for file in files]
        for schema, files in associations("data/schema").items()
    }
    assert found == wanted


def test_no_data_file_names_a_schema_itself() -> None:
    """A file that does is never given the ids: its own line wins over every setting."""
    assert [path for path in SHIPPED if "yaml-language-server:" in (ROOT / path).read_text(encoding="utf-8")] == []


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    """Nothing is wired to a schema that is not made."""
    assert {f"./data/schema/{name}.json" for name in schemas()} == set(associations("./data/schema"))
