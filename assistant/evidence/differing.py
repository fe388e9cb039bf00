"""What the other reports on a place and year say differently (两处不一致)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.evidence.one_report import AS_GOOD, in_report
from assistant.evidence.repeats import named_alike, of_one_name, repeats_of
from assistant.question.units import alike

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.question.asks import Ask

__all__ = ["otherwise"]


def otherwise(hit: FigureHit, ask: Ask, scope: Scope, evidence: Evidence) -> list[FigureHit]:
    """What the same place's other reports of the year, or the same report, say differently."""
    about = hit.reading.report.metadata
    own = next((card for card in scope.cards if card.id == hit.reading.report.id), None)
    if own is None or about.year is None or hit.view.figure.period != about.year:
        return []
    fellows = [
        card
        for card in scope.cards
        if card.id != own.id and card.year == own.year and card.place == own.place
    ]
    said = [*repeats_of(hit)]
    for card in fellows:
        said += in_report(ask, card, year=about.year, evidence=evidence, words_only=True)
        said += of_one_name(hit, evidence.reading(card.id))
    mine = hit.view.figure.quantity
    found = {
        id(other.view): other
        for other in said
        if (other.fit.score >= hit.fit.score - AS_GOOD or named_alike(hit.view, other.view))
        and alike(other.view.figure.quantity.unit, mine.unit)
        and other.view.figure.quantity.value != mine.value
        and other.view.figure.kind is hit.view.figure.kind
    }
    return list(found.values())
