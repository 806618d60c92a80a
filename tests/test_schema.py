"""The schemas as values: what stands in them, and that those of the repository do not change with the data.

What an editor makes of them is tried with the real language server in tests/editor/.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.__main__ import main
from dossier.model import Document, Settings
from dossier.model.examples import EXAMPLES, example_of, example_of_part
from dossier.model.read import LISTS
from dossier.model.shape import _models
from dossier.model.walk import Field, _plan
from dossier.schema import IDS_FOLDER, WORKSPACE, associations, editor_files, schemas, schemas_with_ids
from small import actor, modelled, named

KINDS = [*LISTS.values(), Document, Settings]
DEFINITIONS = {
    (name, part): definition
    for name, text in schemas().items()
    for part, definition in json.loads(text)["definitions"].items()
    if "properties" in definition
}


def of_kind(name: str, schemas: dict[str, str]) -> Any:
    return json.loads(schemas[name])


@pytest.mark.parametrize("key", DEFINITIONS, ids="-".join)
def test_every_field_has_a_title_a_meaning_and_an_example(key: tuple[str, str]) -> None:
    """Of every part of every kind; and so has the part itself."""
    definition = DEFINITIONS[key]
    assert definition["title"]
    assert definition["description"]
    assert definition["examples"]
    for name, field in definition["properties"].items():
        assert {"title", "description", "examples"} <= field.keys(), name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_example_is_what_the_model_takes(kind: Any) -> None:
    """Each put into an entry that has what it must have."""
    for name in kind.model_fields:
        kind.model_validate({**example_of_part(kind), name: example_of(kind, name)})


def test_every_example_is_of_a_field_that_there_is() -> None:
    """A field that was renamed leaves no example behind."""
    models: dict[str, set[str]] = {"*": set()}
    waiting: list[Any] = list(KINDS)
    while waiting:
        model = waiting.pop()
        if model.__name__ not in models:
            models[model.__name__] = set(model.model_fields)
            models["*"] |= set(model.model_fields)
            waiting += [part for info in model.model_fields.values() for part in _models(info.annotation)]
    assert {name: set(fields) - models[name] for name, fields in EXAMPLES.items() if set(fields) - models[name]} == {}


def test_nothing_may_be_written_without_a_value() -> None:
    """`note:` with nothing behind it is a mistake for the program, so it is one for the editor."""
    assert [name for name, text in schemas().items() if '"null"' in text] == []


def test_the_schemas_of_the_repository_know_no_id() -> None:
    """They change with the model only; a dossier of ten thousand entries has the same."""
    many = modelled(actors=[actor(f"actor-{number}") for number in range(10_000)])
    files = dict(schemas_with_ids(many))
    assert len(json.loads(files.pop("ids"))["definitions"]["actor"]["enum"]) == 10_000
    assert {name: text for name, text in schemas_with_ids(modelled()).items() if name != "ids"} == files


def test_a_dossier_without_entries_has_its_schemas() -> None:
    """No id is known, so none is right."""
    ids = of_kind("ids", dict(schemas_with_ids(modelled())))
    assert ids["definitions"]["any"]["enum"] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_reference_knows_its_ids(kind: Any) -> None:
    """Each field that points at an entry takes the ids of the kinds it may point at, and of no other."""
    name = next((name for name, listed in LISTS.items() if listed is kind), kind.__name__.lower())
    made = of_kind({"document": "documents", "settings": "dossier"}.get(name, name), dict(schemas_with_ids(modelled())))
    definition = made["definitions"].get(kind.__name__, made)
    for field in _references(kind):
        held = definition["properties"][field.name]
        held = held["items"] if field.many else held
        kinds = "-".join(field.tag.kinds) or "any"  # type: ignore[union-attr]
        assert held["allOf"] == [{"$ref": f"ids.json#/definitions/{kinds}"}]


def _references(kind: Any) -> list[Field]:
    return [field for field in _plan(kind) if hasattr(field.tag, "kinds")]


def test_no_id_of_the_examples_is_offered() -> None:
    """An editor offers examples too; in the set that knows the ids they may hold none, at any depth."""
    plain, knowing = schemas()["claims"], schemas_with_ids(modelled())["claims"]
    for id_ in ("council-2026-05-03", "twelve-bolts", "lower-weir-council"):
        assert f'"{id_}"' in plain
        assert f'"{id_}"' not in knowing
    assert "Twelve bolts of the footbridge were broken" in knowing


def test_names_stand_beside_their_ids() -> None:
    """With the kind where several may be meant; a dossier in any script."""
    dossier = modelled(actors=[named("baladiya", "بلدية السد", "person")], places=[named("jisr", "الجسر", "site")])
    made = of_kind("ids", dict(schemas_with_ids(dossier)))["definitions"]
    assert (made["actor"]["enum"], made["actor"]["enumDescriptions"]) == (["baladiya"], ["بلدية السد"])
    assert made["actor-place-term"]["enumDescriptions"] == ["actor: بلدية السد", "place: الجسر"]
    assert set(made["any"]["enum"]) == {"baladiya", "jisr"}


def test_an_id_of_digits_may_be_written_without_quotation_marks() -> None:
    """An editor's YAML reader takes it for a number; the program reads text."""
    made = of_kind("ids", dict(schemas_with_ids(modelled(actors=[actor("1984")]))))["definitions"]
    assert made["actor"]["enum"] == ["1984", 1984]


def test_the_workspace_takes_the_schemas_that_are_written_with_it() -> None:
    """Whatever the data folder is called."""
    files = editor_files(modelled(), "daten")
    workspace = json.loads(files[WORKSPACE])
    taken = workspace["settings"]["yaml.schemas"]
    assert taken == associations(f"./{IDS_FOLDER}", "daten")
    assert {schema.removeprefix("./") for schema in taken} == set(files) - {WORKSPACE, f"{IDS_FOLDER}/ids.json"}
    assert all(file.startswith("daten/") for listed in taken.values() for file in listed)


# ── the command ─────────────────────────────────────────────────────────────


def test_the_command_writes_the_plain_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into the data folder, or where it is told."""
    assert main(["schema", "--data", str(tmp_path / "data")]) == 0
    found = {path.stem: path.read_text("utf-8") for path in (tmp_path / "data" / "schema").glob("*.json")}
    assert found == schemas()
    assert main(["schema", "--to", str(tmp_path / "else")]) == 0
    assert len(list((tmp_path / "else").iterdir())) == len(schemas())
    assert "10 schemas in" in capsys.readouterr().out


def test_ids_are_taken_from_whatever_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor needs them most while something is still wrong."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "terms.yml").write_text("- {id: pier, label: Pier, description: x}\n- {id: half}\n")
    (tmp_path / "data" / "claims.yml").write_text("- id: [\n")
    assert main(["schema", "--with-ids", "--data", str(tmp_path / "data")]) == 0
    made = json.loads((tmp_path / IDS_FOLDER / "ids.json").read_text("utf-8"))["definitions"]
    assert made["any"]["enum"] == ["pier", "half"]
    assert "dossier.code-workspace" in capsys.readouterr().out
    assert main(["schema", "--with-ids", "--data", str(tmp_path / "data"), "--to", str(tmp_path / "else")]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"data", ".cache", "dossier.code-workspace", "else"}


def test_without_a_data_folder_there_are_no_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And it says what to do."""
    assert main(["schema", "--with-ids", "--data", str(tmp_path / "none")]) == 2
    assert "--data" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
