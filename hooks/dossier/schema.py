"""JSON Schemas for editors, generated from the model: one for each file of the data folder.

An editor with a YAML language server completes fields and values from them, explains them, and underlines mistakes
while one types. They are a help, and not the check: `dossier check` knows the rules that need the whole dossier.

There are two sets. The plain one in `data/schema/` is part of the repository and changes with the model only. The one
with ids, in `.cache/schema/` and never committed, offers the ids of this dossier with their names wherever an entry is
pointed at. It is a set of its own, and not a file the plain one refers to: a language server gives up a whole schema
when one `$ref` leads to a file that is not there.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .load import DOCUMENTS, SETTINGS
from .model import Document, Dossier, Settings
from .model.examples import IDS as SAMPLE
from .model.examples import example_of, example_of_part
from .model.fields import ID_PATTERN, Shorthand
from .model.read import LISTS
from .model.words import Word

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The draft that YAML language servers surely understand."""
TEXT: Final = ["string", "number"]
"""Everything in the data is text, so `title: 1984` is; an editor's YAML reader takes it for a number."""
AS_AN_ID: Final = {
    "pattern": ID_PATTERN,
    "patternErrorMessage": "An id has lower-case letters, digits and single hyphens only, such as usa-today-2016.",
}
SHORT: Final = "$short"
"""Marks a part that can be written as the value of one of its fields, until that is put there."""
EXAMPLE_IDS: Final = frozenset(SAMPLE.values())
IDS: Final = "ids"
"""The file of the second set that holds the ids."""
PLAIN_FOLDER: Final = "schema"
"""Where the plain set stands, below the data folder."""
IDS_FOLDER: Final = ".cache/schema"
"""Where the set with ids stands, beside the data folder: no file there is committed or makes a served site anew."""
WORKSPACE: Final = "dossier.code-workspace"
"""The file that tells VS Code to take the set with ids; VS Code offers to open it."""
Known = Mapping[str, str]
"""Id → name of the entries of one kind."""


class _Schema(GenerateJsonSchema):
    """Says what an editor may write, where pydantic says what it would accept as JSON."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Describe each value, and take numbers where the data's text may look like one."""
        words = schema["members"]
        if not all(isinstance(word, Word) for word in words):
            return super().enum_schema(schema)
        return _choice({word.value: _sentence(word) for word in words})

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = {**super().str_schema(schema), "type": TEXT}
        return made | AS_AN_ID if made.get("pattern") == ID_PATTERN else made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field can be left out; written without a value it is a mistake, as `dossier check` says."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name a default that can be written; an empty list or nothing at all is only the absence of the field."""
        made = super().default_schema(schema)
        if made.get("default") in (None, "", []) or isinstance(made.get("default"), dict):
            made.pop("default", None)
        return made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Take the short form of a part too: a plain date in place of a date with its reasoning."""
        whole = self.generate_inner(schema["schema"])
        reader: object = schema["function"]["function"]
        if not isinstance(reader, Shorthand):
            return whole
        return {"anyOf": [whole], SHORT: reader.field}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Give the part and each of its fields an example."""
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        made["title"] = _title(model)
        made["examples"] = [example_of_part(model)]
        for name, field in made.get("properties", {}).items():
            field["title"] = model.model_fields[name].title or name
            example = example_of(model, name)
            short = field.get(SHORT)
            field["examples"] = [example[short], example] if short else [example]
        return made


def schemas() -> Mapping[str, str]:
    """Return for each kind of file (`claims`, `documents`, `dossier` …) its schema as JSON text."""
    return {name: _text(_with_references(made, {})) for name, made in _generated().items()}


def schemas_with_ids(dossier: Dossier) -> Mapping[str, str]:
    """Return the schemas that know the ids of a dossier, and `ids`, the file they take them from."""
    kinds: dict[str, tuple[str, ...]] = {}
    made = {name: _text(_with_references(schema, kinds, IDS)) for name, schema in _generated().items()}
    known = known_ids(dossier)
    definitions = {name: _one_of(known, listed) for name, listed in sorted(kinds.items())}
    return {**made, IDS: _text({"$schema": DRAFT, "title": "The ids of this dossier", "definitions": definitions})}


def editor_files(dossier: Dossier, data: str) -> Mapping[str, str]:
    """Return what lets an editor know the ids of a dossier: path beside the data folder, which is called `data` → text.

    In a workspace VS Code takes `yaml.schemas` from the workspace's file and not from `.vscode/settings.json`.
    """
    files = {f"{IDS_FOLDER}/{name}.json": text for name, text in schemas_with_ids(dossier).items()}
    settings = {
        "yaml.schemas": associations(f"./{IDS_FOLDER}", data),
        "yaml.schemaStore.enable": False,
        "yaml.customTags": ["!ENV scalar", "!ENV sequence", "!relative scalar"],
    }
    workspace = {"folders": [{"path": "."}], "settings": settings}
    return {**files, WORKSPACE: json.dumps(workspace, indent=2) + "\n"}


def associations(folder: str, data: str = "data") -> Mapping[str, list[str]]:
    """Return the setting `yaml.schemas`: each schema of a folder → the files of the data folder it is for."""
    made = {name: [f"{data}/{name}.yml", f"{data}/{name}/**/*.yml"] for name in LISTS}
    made |= {DOCUMENTS: [f"{data}/{DOCUMENTS}/**/*.yml"], SETTINGS: [f"{data}/{SETTINGS}.yml"]}
    return {f"{folder}/{name}.json": files for name, files in made.items()}


def known_ids(dossier: Dossier) -> Mapping[str, Known]:
    """Return by kind the ids that may be pointed at, each with its name; what could not be read has only its id."""
    known: dict[str, dict[str, str]] = {}
    for entry in dossier.entries.values():
        known.setdefault(entry.kind, {})[entry.id] = entry.name
    known[""] = dict.fromkeys(sorted(dossier.unreadable), "could not be read; `dossier check` says why")
    return known


def _one_of(known: Mapping[str, Known], kinds: tuple[str, ...]) -> JsonSchemaValue:
    """Return the schema of an id of some kinds, of any kind if none is named."""
    listed = kinds or tuple(kind for kind in known if kind)
    several = len(listed) > 1
    choices = {
        id_: f"{kind}: {name}" if several else name for kind in listed for id_, name in known.get(kind, {}).items()
    }
    wanted = " or ".join(kinds) or "entry"
    # No title: an editor shows that of the field.
    said = (
        f"No {wanted} of this dossier has this id. Is it new? Serving, or `dossier schema --with-ids`, makes it known."
    )
    return {**_choice({**choices, **known.get("", {})}), "errorMessage": said}


def _choice(meanings: Mapping[str, str]) -> JsonSchemaValue:
    """Return the schema of a closed list: value → what it means. A value of digits may be read as a number."""
    numbers = {value: meaning for value, meaning in meanings.items() if value.isdecimal() and value.isascii()}
    # Not the Markdown form: names are plain text, whatever signs they hold.
    return {"enum": [*meanings, *map(int, numbers)], "enumDescriptions": [*meanings.values(), *numbers.values()]}


def _sentence(word: Word) -> str:
    """Return the label and the meaning of a value as sentences."""
    parts = [part if part.endswith((".", "?", "!")) else f"{part}." for part in (word.label, word.meaning) if part]
    return " ".join(parts)


def _title(model: type[BaseModel]) -> str:
    kind = getattr(model, "kind", "")
    return kind.capitalize() if kind else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


@cache
def _generated() -> Mapping[str, JsonSchemaValue]:
    made: dict[str, Any] = {name: list[kind] for name, kind in LISTS.items()}  # type: ignore[valid-type]
    made |= {DOCUMENTS: Document, SETTINGS: Settings}
    return {name: _whole(name, model) for name, model in made.items()}


def _whole(name: str, model: Any) -> JsonSchemaValue:
    schema = TypeAdapter(model).json_schema(schema_generator=_Schema)
    title = "data/documents/<source-id>.yml" if name == DOCUMENTS else f"data/{name}.yml"
    full: JsonSchemaValue = _as_draft_7({**schema, "$schema": DRAFT, "title": title})
    for definition in full["definitions"].values():
        if "enum" in definition:
            # An editor shows the first title and meaning it meets, and those of the field say more.
            definition.pop("title", None)
            definition.pop("description", None)
    full = _with_short_forms(full, full["definitions"])
    if name in LISTS:
        full["description"] = f"A list; each entry begins with `- id:`. {(LISTS[name].__doc__ or '').strip()}"
    return full


def _as_draft_7(value: Any) -> Any:
    """Return a schema in the words of draft 7, which passes over whatever stands beside a `$ref`."""
    if isinstance(value, list):
        return [_as_draft_7(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {"definitions" if key == "$defs" else key: _as_draft_7(item) for key, item in value.items()}
    if isinstance(made.get("$ref"), str):
        reference = {"$ref": made.pop("$ref").replace("#/$defs/", "#/definitions/")}
        return {**made, "allOf": [reference]} if made else reference
    return made


def _with_short_forms(value: Any, definitions: Mapping[str, Any]) -> Any:
    """Return a schema in which each part that has a short form takes it: a plain date, say."""
    if isinstance(value, list):
        return [_with_short_forms(item, definitions) for item in value]
    if not isinstance(value, dict):
        return value
    if SHORT not in value:
        return {key: _with_short_forms(item, definitions) for key, item in value.items()}
    (whole,) = value["anyOf"]
    field = definitions[whole["$ref"].rpartition("/")[2]]["properties"][value[SHORT]]
    # Only what it may be: title and meaning are those of the field that takes it.
    short = {key: item for key, item in field.items() if key in ("type", "allOf", "enum", "pattern")}
    return {**{key: item for key, item in value.items() if key != SHORT}, "anyOf": [short, whole]}


def _with_references(value: Any, met: dict[str, tuple[str, ...]], ids: str = "") -> Any:
    """Return a schema with what stands for an id: its form, or, in the set with ids, the definition in their file.

    The definitions that are needed are added to `met`.
    """
    if isinstance(value, list):
        return [_with_references(item, met, ids) for item in value]
    if not isinstance(value, dict):
        return value
    if ids and _points_elsewhere(value.get("examples", [])):
        value = {key: item for key, item in value.items() if key != "examples"}
    if isinstance(value.get("kinds"), list) and value.get("type") == TEXT:
        kinds = tuple(value["kinds"])
        rest = {key: item for key, item in value.items() if key not in ("kinds", "type")}
        if not ids:
            return {**rest, "type": TEXT, **AS_AN_ID}
        name = "-".join(kinds) or "any"
        met[name] = kinds
        return {**rest, "allOf": [{"$ref": f"{ids}.json#/definitions/{name}"}]}
    return {key: item if key == "examples" else _with_references(item, met, ids) for key, item in value.items()}


def _points_elsewhere(example: Any) -> bool:
    """Tell whether an example holds an id: an editor offers examples, and those ids are of another dossier."""
    if isinstance(example, list | dict):
        return any(_points_elsewhere(item) for item in (example.values() if isinstance(example, dict) else example))
    return example in EXAMPLE_IDS


def _text(schema: Any) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
