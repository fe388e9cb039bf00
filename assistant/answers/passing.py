"""Who lies above or below a limit (门槛): 几个省超过6%, 哪些县高于平均."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, notes_of, quantity, said_of, stated, worked
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, fill
from assistant.evidence.shortlist import MOST_READ
from assistant.model import Operation
from assistant.question.limits import Limit, limit_of
from assistant.wording import refusals
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_MEAN = re.compile(
    r"(?P<above>高于|超过|大于|多于|快于|好于)?(?P<below>低于|少于|小于|慢于|不到|不及)?"
    r"(?:各地|各县|各省|这些地方|全部)?(?:的)?平均(?:水平|数|值)?(?P<over>以上)?(?P<under>以下)?"
)
_NATION = re.compile(r"全国|全省|全市")
_FEW = 2


class Passing:
    """2024年哪几个省的增速超过6%, 谁低于平均数."""

    def accepts(self, query: Query) -> bool:
        """A question for places, and a limit or the mean as one."""
        asked = query.has("which_place", "counted_places") or len(query.places) > _FEW
        return asked and (limit_of(query.core) is not None or _mean_asked(query.core) is not None)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Who passes and who does not, each with its number; who says nothing is noted."""
        limit = limit_of(query.core)
        mean = None if limit else _mean_asked(query.core)
        text = limit.text if limit else _MEAN.sub(" ", query.core)
        spread = read_spread(
            replace(query, core=text), scope, evidence, "which_place", "rank", "coverage", "versus"
        )
        if spread is None or len(spread.entities) < _FEW:
            return None
        if len(spread.entities) > MOST_READ:
            return refusals.too_vague()
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if year is None or len(spread.years) > 1:
            return None
        board = fill(spread.ask, spread.entities, (year,), evidence)
        slots = [slot for slot in board.said if not quantity(slot).hedge.is_open]
        if not slots:
            return refusals.indicator_absent(spread.ask) if not board.hits else None
        notes = notes_of(board)
        if not spread.years:
            notes.append(say("across", "year_taken", year=year))
        if limit is not None:
            slots = [slot for slot in slots if limit.measures(quantity(slot))]
            return answer(board, _split(slots, limit, spread, year), notes) if slots else None
        if mean is None or len(slots) < _FEW or not board.one_unit:
            return None
        return answer(board, _against_mean(board, slots, spread, above=mean), notes)


def _mean_asked(text: str) -> bool | None:
    """Whether those above (True) or below (False) the mean are asked for."""
    found = _MEAN.search(text)
    if found is None or _NATION.search(text):
        return None
    if found["above"] or found["over"]:
        return True
    return False if found["below"] or found["under"] else None


def _rows(slots: list[Slot]) -> str:
    return "、".join(
        say("across", "rank_row", who=slot.entity.name, value=said_of(slot)) for slot in slots
    )


def _split(slots: list[Slot], limit: Limit, spread: Spread, year: int) -> list[Statement]:
    """Those that pass, counted, and those that do not."""
    ordered = sorted(slots, key=lambda slot: (-quantity(slot).value, slot.entity.name))
    passing = [slot for slot in ordered if limit.holds(quantity(slot))]
    failing = [slot for slot in ordered if limit.holds(quantity(slot)) is False]
    unsure = [slot for slot in ordered if limit.holds(quantity(slot)) is None]
    when = f"{year}年"
    made = []
    if passing and (count := worked(Operation.COUNT, passing)):
        text = say(
            "across", "passing", when=when, what=spread.what, result=count[1], rows=_rows(passing)
        )
        made.append(stated(text, _hits(passing), count[0]))
    else:
        text = say("across", "passing_none", when=when, what=spread.what, rows=_rows(failing))
        return [stated(text, _hits(failing))] if failing else []
    if failing:
        made.append(stated(say("across", "not_passing", rows=_rows(failing)), _hits(failing)))
    if unsure:
        made.append(stated(say("across", "unsure", rows=_rows(unsure)), _hits(unsure)))
    return made


def _hits(slots: list[Slot]) -> list[FigureHit]:
    return [slot.hit for slot in slots if slot.hit]


def _against_mean(
    board: Board, slots: list[Slot], spread: Spread, *, above: bool
) -> list[Statement]:
    """The mean with its terms, and who lies on the side asked for."""
    pair = worked(Operation.AVERAGE, slots)
    if pair is None:
        return []
    mean = sum(quantity(slot).value for slot in slots) / len(slots)
    terms = " + ".join(said_of(slot) for slot in slots)
    text = say("across", "mean", what=spread.what, terms=terms, count=len(slots), result=pair[1])
    ordered = sorted(slots, key=lambda slot: (-quantity(slot).value, slot.entity.name))
    chosen = [slot for slot in ordered if (quantity(slot).value > mean) == above
              and quantity(slot).value != mean]  # fmt: skip
    made = [stated(text, board.hits, pair[0])]
    if chosen:
        side = say("across", "above_mean" if above else "below_mean", rows=_rows(chosen))
        made.append(stated(side, _hits(chosen)))
    return made
