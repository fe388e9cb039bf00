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
    r"(?:各地|各县区?|各区县|各省|这些地方|全部"
    r"|(?P<who>这?[两三四五六七八九十]个?(?:县区|区县|省|市|县|区|地方|地区|地)))?"
    r"(?:的)?平均(?:水平|数|值)?(?P<over>以上)?(?P<under>以下)?"
)
_NATION = re.compile(r"全国|全省|全市")
_FEW = 2


class Passing:
    """2024年哪几个省的增速超过6%, 谁低于平均数."""

    def accepts(self, query: Query) -> bool:
        """A question for places, and a limit or the mean as one."""
        asked = query.has("which_place", "counted_places") or len(query.places) > _FEW
        if _OVER_YEARS.search(query.core) and len(query.years) != 1:
            asked = asked or len(query.places) == 1
        return asked and (limit_of(query.core) is not None or _mean_asked(query.core) is not None)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Who passes and who does not, each with its number; who says nothing is noted."""
        mean = _mean_asked(query.core)
        limit = (
            limit_of(query.core) if mean is None else None
        )  # 高于三个县的平均数 is no limit of 三个
        text = limit.text if limit else _MEAN.sub(_who, query.core)
        text = _OVER_YEARS.sub(" ", text) if _over_years(query) else text
        spread = read_spread(
            replace(query, core=text), scope, evidence, "which_place", "rank", "coverage", "versus"
        )
        if spread is None or not spread.entities:
            return None
        if len(spread.entities) > MOST_READ:
            return refusals.too_vague()
        years = _years(query, spread)
        if not years or len(years) * len(spread.entities) < _FEW:
            return None
        board = fill(spread.ask, spread.entities, years, evidence)
        slots = [slot for slot in board.said if not quantity(slot).hedge.is_open]
        if not slots:
            return refusals.indicator_absent(spread.ask) if not board.hits else None
        notes = notes_of(board)
        if not spread.years and len(years) == 1:
            notes.append(say("across", "year_taken", year=years[0]))
        if limit is not None:
            slots = [slot for slot in slots if limit.measures(quantity(slot))]
            return answer(board, _split(slots, limit, spread), notes) if slots else None
        if mean is None or len(slots) < _FEW or not board.one_unit:
            return None
        return answer(board, _against_mean(board, slots, spread, above=mean), notes)


_OVER_YEARS = re.compile(
    r"(?:列出|写明|说明|给出|分别是)?(?:地方|地区)?[和与及、]?(?:哪(?:些|几个?|[两二三四五])(?:个)?年(?:度|份|头)?(?:里|中|的)?|年份|各年(?:度)?|历年|所有年(?:度|份)|每一?年)"
)
"""哪几年超过, 列出年份: over all years and not in the newest."""


def _who(mean: re.Match[str]) -> str:
    """The places counted before 平均数, whose mean is meant."""
    return f" {mean['who'] or ''} "


def _over_years(query: Query) -> bool:
    return len(query.years) != 1 and _OVER_YEARS.search(query.core) is not None


def _years(query: Query, spread: Spread) -> tuple[int, ...]:
    """The year asked for, or all years where the question is for years."""
    if _over_years(query):
        known = {card.year for entity in spread.entities for card in entity.cards if card.year}
        return spread.years or tuple(sorted(known))
    year = spread.years[0] if spread.years else common_year(spread.entities)
    return (year,) if year and len(spread.years) <= 1 else ()


def _mean_asked(text: str) -> bool | None:
    """Whether those above (True) or below (False) the mean are asked for."""
    found = _MEAN.search(text)
    if found is None or _NATION.search(text):
        return None
    if found["above"] or found["over"]:
        return True
    return False if found["below"] or found["under"] else None


def _rows(slots: list[Slot], *, dated: bool = False) -> str:
    return "、".join(
        say(
            "across", "rank_row", value=said_of(slot),
            who=f"{slot.entity.name}{slot.year}年" if dated else slot.entity.name,
        )
        for slot in slots
    )  # fmt: skip


def _split(slots: list[Slot], limit: Limit, spread: Spread) -> list[Statement]:
    """Those that pass, counted, and those that do not."""
    dated = len({slot.year for slot in slots}) > 1
    ordered = sorted(
        slots,
        key=lambda slot: (slot.entity.name, slot.year) if dated
        else (-quantity(slot).value, slot.entity.name),
    )  # fmt: skip
    passing = [slot for slot in ordered if limit.holds(quantity(slot))]
    failing = [slot for slot in ordered if limit.holds(quantity(slot)) is False]
    unsure = [slot for slot in ordered if limit.holds(quantity(slot)) is None]
    when = "" if dated else f"{slots[0].year}年"
    made = []
    if passing and (count := worked(Operation.COUNT, passing)):
        text = say(
            "across",
            "passing",
            when=when,
            what=spread.what,
            result=count[1],
            rows=_rows(passing, dated=dated),
        )
        made.append(stated(text, _hits(passing), count[0]))
    else:
        text = say(
            "across", "passing_none", when=when, what=spread.what, rows=_rows(failing, dated=dated)
        )
        return [stated(text, _hits(failing))] if failing else []
    if failing:
        made.append(
            stated(say("across", "not_passing", rows=_rows(failing, dated=dated)), _hits(failing))
        )
    if unsure:
        made.append(stated(say("across", "unsure", rows=_rows(unsure, dated=dated)), _hits(unsure)))
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
