"""A part that has a number of its own (限定语在名称里的数): 区外就业率 is not 就业率."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.question.narrowing import narrowing_words
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.gather import FigureHit
    from assistant.question.asks import Ask

__all__ = ["narrowed_as_asked"]


def narrowed_as_asked(ask: Ask, hits: Sequence[FigureHit]) -> list[FigureHit]:
    """The hits without those that lack a narrowing word which another's own name has.

    确保毕业生就业率95%,区外就业率12%: 到区外就业的比例 are the 12%.
    """
    kept = list(hits)
    for word in narrowing_words(ask.text):
        named = [hit for hit in kept if word in hit.view.own and not hit.fit.missing]
        kept = [
            hit
            for hit in kept
            if word in hit.view.own or not any(_counts_alike(hit, other) for other in named)
        ]
    return kept


def _counts_alike(one: FigureHit, other: FigureHit) -> bool:
    here, there = one.view.figure, other.view.figure
    same = unit_class(here.quantity.unit) == unit_class(there.quantity.unit)
    return one.reading is other.reading and same and here.kind is there.kind
