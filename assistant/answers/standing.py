"""Which place one reporter has among all (位次): 云溪县排第几."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    missing,
    notes_of,
    ordinal,
    place_of,
    quantity,
    said_of,
    stated,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import fill
from assistant.evidence.entities import level_of, of_levels
from assistant.evidence.shortlist import MOST_READ
from assistant.question.counted_places import counted_places
from assistant.question.units import alike
from assistant.wording import refusals
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.board import Slot
    from assistant.evidence.entities import Entity
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_WHICH = re.compile(r"第几|名次|排名(?!前|后)|排在?(?:哪|什么位置)|位次|位列")
_ELSEWHERE = re.compile(r"全国|全省|全市|世界|百强")
"""A place in an order that the reports do not hold all of is what a report says, if any does."""
_AMONG = re.compile(
    r",?在?(?:这|全部|所有|各)?(?:[两二三四五六七八九十]个?)?(?:县区|区县|市县|省|市|县|区|地方|地区|家)(?:之中|里面?|当中|中)(?=排|位|第|名|是?第)"
)
_FROM_LOW = re.compile(r"从(?:低|少|小)到|倒数|最(?:低|少|小)")


class Standing:
    """按受理量排名,云溪县在各县中排第几."""

    def accepts(self, query: Query) -> bool:
        """One place, and a question for its place in an order of those in the library."""
        one = len(query.places) == 1 and not query.organs
        asked = _WHICH.search(query.core) is not None
        return one and asked and not _ELSEWHERE.search(query.core)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The place in the order and who is before; None if its own number is not stated."""
        own = query.places[0]
        everyone = _fellows(query, own, evidence)
        bare = replace(query, core=_AMONG.sub(",", query.core))
        spread = read_spread(bare, scope, evidence, "rank", "which_place", "versus")
        if spread is None or len(everyone) <= 1:
            return None
        if len(everyone) > MOST_READ:
            return refusals.too_vague()
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None or len(spread.years) > 1:
            return None
        board = fill(spread.ask, everyone, (year,), evidence)
        low = _FROM_LOW.search(query.question) is not None
        ordered = _in_order(board.said, own, low=low)
        mine = next((slot for slot in ordered if slot.entity.name == own), None)
        if any(slot.entity.name == own for slot in board.apart):
            return missing(board, "doing_compare")
        if mine is None:
            return None  # the report may say itself which place it has, and among whom
        place = place_of(mine, ordered)
        text = say(
            "across", "standing", when=f"{year}年", what=spread.what, who=own,
            order="低" if low else "高", end="高" if low else "低",
            place=ordinal(place), value=said_of(mine),
        )  # fmt: skip
        statements = [stated(text, [slot.hit for slot in ordered if slot.hit])]
        if before := ordered[: place - 1]:
            rows = "、".join(
                say("across", "rank_row", who=slot.entity.name, value=said_of(slot))
                for slot in before
            )
            before_it = say("across", "before_it", rows=rows)
            statements.append(stated(before_it, [slot.hit for slot in before if slot.hit]))
        notes = [say("across", "counted", count=len(ordered)), *notes_of(board)]
        others = tuple(slot for slot in board.slots if slot not in ordered)
        return answer(replace(board, slots=(*ordered, *others)), statements, notes)


def _fellows(query: Query, own: str, evidence: Evidence) -> tuple[Entity, ...]:
    """Those among whom a place is put in order: of its level, or of the levels named (三个县区)."""
    counted, kind = counted_places(query.core), _KIND.search(query.core)
    levels = frozenset(kind.group()) if kind else frozenset({level_of(own)})
    if counted is None:
        return of_levels(evidence.everyone, levels)
    fellows = (of_levels(evidence.everyone, one) for one in (counted.levels or levels, ()))
    counts = [some for some in fellows if len(some) == counted.count]
    return next((some for some in counts if own in {one.name for one in some}), ())


_KIND = re.compile(r"(?<![\u4e00-\u9fff]级)(?:县市区|市县区|县区|区县|市县)(?![级域直])")


def _in_order(said: tuple[Slot, ...], own: str, *, low: bool) -> list[Slot]:
    """The slots that can be set in one order with the place's own."""
    mine: Entity | None = next((s.entity for s in said if s.entity.name == own), None)
    if mine is None:
        return []
    unit = next(quantity(slot).unit for slot in said if slot.entity is mine)
    kept = [
        slot
        for slot in said
        if alike(quantity(slot).unit, unit) and not quantity(slot).hedge.is_open
    ]
    return sorted(kept, key=lambda slot: quantity(slot).value, reverse=not low)
