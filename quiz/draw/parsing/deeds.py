"""Deeds: verbs by how often a thing does them, for questions that rest on a parse alone."""

from __future__ import annotations


def _verbs(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ONCE = _verbs(
    """
    abolish canonize charter decommission enact exhume inaugurate incorporate outlaw patent
    proclaim promulgate ratify repeal
    """
)
"""What is done to a thing once, beside the dated relations."""
FATAL = _verbs("assassinated beheaded decapitated executed hanged murdered shot")
"""Participles of what ends a life."""
MOVING = _verbs(
    """
    arrive come continue depart emigrate enter escape fall flee follow go grow head immigrate
    land live march marry migrate move reach remain replace resign retire rise settle stay stop
    succeed trek turn withdraw work
    """
)
"""Verbs of motion and change: a text tells their occasion elsewhere."""
OFTEN = _verbs(
    """
    accept begin announce approve argue ask attend authorize bring call carry cause change claim
    contribute cost criticize decide declare declared describe discuss face feature find get
    grant have include inform introduce invite know lay like make mention note offer open oppose
    order own present produce propose prove provide put rank reach recommend refuse reject
    report request say send set spend study support tell try urge use volunteer vote want watch
    """
)
"""What is done so often, or says so little, that a name beside it does not tell it apart."""
