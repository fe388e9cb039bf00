"""In which year a number was greatest or least (峰值年份): 哪一年最多."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.ranking import as_told, is_least, opposite
from assistant.answers.side_by_side import (
    answer,
    missing,
    notes_of,
    quantity,
    said_of,
    stated,
    with_years,
)
from assistant.evidence.across import read_spread, years_to_follow
from assistant.evidence.board import fill
from assistant.evidence.shortlist import MANY
from assistant.wording import refusals
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_WHICH_YEAR = re.compile(
    r"(?:[是为在]|出现在|发生在)?(?:哪一?个?年(?:度|份|头)?|何年|哪一?个年[度份])(?:的)?"
)
_MOST = re.compile(r"最(?P<word>[多少高低大小长短快慢好差])")
_TWO = 2


class PeakYear:
    """2021—2023年哪一年的应诉案件最多."""

    def accepts(self, query: Query) -> bool:
        """One reporter at most, a superlative and a question for the year."""
        named = len(query.places) + len(query.organs)
        asked = _MOST.search(query.core) is not None and _WHICH_YEAR.search(query.core) is not None
        return asked and named <= 1

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The year with its number, beside those of the other years."""
        core = _WHICH_YEAR.sub(" ", query.core)
        everyone = query.has("which_place", "counted_places") and not query.places
        strip = ("rank", "trend", "versus", "moved", *(("which_place",) if everyone else ()))
        spread = read_spread(replace(query, core=core), scope, evidence, *strip)
        if spread is None or not spread.entities:
            return None
        if len(spread.entities) > 1:
            return _of_all(query, spread, evidence) if everyone else None
        years = years_to_follow(spread)
        if not years:
            return None
        board = fill(spread.ask, spread.entities, years, evidence)
        if not board.hits:
            return refusals.indicator_absent(spread.ask)
        if len(board.said) < _TWO or not board.one_unit:
            return missing(board, "doing_compare")
        least = is_least(query.core)
        word = _MOST.search(query.core)
        ends = [("最" + (word["word"] if word else "多"), least)]
        if other := opposite(query.core):
            ends.append(("最" + other, not least))
        what = as_told(spread, board)
        statements = [_peak(board.said, what, most, least=low) for most, low in ends]
        return answer(board, [*statements, _years(board.said)], notes_of(board))


def _of_all(query: Query, spread: Spread, evidence: Evidence) -> Reply | None:
    """哪个地方哪一年最低: over every reporter's every year."""
    years = years_to_follow(spread)
    if not years or len(spread.entities) > MANY:
        return None
    board = fill(spread.ask, spread.entities, years, evidence)
    if len(board.said) < _TWO or not board.one_unit:
        return None
    least = is_least(query.core)
    values = [quantity(slot).value for slot in board.said]
    end = min(values) if least else max(values)
    there = [slot for slot in board.said if quantity(slot).value == end]
    word = _MOST.search(query.core)
    text = say(
        "across", "peak_year", who="", what=as_told(spread, board),
        most="最" + (word["word"] if word else "多"), when=with_years(there),
        value=said_of(there[0]),
    )  # fmt: skip
    hits = [slot.hit for slot in board.said if slot.hit]
    return answer(board, [stated(text, hits)], notes_of(board))


def _peak(said: tuple[Slot, ...], what: str, most: str, *, least: bool) -> Statement:
    values = [quantity(slot).value for slot in said]
    end = min(values) if least else max(values)
    there = [slot for slot in said if quantity(slot).value == end]
    when = "、".join(f"{slot.year}年" for slot in there)
    text = say(
        "across", "peak_year", who=there[0].entity.name, what=what, most=most, when=when,
        value=said_of(there[0]),
    )  # fmt: skip
    return stated(text, [slot.hit for slot in said if slot.hit])


def _years(said: tuple[Slot, ...]) -> Statement:
    rows = "、".join(
        say("across", "trend_row", year=slot.year, value=said_of(slot)) for slot in said
    )
    return stated(say("across", "each_year", rows=rows), [slot.hit for slot in said if slot.hit])
