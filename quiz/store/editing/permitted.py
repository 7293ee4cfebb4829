"""Permit a pack to break a rule of the check, where its other permissions stand, and say why."""

from __future__ import annotations

from quiz.core.pack import Pack
from quiz.store.editing.asked import parsed
from quiz.store.editing.fieldtext import put
from quiz.store.editing.pieces import Pieces
from quiz.store.editing.tidy import field_names


def permitted(pieces: Pieces, rule: str, why: str, question: str = "") -> Pieces:
    """Let the pack, or one of its questions, break a rule; a reason that was given goes."""
    told = {"rule": rule, "why": why, **({"question": question} if question else {})}
    asked = set(pieces.slots)
    rest = (place for place in range(len(pieces.parts)) if place not in asked)
    place = next((i for i in rest if "allow" in parsed(pieces.parts[i], ())), 0)
    text = pieces.parts[place]
    listed = [dict(each) for each in parsed(text, ()).get("allow", ())]
    same = (i for i, each in enumerate(listed) if _about(each) == (rule, question))
    at = next(same, len(listed))
    listed[at : at + 1] = [told]
    return pieces.put_part(place, put(text, "allow", listed, field_names(Pack), ()))


def _about(allowed: dict[str, object]) -> tuple[object, object]:
    return allowed.get("rule"), allowed.get("question", "")
