"""What the types over several reporters share (对比): rows, gaps and conflicts in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.breadth import narrowed_to
from assistant.evidence.entities import of_levels
from assistant.model import (
    Answer,
    Citation,
    Compared,
    Operation,
    Reason,
    Refusal,
    Statement,
    Working,
)
from assistant.question.counted_places import counted_places
from assistant.wording.statements import cite, cite_sentence, figure_statement, written
from corpus.fold import fold
from corpus.model import Hedge, Span
from corpus.quantities import find_quantities
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.evidence.board import Board, Slot
    from assistant.evidence.gather import Evidence, FigureHit
    from assistant.question.query import Query
    from corpus.model import Quantity

__all__ = [
    "answer",
    "as_far_as_said",
    "gap_between",
    "inexact",
    "missing",
    "names",
    "not_so_many",
    "notes_of",
    "ordinal",
    "place_of",
    "quantity",
    "read_through",
    "said_of",
    "stated",
    "unstated_by",
    "with_years",
    "worked",
]

_DIGITS = "零一二三四五六七八九十"


def quantity(slot: Slot) -> Quantity:
    """The number of a slot that has one."""
    assert slot.hit is not None  # noqa: S101 - callers take slots from `Board.said`
    return slot.hit.view.figure.quantity


def said_of(slot: Slot) -> str:
    """The number as written."""
    assert slot.hit is not None  # noqa: S101
    return written(slot.hit.reading, slot.hit.view.figure)


def names(slots: Iterable[Slot]) -> str:
    """The reporters of slots, each once."""
    return "、".join(dict.fromkeys(slot.entity.name for slot in slots))


def with_years(slots: Iterable[Slot]) -> str:
    """The reporters of slots with their years."""
    return "、".join(f"{slot.entity.name}{slot.year}年" for slot in slots)


def stated(text: str, hits: Iterable[FigureHit], working: Working | None = None) -> Statement:
    """A statement with the sentence of every figure it speaks of."""
    cited = dict.fromkeys(cite_sentence(hit.reading, hit.view.figure.sentence) for hit in hits)
    return Statement(text=text, citations=tuple(cited), working=working)


def worked(operation: Operation, slots: Sequence[Slot]) -> tuple[Working, str] | None:
    """Arithmetic over slots with its result as written; None where it has no result."""
    from assistant.wording.arithmetic import common_scale, compute, write_result

    operands = tuple(map(_as_written, slots))
    result = compute(operation, operands)
    if result is None:
        return None
    scale = common_scale(tuple(said_of(slot) for slot in slots))
    shown = write_result(operation, result, operands, scale)
    return Working(operation=operation, operands=operands, scale=scale, result=shown), shown


def _as_written(slot: Slot) -> Quantity:
    """The number with the hedge that stands at it: 分别控制在5%和3%以内 shares the last one's."""
    number = quantity(slot)
    found = [one for one in find_quantities(fold(said_of(slot))) if one.value == number.value]
    return replace(number, hedge=found[0].hedge) if len(found) == 1 else number


def place_of(slot: Slot, ordered: Sequence[Slot]) -> int:
    """The place of a slot in an order; those of one value share the first place of theirs."""
    value = quantity(slot).value
    return 1 + next(
        number for number, other in enumerate(ordered) if quantity(other).value == value
    )


def ordinal(place: int) -> str:
    """第二, 第十二: written out, since it counts nothing; 第100 beyond."""
    if place < len(_DIGITS):
        return "第" + _DIGITS[place]
    tens, ones = divmod(place, 10)
    if tens >= len(_DIGITS) - 1:
        return f"第{place}"
    return "第" + ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def gap_between(first: Slot, last: Slot) -> Statement | None:
    """By how much two numbers differ, with the arithmetic."""
    pair = worked(Operation.DIFFERENCE, (first, last))
    hits = [slot.hit for slot in (first, last) if slot.hit]
    if pair is None:
        return None
    text = say(
        "across", "gap", who=first.entity.name, value=said_of(first), other=last.entity.name,
        other_value=said_of(last), result=pair[1],
    )  # fmt: skip
    return stated(text, hits, pair[0])


def rows_of(board: Board) -> tuple[Statement, ...]:
    """One statement a figure, those that differ included."""
    return tuple(figure_statement(hit) for slot in board.slots for hit in slot.hits)


def rows_with_apart(board: Board) -> tuple[Statement, ...]:
    """The rows, and behind them the numbers of another scope, which their names tell."""
    told = [figure_statement(hit) for slot in board.apart for hit in slot.hits]
    return (*rows_of(board), *told)


def notes_of(board: Board, *, silent_told: bool = False) -> list[str]:
    """What was left out of a comparison, and why; without who is silent, where that is told."""
    notes = []
    silent = [slot for slot in board.silent if slot.reported and not silent_told]
    unreported = [slot for slot in board.silent if not slot.reported]
    if silent:
        notes.append(say("across", "missing", who=with_years(silent)))
    if board.apart:
        notes.append(say("across", "other_breadth", who=_breadths(board)))
    if unreported:
        notes.append(say("across", "unreported", who=with_years(unreported)))
    if board.conflicting:
        notes.append(say("across", "conflicting", who=with_years(board.conflicting)))
    if any(quantity(slot).hedge is not Hedge.EXACT for slot in board.said):
        notes.append(say("across", "hedged"))
    return notes


def _breadths(board: Board) -> str:
    """Whose the numbers are that were left out: 云溪市2023年(市本级)."""
    return "、".join(
        f"{slot.entity.name}{slot.year}年({narrowed_to(slot.hit.view) or say('across', 'whole')})"
        for slot in board.apart
        if slot.hit
    )


def unstated_by(
    slots: Sequence[Slot], what: str, evidence: Evidence, *, dated: bool = False
) -> Statement:
    """Who does not state it (未载), with the titles of the reports that were read."""
    text = say("across", "silent", what=what, who=with_years(slots) if dated else names(slots))
    return Statement(text=text, citations=read_through(slots, evidence))


def as_far_as_said(board: Board, what: str, evidence: Evidence) -> Answer | None:
    """What is stated of two or more, and of whom it is not; None if nothing is, or reports differ.

    No comparison is made then.
    """
    silent = [slot for slot in board.silent if slot.reported]
    if not board.said or board.conflicting or not (silent or board.apart):
        return None
    dated = len({slot.year for slot in board.slots}) > 1
    rows = [*rows_with_apart(board)]
    if not silent:
        return answer(board, rows, notes_of(board))
    rows.append(unstated_by(silent, what, evidence, dated=dated))
    return answer(board, rows, [say("across", "no_comparison"), *notes_of(board)])


def read_through(slots: Iterable[Slot], evidence: Evidence) -> tuple[Citation, ...]:
    """The titles of the reports in which nothing was found."""
    found = []
    for slot in slots:
        for card in slot.reports:
            reading = evidence.reading(card.id)
            title = reading.report.metadata.title
            span = title.span if title else Span(0, min(20, len(reading.report.text)))
            found.append(cite(reading, span, None))
    return tuple(found)


def answer(board: Board, statements: Iterable[Statement], notes: Iterable[str] = ()) -> Answer:
    """An answer with its table."""
    return Answer(
        statements=tuple(dict.fromkeys(statements)),
        notes=tuple(notes),
        grid=tuple(
            Compared(who=slot.entity.name, year=slot.year, figures=tuple(map(_key, slot.hits)))
            for slot in board.slots
        ),
        what=board.ask.text.strip(" ,的"),
    )


def _key(hit: FigureHit) -> tuple[str, int]:
    return hit.reading.report.id, hit.reading.figures.index(hit.view)


def missing(board: Board, doing: str) -> Refusal | None:
    """Why nothing can be computed over the whole board; None if it can."""
    doing = say("across", doing)
    what = board.ask.text
    if board.conflicting:
        return Refusal(
            reason=Reason.TOO_VAGUE,
            text=say(
                "across",
                "refuse_conflict",
                who=with_years(board.conflicting),
                what=what,
                doing=doing,
            ),
            nearest=rows_of(board),
        )
    if board.silent:
        reported = any(slot.reported for slot in board.silent)
        return Refusal(
            reason=Reason.INDICATOR_ABSENT if reported else Reason.YEAR_ABSENT,
            text=say(
                "across", "refuse_missing", who=with_years(board.silent), what=what, doing=doing
            ),
            nearest=rows_of(board),
        )
    if board.apart:
        return Refusal(
            reason=Reason.INDICATOR_ABSENT,
            text=say("across", "refuse_breadth", who=_breadths(board), what=what, doing=doing),
            nearest=rows_with_apart(board),
        )
    if not board.one_unit:
        units = "、".join(dict.fromkeys(quantity(slot).unit for slot in board.said))
        return Refusal(
            reason=Reason.INDICATOR_ABSENT,
            text=say("across", "refuse_units", what=what, units=units),
            nearest=rows_of(board),
        )
    return None


def inexact(board: Board, doing: str) -> Refusal | None:
    """Why nothing exact can be computed where numbers are written 近, 余, 约 or 以上; else None."""
    vague = [slot for slot in board.said if quantity(slot).hedge is not Hedge.EXACT]
    if not vague or board.ask.target:
        return None  # 32万人以上 is how an aim is set
    rows = "、".join(f"{slot.entity.name}{slot.year}年{said_of(slot)}" for slot in vague)
    text = say(
        "across", "refuse_inexact", rows=rows, what=board.ask.text, doing=say("across", doing)
    )
    return Refusal(reason=Reason.TOO_VAGUE, text=text, nearest=rows_of(board))


def not_so_many(query: Query, evidence: Evidence) -> Refusal | None:
    """四个地方 of a library that has three: which ones are meant must be said."""
    counted = counted_places(query.core)
    if counted is None or query.places:
        return None
    known = of_levels(evidence.everyone, counted.levels)
    if len(known) < _SEVERAL or len(known) == counted.count:
        return None
    who = "、".join(one.name for one in known[:_NAMED])
    text = say("across", "refuse_count", asked=counted.count, known=len(known), who=who)
    return Refusal(reason=Reason.TOO_VAGUE, text=text)


_NAMED, _SEVERAL = 10, 2
