"""Whether a year's number reached what was aimed at (目标完成情况)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, missing, quantity, said_of, stated
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, fill
from corpus.model import Hedge
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_HOW_FAR = re.compile(r"(?:完成|实现|达成|落实)(?:的)?(?:情况|得?怎么样|得?如何)")
_FEWER = re.compile(r"下降|降低|减少|压缩|压减|控制|以内|不超过|失业|能耗|败诉|纠错")
"""Aims that are reached from above."""


class TargetMet:
    """2023年的目标完成了没有."""

    def accepts(self, query: Query) -> bool:
        """A word for an aim and one for reaching it."""
        doubt = query.has("yesno") or _HOW_FAR.search(query.core) is not None
        return query.has("target_met") and doubt and len(query.years) <= 1 and len(query.asks) == 1

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Aim and number side by side; None where no aim is stated."""
        spread = read_spread(query, scope, evidence, "target", "verdict")
        if spread is None or len(spread.entities) != 1:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None:
            return None
        plain = replace(spread.ask, target=False)
        actual = fill(plain, spread.entities, (year,), evidence)
        aimed = fill(replace(plain, target=True), spread.entities, (year,), evidence)
        if not aimed.said:
            return None
        both = Board(ask=plain, slots=(*aimed.slots, *actual.slots))
        if refusal := missing(both, "doing_target"):
            return refusal
        aim, done = aimed.slots[0], actual.slots[0]
        text = say(
            "across", _verdict(aim, done, query), scope=f"{aim.entity.name}{year}年",
            what=_what(spread), aim=said_of(aim), actual=said_of(done),
        )  # fmt: skip
        return answer(both, [stated(text, both.hits)])


def _what(spread: Spread) -> str:
    return spread.what.strip(" ,的")


def _verdict(aim: Slot, done: Slot, query: Query) -> str:
    """Whether the number is at least, or for a limit at most, what was aimed at."""
    goal, number = quantity(aim), quantity(done)
    low = goal.hedge is Hedge.AT_MOST or _FEWER.search(query.core) is not None
    vague = (Hedge.NEAR, Hedge.ABOUT)
    if goal.hedge.is_open or number.hedge.is_open:
        return "target_open"
    if goal.hedge in vague or (number.hedge in vague and number.value == goal.value):
        return "target_open"
    reached = number.value <= goal.value if low else number.value >= goal.value
    return "target_met" if reached else "target_missed"
