"""Which of very many reporters may come first (初选): by the ledger, before any report is read.

What is shortlisted is then read and compared like any other report, so that a ranking over ten
thousand reports and one over ten are found by the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evidence.board import fill
from assistant.question.lexicon import coverage, plain
from assistant.question.units import unit_fit
from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from assistant.evidence.board import Slot
    from assistant.evidence.entities import Entity
    from assistant.evidence.gather import Evidence
    from assistant.question.asks import Ask
    from assistant.question.lexicon import Term
    from index.ledger import IndicatorName, Ledger

__all__ = ["MANY", "MOST_READ", "Shortlist", "read_first", "shortlist", "unstated"]

MANY = 60
"""So many reporters are read without a shortlist."""
MOST_READ = 300
"""Over more reporters a question is not answered by reading every report: it wants places."""
_KEPT = 16
"""Reporters that are read after it, at most."""
_BEYOND = 2
"""So many more than are asked for must be found as the ledger has them."""
_AS_GOOD = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlist:
    """The reporters that come first by the ledger, with the value each has there (初选名单)."""

    first: tuple[tuple[Entity, Decimal], ...]
    stated: int
    """How many reporters state the number at all."""
    tied: int
    """How many state the first number, those that are not read included."""


def shortlist(
    ask: Ask, entities: Sequence[Entity], year: int, ledger: Ledger, *, least: bool
) -> Shortlist:
    """The reporters whose figures are greatest (or least)."""
    names = _names(ask, ledger)
    kinds = _kinds(ask)
    owner = {card.id: entity for entity in entities for card in entity.cards}
    found: dict[str, tuple[Decimal, Entity]] = {}
    for cell in ledger.cells(names, years=(year,), kinds=kinds):
        entity = owner.get(cell.report_id)
        if entity is None or cell.elsewhere is not None:
            continue
        if unit_fit(ask.unit_class, cell.unit, ask.measure) is None:
            continue
        known = found.get(entity.name)
        if known is None or (cell.value < known[0]) == least:
            found[entity.name] = (cell.value, entity)
    ordered = sorted(found.values(), key=lambda pair: pair[0], reverse=not least)
    return Shortlist(
        first=tuple((entity, value) for value, entity in ordered[:_KEPT]),
        stated=len(found),
        tied=sum(value == ordered[0][0] for value, _ in ordered),
    )


def unstated(ask: Ask, entities: Sequence[Entity], year: int, ledger: Ledger) -> tuple[Entity, ...]:
    """Those with a report on the year for which the ledger has no figure of the best name.

    They may state it in other words: whoever says that they do not has to read them.
    """
    kinds, names = _kinds(ask), _names(ask, ledger)
    stated = {
        cell.report_id
        for cell in ledger.cells(names, years=(year,), kinds=kinds)
        if cell.elsewhere is None and unit_fit(ask.unit_class, cell.unit, ask.measure) is not None
    }
    reporting = ((entity, entity.of_year(year)) for entity in entities)
    return tuple(
        entity
        for entity, cards in reporting
        if cards and not any(card.id in stated for card in cards)
    )


def read_first(
    ask: Ask, listed: Shortlist, year: int, evidence: Evidence, *, count: int
) -> tuple[Slot, ...]:
    """The slots of those that come first, read until as many as needed are as the ledger has them.

    Whoever comes later in the ledger has no greater number there, and is not read.
    """
    slots: list[Slot] = []
    proved = 0
    for entity, value in listed.first:
        slots += fill(ask, (entity,), (year,), evidence, words_only=True).slots
        hit = slots[-1].hit
        proved += hit is not None and hit.view.figure.quantity.value == value
        if proved >= count + _BEYOND:
            break
    return tuple(slots)


def _kinds(ask: Ask) -> tuple[FigureKind, ...]:
    if ask.target:
        return (FigureKind.TARGET,)
    return (FigureKind.CHANGE,) if ask.change else (FigureKind.LEVEL, FigureKind.SHARE)


def _names(ask: Ask, ledger: Ledger) -> frozenset[int]:
    """The names that say what is asked for, as well as the best of them does."""
    telling = [term for term in ask.terms if not term.verb or term.concept]
    heaviest = max((term.weight for term in telling), default=0.0)
    # Whoever lacks the heaviest words is not the best: 行政 and 机关 alone stand in too many names.
    named = _with(ledger, [term for term in telling if term.weight == heaviest])
    named = named or _with(ledger, telling)
    held = _Held(ask)
    bounds = {name: held.bounds(name) for name in {name.indicator for name in named}}
    floor = max((least for least, _ in bounds.values()), default=0.0) - _AS_GOOD
    scored = [(held.share(name), name) for name in named if bounds[name.indicator][1] >= floor]
    best = max((score for score, _ in scored), default=0.0)
    return frozenset(name.id for score, name in scored if score >= best - _AS_GOOD and score > 0)


def _with(ledger: Ledger, terms: Sequence[Term]) -> list[IndicatorName]:
    return ledger.names_with([variant for term in terms for variant in term.variants])


class _Held:
    """How much of the asked words names hold; texts that many names share are read once."""

    def __init__(self, ask: Ask) -> None:
        self._terms = ask.terms
        self._weights = tuple(term.weight for term in ask.terms)
        self._weight = sum(self._weights)
        self._known: dict[str, tuple[float, ...]] = {}

    def bounds(self, indicator: str) -> tuple[float, float]:
        """The least and the greatest share that any name of an indicator can have."""
        if not self._weight:
            return 0.0, 0.0
        held = list(zip(self._weights, self._of(indicator), strict=True))
        least = sum(weight * own for weight, own in held)
        greatest = sum(weight * max(own, _AROUND) for weight, own in held)
        return least / self._weight, greatest / self._weight

    def share(self, name: IndicatorName) -> float:
        """The share of the weight that a name holds, that of the figure itself first."""
        if not self._weight:
            return 0.0
        held = 0.0
        zones = map(self._of, (name.indicator, name.subject, name.heading))
        for weight, own, before, above in zip(self._weights, *zones, strict=True):
            held += weight * max(own, _AROUND * before, _AROUND * above)
        return held / self._weight

    def _of(self, text: str) -> tuple[float, ...]:
        found = self._known.get(text)
        if found is None:
            bare = plain(text)
            found = tuple(coverage(term, bare) for term in self._terms)
            self._known[text] = found
        return found


_AROUND = 0.8
"""What a word is worth in what stands around a name."""
