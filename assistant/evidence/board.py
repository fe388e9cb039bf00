"""One indicator over reporters and years (对比盘): what each report says, and where none does.

A slot without hits is 未载, never zero; a slot whose reports differ keeps every hit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.evidence.across import names_money
from assistant.evidence.breadth import apart
from assistant.evidence.one_report import AS_GOOD, in_report
from assistant.evidence.other_measure import narrower
from assistant.evidence.received import CAME, TAKEN_UP, stage_asked, stage_of
from assistant.evidence.rewordings import as_asked, fits_other_wording, wordings_of
from assistant.evidence.undone import done_instead, undone
from assistant.question.asks import ask_of
from assistant.question.units import alike, unit_class
from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.evidence.entities import Entity
    from assistant.evidence.gather import Evidence, FigureHit
    from assistant.question.asks import Ask
    from index.library_db import ReportCard

__all__ = ["Board", "Slot", "fill", "in_one_breadth", "of_another_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What is said for one reporter and year; hits of different values contradict each other."""

    entity: Entity
    year: int
    hits: tuple[FigureHit, ...] = ()
    aimed: bool = False
    """A target is asked for, which the report of the year before states."""

    @property
    def hit(self) -> FigureHit | None:
        """The one figure; None where there is none, or where reports differ."""
        return self.hits[0] if len(self.hits) == 1 else None

    @property
    def conflicting(self) -> bool:
        """Whether reports state different values (不一致)."""
        return len(self.hits) > 1

    @property
    def reported(self) -> bool:
        """Whether there is a report of that year at all."""
        return bool(self.reports)

    @property
    def reports(self) -> tuple[ReportCard, ...]:
        """The reports in which the figure would stand."""
        own = self.entity.of_year(self.year)
        return own or (self.entity.of_year(self.year - 1) if self.aimed else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The slots of an ask, reporter by reporter and year by year."""

    ask: Ask
    slots: tuple[Slot, ...]
    apart: tuple[Slot, ...] = ()
    """Slots as found whose numbers are of another scope (市本级 for 全市): empty above."""

    @property
    def said(self) -> tuple[Slot, ...]:
        """The slots with one figure."""
        return tuple(slot for slot in self.slots if slot.hit)

    @property
    def silent(self) -> tuple[Slot, ...]:
        """The slots of which nothing is said (未载)."""
        told = {(slot.entity.name, slot.year) for slot in self.apart}
        empty = (slot for slot in self.slots if not slot.hits)
        return tuple(slot for slot in empty if (slot.entity.name, slot.year) not in told)

    @property
    def conflicting(self) -> tuple[Slot, ...]:
        """The slots in which reports differ."""
        return tuple(slot for slot in self.slots if slot.conflicting)

    @property
    def hits(self) -> tuple[FigureHit, ...]:
        """Every figure, those that differ included."""
        return tuple(hit for slot in self.slots for hit in slot.hits)

    @property
    def one_unit(self) -> bool:
        """Whether all figures can be set against each other."""
        numbers = [hit.view.figure.quantity for hit in self.hits]
        told = not any(number.hedge.is_open for number in numbers)  # 数十件, 3—5名
        return told and all(alike(numbers[0].unit, number.unit) for number in numbers)


def fill(
    ask: Ask,
    entities: Sequence[Entity],
    years: Iterable[int],
    evidence: Evidence,
    *,
    words_only: bool = False,
    narrower_too: bool = False,
) -> Board:
    """Look into every reporter's reports for every year.

    Words decide first; meaning is looked at where few slots are left open, since reports that
    word a number alike leave it out alike. A growth of a narrower matter is no growth of the one
    asked for, unless `narrower_too`.
    """
    years = tuple(years)
    whole, (ask, *others) = ask, wordings_of(ask)
    slots = [
        Slot(
            entity=entity,
            year=year,
            hits=_said(ask, entity, year, evidence, words_only=True),
            aimed=ask.target,
        )
        for entity in entities
        for year in years
    ]
    for other in others:
        slots = [slot if slot.hits else _reworded(slot, ask, other, evidence) for slot in slots]
    slots = [_as_done(slot, ask, evidence) for slot in slots]
    slots = _at_one_stage(_in_one_unit(slots, ask, evidence), ask, evidence)
    if not words_only and len([slot for slot in slots if not slot.hits]) <= _FEW_OPEN:
        slots = [slot if slot.hits else _looked_at(slot, ask, evidence) for slot in slots]
    board = Board(ask=whole, slots=tuple(slots))
    odd = (
        *(of_another_name(board) if not narrower_too else ()),
        *_counted_otherwise(board),
        *_only_taken_up(board),
        *(slot for slot in board.said if slot.hit and undone(ask, slot.hit)),
    )
    return in_one_breadth(_emptied(board, odd))


def _emptied(board: Board, odd: Sequence[Slot]) -> Board:
    slots = (replace(one, hits=()) if one in odd else one for one in board.slots)
    return replace(board, slots=tuple(slots))


def in_one_breadth(board: Board) -> Board:
    """The board without the numbers of another scope than the one asked for, which it remembers."""
    odd = apart(board.ask, board.slots)
    return replace(_emptied(board, odd), apart=odd)


def _as_done(slot: Slot, ask: Ask, evidence: Evidence) -> Slot:
    """The slot with the number of what was done, where that of what was undone came first."""
    if slot.hit is None or not undone(ask, slot.hit):
        return slot
    cards = slot.entity.of_year(slot.year)
    return replace(slot, hits=done_instead(ask, slot.hit, cards, slot.year, evidence))


def _reworded(slot: Slot, ask: Ask, other: Ask, evidence: Evidence) -> Slot:
    hits = _said(other, slot.entity, slot.year, evidence, words_only=True)
    return replace(slot, hits=tuple(hit for hit in hits if fits_other_wording(ask, hit)))


def _in_one_unit(slots: list[Slot], ask: Ask, evidence: Evidence) -> list[Slot]:
    """The slots, those that stand alone with another kind of unit looked at for that of the most.

    为423名农民工讨回薪酬412.6万元: where the other years tell the money, the money is meant.
    """
    kinds = {
        number: unit_class(slot.hit.view.figure.quantity.unit)
        for number, slot in enumerate(slots)
        if slot.hit
    }
    told = [kind for kind in kinds.values() if kind]
    common = max(dict.fromkeys(told), key=told.count, default=None)
    if common and 2 * told.count(common) <= len(kinds):
        common = "money" if "money" in told and _of_money(ask) else None
    if ask.unit_class or ask.change or not common:
        return slots
    counted = replace(ask, unit_class=common)
    found = list(slots)
    for number, kind in kinds.items():
        if kind != common:
            entity, year = slots[number].entity, slots[number].year
            if hits := _said(counted, entity, year, evidence, words_only=True):
                found[number] = replace(slots[number], hits=hits)
    return found


def _at_one_stage(slots: list[Slot], ask: Ask, evidence: Evidence) -> list[Slot]:
    """The slots, all told what came in or all what was taken up, where the reports have both.

    行政复议案件 leaves that open: 新收131件 of one year is not set against 受理84件 of another
    where the former also tells how many were 受理.
    """
    stages = {number: stage_of(slot.hit.view.own) for number, slot in enumerate(slots) if slot.hit}
    if stage_asked(ask) or ask.change or not {CAME, TAKEN_UP} <= set(stages.values()):
        return slots
    for stage in (TAKEN_UP, CAME):
        staged = as_asked(ask_of(stage + ask.text), ask)
        found = list(slots)
        for number, told in stages.items():
            if told not in (stage, ""):
                entity, year = slots[number].entity, slots[number].year
                hits = _said(staged, entity, year, evidence, words_only=True)
                found[number] = replace(slots[number], hits=hits)
        if all(one.hit and stage_of(one.hit.view.own) == stage for one in found if one.hits):
            return found
    return slots


def _of_money(ask: Ask) -> bool:
    """Whether 欠薪 or 罚没款 is asked for, and not how many cases there were of it."""
    return names_money(ask) and not re.search("案|人", ask.text)


def _counted_otherwise(board: Board) -> tuple[Slot, ...]:
    """Slots whose number is of another kind of unit, where others have the one asked for.

    Where two years tell 条数 of what was published, 6件 of the third is something else.
    """
    wanted = board.ask.unit_class
    hits = [slot.hit for slot in board.slots]
    kinds = [unit_class(hit.view.figure.quantity.unit) if hit else None for hit in hits]
    if wanted is None or wanted not in kinds:
        return ()
    pairs = zip(board.slots, kinds, strict=True)
    return tuple(slot for slot, kind in pairs if {kind, wanted} == _APART)


def _only_taken_up(board: Board) -> tuple[Slot, ...]:
    """Slots that tell what was taken up (受理) where others tell what came in, as is asked."""
    stages = {slot: stage_of(slot.hit.view.own) for slot in board.said if slot.hit}
    if stage_asked(board.ask) != CAME or CAME not in stages.values():
        return ()
    return tuple(slot for slot, stage in stages.items() if stage not in (CAME, ""))


_APART = {"paper", "case"}
"""条 published are no 件 of appeals; 项 and 个 may be the same things."""
_FEW_OPEN = 4
"""So many empty slots are searched by meaning, too."""


def _looked_at(slot: Slot, ask: Ask, evidence: Evidence) -> Slot:
    return replace(slot, hits=_said(ask, slot.entity, slot.year, evidence, words_only=False))


def _said(
    ask: Ask, entity: Entity, year: int, evidence: Evidence, *, words_only: bool
) -> tuple[FigureHit, ...]:
    """The figures for a slot, of the year's own report first; each value once."""
    own = () if ask.target else entity.of_year(year)
    found = partial(in_report, ask, year=year, evidence=evidence, words_only=words_only)
    hits = [hit for card in own for hit in found(card)]
    if not hits:
        others = [card for card in entity.cards if card not in own]
        quoting = (card for card in reversed(others) if _speaks_of(card, year, evidence))
        hits = next(([hits[0]] for card in quoting if (hits := found(card))), [])
    best = max((hit.fit.score for hit in hits), default=0.0)
    kept = [hit for hit in hits if hit.fit.score >= best - AS_GOOD]
    return tuple({_value(hit): hit for hit in reversed(kept)}.values())[::-1]


def _speaks_of(card: ReportCard, year: int, evidence: Evidence) -> bool:
    """Whether a report holds a figure of a year at all, as far as a ledger tells unread."""
    ledger = evidence.shelf.ledger
    return ledger is None or card.id in ledger.reports_of(year)


def of_another_name(board: Board) -> tuple[Slot, ...]:
    """The slots of a growth whose figure is of a narrower matter (跨境电商进出口 for 进出口).

    Told by nouns that nobody asked for, where some report does without them.
    """
    if not board.ask.change:
        return ()
    wordings = wordings_of(board.ask)
    odd = tuple(
        slot
        for slot in board.said
        if slot.hit
        and slot.hit.view.figure.kind is not FigureKind.LEVEL
        and all(narrower(ask, slot.hit.view) for ask in wordings)
    )
    return odd if len(odd) < len(board.said) else ()


def _value(hit: FigureHit) -> tuple[object, str]:
    quantity = hit.view.figure.quantity
    return quantity.value, quantity.unit
