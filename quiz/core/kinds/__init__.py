"""The kinds of question: one file each, found by looking into this folder.

A kind is a frozen model with `kind: Literal["..."]`, its fields, `form`, `judge`, `expected`,
`answers`, and `EXAMPLE`, `RIGHT` and `WRONG` for the contract test. To add one, add its file.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from operator import or_
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from quiz.core.question import Question

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def kinds() -> Mapping[str, type[Question]]:
    """Every kind by the name that packs use, in the order of the files' names."""
    found: dict[str, type[Question]] = {}
    for entry in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{entry.name}")
        for thing in vars(module).values():
            if (
                isinstance(thing, type)
                and issubclass(thing, Question)
                and thing.__module__ == module.__name__
                and "kind" in thing.__annotations__
            ):
                found[thing.model_fields["kind"].annotation.__args__[0]] = thing  # type: ignore[union-attr]
    return MappingProxyType(found)


class AnyKind:
    """Marks a field that takes a question of any kind, told apart by its `kind`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate as the tagged union of all kinds: faster and clearer than trying each."""
        models = tuple(kinds().values())
        union: Any = models[0]
        for model in models[1:]:
            union = or_(union, model)
        return handler.generate_schema(Annotated[union, Field(discriminator="kind")])


AnyQuestion = Annotated[Question, AnyKind]
