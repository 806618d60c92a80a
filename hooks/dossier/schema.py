"""JSON Schemas for editors, generated from the model: one for each file of the data folder.

An editor with a YAML language server completes fields and values from them and underlines mistakes while one types.
They are a help, and not the check: `dossier check` knows the rules that need the whole dossier.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .model import Document, Settings
from .model.read import LISTS
from .model.words import Word

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The draft that YAML language servers surely understand."""


class _Schema(GenerateJsonSchema):
    """Describes each value of a closed list, and takes numbers where the data's text may look like one."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        words = schema["members"]
        if not all(isinstance(word, Word) for word in words):
            return super().enum_schema(schema)
        described = [f"{word.value}: {word.label}. {word.meaning}".rstrip(". ") + "." for word in words]
        known: JsonSchemaValue = {"enum": [word.value for word in words], "markdownEnumDescriptions": described}
        if any(word.value.isdigit() for word in words):
            known["enum"] += [int(word.value) for word in words if word.value.isdigit()]
            known["markdownEnumDescriptions"] += described
        return known


def schemas() -> Mapping[str, str]:
    """Return for each kind of file (`claims`, `documents`, `dossier` …) its schema as JSON text."""
    made: dict[str, Any] = {name: list[kind] for name, kind in LISTS.items()}  # type: ignore[valid-type]
    made |= {"documents": Document, "dossier": Settings}
    return {name: _text(name, model) for name, model in made.items()}


def _text(name: str, model: Any) -> str:
    schema = TypeAdapter(model).json_schema(schema_generator=_Schema)
    full = {
        "$schema": DRAFT,
        "title": f"data/{name}.yml",
        **{key: value for key, value in schema.items() if key != "title"},
    }
    return json.dumps(_as_draft_7(full), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _as_draft_7(value: Any) -> Any:
    """Return a schema with the names draft 7 has for what the newer draft calls otherwise."""
    if isinstance(value, dict):
        renamed = {"$defs": "definitions"}
        return {
            renamed.get(key, key): item.replace("#/$defs/", "#/definitions/") if key == "$ref" else _as_draft_7(item)
            for key, item in value.items()
        }
    return [_as_draft_7(item) for item in value] if isinstance(value, list) else value
