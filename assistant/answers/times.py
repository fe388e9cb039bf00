"""How many times another number one is (倍数): of two places, or of two years of one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    missing,
    notes_of,
    rows_of,
    said_of,
    stated,
    worked,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import fill
from assistant.model import Operation
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_PAIR = 2
_BASE_FIRST = re.compile(r"^\s*(?:和|与|跟|同|比起?|较|相比)|相比(?:较|之下)?[,,]|比起来")
"""和2021年相比,2023年是几倍: what is measured against is named first."""


class Times:
    """云溪县受理的案件是青岚市的几倍, 2023年是2021年的几倍."""

    def accepts(self, query: Query) -> bool:
        """Two places or two years, and a question for 倍."""
        named = len(query.places) + len(query.organs)
        years = len(query.years)
        two = (named == _PAIR and years <= 1) or (named <= 1 and years == _PAIR)
        return query.has("times") and two

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Both numbers and their ratio; None if the question names no indicator."""
        spread = read_spread(query, scope, evidence, "times", "which_place")
        if spread is None or not spread.entities:
            return None
        years = query.years or _years_of(spread)
        board = fill(spread.ask, spread.entities, years, evidence)
        if len(board.slots) != _PAIR:
            return None
        if refusal := missing(board, "doing_compare"):
            return refusal
        first, base = board.said
        if _BASE_FIRST.search(query.said):
            first, base = base, first
        notes = notes_of(board)
        if not query.years:
            notes.append(say("across", "year_taken", year=first.year))
        pair = worked(Operation.TIMES, (first, base))
        if pair is None:
            return answer(board, rows_of(board), notes)
        text = say(
            "across", "times", who=_name(first, spread), value=said_of(first),
            other=_name(base, spread), other_value=said_of(base), result=pair[1],
        )  # fmt: skip
        return answer(board, [*rows_of(board), stated(text, board.hits, pair[0])], notes)


def _years_of(spread: Spread) -> tuple[int, ...]:
    year = common_year(spread.entities)
    return (year,) if year else ()


def _name(slot: Slot, spread: Spread) -> str:
    """The place, or the year where there is but one place."""
    return slot.entity.name if len(spread.entities) > 1 else f"{slot.year}年"
