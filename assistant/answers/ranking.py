"""Who is first, last or among the first (排名)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, notes_of, quantity, said_of, stated
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, Slot, fill
from assistant.evidence.shortlist import MANY, shortlist
from assistant.question.units import alike
from assistant.wording import refusals
from corpus.numerals import parse_chinese
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_LEAST = re.compile(
    r"最(?:少|低|小|短|慢|差)|倒数|垫底|从(?:少|低|小)到|第[一二三四五六七八九十](?:少|低)"
)
_COUNT = re.compile(r"(?:前|后|倒数)第?(?P<count>[一二两三四五六七八九十]+|\d+)(?:名|位|个|家)?")
_ALL = re.compile(r"从(?:高|多|大|少|低|小)到|排名(?:情况|如何|怎么样)?$|排序|排一下")
_MOST = re.compile(r"最(?P<word>[多少高低大小长短快慢好差])")
_FEW = 2


class Ranking:
    """2023年哪个县受理的复议案件最多, 前三名是谁."""

    def accepts(self, query: Query) -> bool:
        """A word of ranking and a question for places; named ones are set side by side instead."""
        named = len(query.places) + len(query.organs)
        return query.has("rank") and query.has("which_place") and named < _FEW

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The first with their numbers; None if there are no places to compare."""
        spread = read_spread(query, scope, evidence, "rank", "which_place", "versus")
        if spread is None or len(spread.entities) < _FEW:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None:
            return None
        least = _LEAST.search(query.question) is not None
        entities, stated_by = spread.entities, 0
        if len(entities) > MANY and evidence.shelf.ledger is not None:
            entities, stated_by = shortlist(
                spread.ask, entities, year, evidence.shelf.ledger, least=least
            )
        board = fill(spread.ask, entities, (year,), evidence)
        if len(board.said) < _FEW:
            return refusals.indicator_absent(spread.ask) if not board.hits else None
        return _ranked(board, spread, query, stated_by)


def _ranked(board: Board, spread: Spread, query: Query, stated_by: int) -> Reply:
    least = _LEAST.search(query.question) is not None
    slots, odd = _of_one_unit(board)
    ordered = sorted(
        slots, key=lambda slot: (_sign(least) * quantity(slot).value, slot.entity.name)
    )
    count = _count(query.question) or (len(ordered) if _ALL.search(query.question) else 1)
    first = _with_ties(ordered, count)
    word = _MOST.search(query.question)
    most = "最" + (word["word"] if word else "少" if least else "多")
    notes = [say("across", "counted", count=stated_by or len(ordered))]
    notes += [] if stated_by else notes_of(board)
    if odd:
        notes.append(say("across", "other_units", who="、".join(one.entity.name for one in odd)))
    if not spread.years:
        notes.append(say("across", "year_taken", year=ordered[0].year))
    # Whoever has no place in the order still has a row: what they say, or that they say nothing.
    ranked = {slot.entity.name for slot in ordered}
    unranked = (slot for slot in board.slots if slot.entity.name not in ranked)
    shown = replace(board, slots=(*ordered, *unranked))
    return answer(shown, [_said(spread, first, most, count)], notes)


def _sign(least: bool) -> int:  # noqa: FBT001
    return 1 if least else -1


def _said(spread: Spread, first: list[Slot], most: str, count: int) -> Statement:
    when = f"{first[0].year}年"
    hits = [slot.hit for slot in first if slot.hit]
    if count == 1:
        who = "、".join(slot.entity.name for slot in first)
        value = "、".join(dict.fromkeys(said_of(slot) for slot in first))
        text = say(
            "across", "rank_first", when=when, what=spread.what, most=most, who=who, value=value
        )
    else:
        rows = "、".join(
            say("across", "rank_row", who=slot.entity.name, value=said_of(slot)) for slot in first
        )
        text = say(
            "across",
            "rank_list",
            when=when,
            what=spread.what,
            most=most,
            rows=rows,
        )
    return stated(text, hits)


def _of_one_unit(board: Board) -> tuple[list[Slot], list[Slot]]:
    """The slots of the commonest unit, and the others."""
    units = [quantity(slot).unit for slot in board.said]
    common = max(units, key=units.count)
    same = [slot for slot in board.said if alike(quantity(slot).unit, common)]
    return same, [slot for slot in board.said if slot not in same]


def _with_ties(ordered: list[Slot], count: int) -> list[Slot]:
    """The first few, and whoever equals the last of them."""
    last = quantity(ordered[min(count, len(ordered)) - 1]).value
    return [
        slot
        for number, slot in enumerate(ordered)
        if number < count or quantity(slot).value == last
    ]


def _count(question: str) -> int | None:
    found = _COUNT.search(question)
    if found is None:
        return None
    number = found["count"]
    value = int(number) if number.isdigit() else parse_chinese(number)
    return max(1, int(value)) if value else None
