"""Swapping: which wrong options could come onto a card, and what speaks against a new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.core.text import Clean, clean, fold
from quiz.store.desk.laid import Lying


def there(lying: Lying) -> list[str]:
    """The wrong options on a card now."""
    return [str(text) for text in lying.question.get("distractors", ())]


def spare(lying: Lying) -> Iterator[tuple[str, str]]:
    """The other ones that are known to be wrong, each with where it comes from."""
    taken = {fold(text) for text in (*there(lying), str(lying.question.get("answer", "")))}
    for text, origin in {**lying.card.origins, **lying.card.spare}.items():
        if fold(text) not in taken:
            yield text, origin


def refusal(lying: Lying, place: int, text: Clean) -> Clean:
    """Why an option of the author's own cannot take a place on a card; "" if it can."""
    if not fold(text):
        return Clean("Write the option: a word, a name or a number.")
    if any(fold(text) == fold(other) for n, other in enumerate(there(lying)) if n != place):
        return clean(f'"{text}" is on the card already.')
    if _is_right(lying, text):
        return clean(f'"{text}" is the right answer, or another word for it.')
    return Clean("")


def doubt(lying: Lying, text: Clean) -> Clean:
    """Why the author should look twice: the words that prove the answer hold this one, too."""
    proof = (p.text[p.start : p.end] if p.end else p.text for p in lying.card.passages)
    if any(f" {fold(text)} " in f" {fold(told)} " for told in proof):
        return clean(f'The passage names "{text}", too. Enter once more takes it.')
    return Clean("")


def _is_right(lying: Lying, text: Clean) -> bool:
    """Whether it would pass as a typed answer, with all that any form of the card accepts."""
    from quiz.core.amount import number_in
    from quiz.core.form import Given
    from quiz.core.kinds.short_answer import ShortAnswer
    from quiz.core.verdict import Context

    forms: tuple[Mapping[str, Any], ...] = (lying.question, *lying.card.forms)
    texts = [str(form["answer"]) for form in forms if isinstance(form.get("answer"), str)]
    accept = [str(text) for form in forms for text in form.get("accept", ())]
    if not texts:
        return False
    if (value := number_in(texts[0])) is not None:
        return value == number_in(text)
    asked = {"id": "swap", "kind": "short-answer", "prompt": "?", "answer": texts[0]}
    told = ShortAnswer.model_validate({**asked, "accept": [*texts[1:], *accept]})
    return told.verdict(Given((text,)), Context()).mark != "wrong"
