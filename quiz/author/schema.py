"""The JSON Schema of a pack, made from the models, for editors that complete and validate."""

from __future__ import annotations

from typing import Any

from quiz.core.pack import Pack


def schema() -> dict[str, Any]:
    """Describe the fields of a pack file, with their meaning, as JSON Schema 2020-12."""
    told = Pack.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by `quiz schema`. In a pack: #:schema pack.schema.json",
        **told,
        "title": "A Palmarès question pack",
    }
