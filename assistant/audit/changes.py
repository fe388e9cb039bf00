"""Changes recomputed from the numbers of their sentence (增减复算).

Read by their form alone: 由a增加到b,增长p%; b,比上年的a多d; b,上年为a,同比增长p%; b,比上年
增加d,增长p%; and 由a增加到b itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.audit.model import FindingKind, Severity
from assistant.audit.ranges import Range, ratio, show_number, show_share
from corpus.model import Hedge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.audit.line import Line, Mark
    from assistant.audit.tally import Tally

__all__ = ["FALL", "POINTS", "RISE", "check_changes", "growth"]

RISE = "增长|增加|提高|提升|上升|上涨|多|增幅为|增幅|增|升"
FALL = "下降|减少|降低|回落|下跌|压减|缩减|降幅为|降幅|少|减|降"
_YEAR = "20[0-4]\\d年(?:度|末|底|同期)?|上一?年度?(?:末|底|同期)?|去年(?:底|末|同期)?|上年同期|同期"
_SOFT = "了|近|约|超过|超|达到|达"
_MOVE = re.compile(
    rf"^(?:相比)?,?(?:同比|(?:比|较|与)?(?:{_YEAR})(?:相比)?)?(?:净)?"
    rf"(?:(?P<up>{RISE})|(?P<down>{FALL}))(?:{_SOFT})*$"
)
_FROM = re.compile(rf"[由从](?:原来|过去|原先|之前|最初|年初|{_YEAR})?的?$")
_TO = re.compile(
    rf"^(?:(?P<up>{RISE}|增|升|扩大|扩展)|(?P<down>{FALL}|压缩|压减|精简|缩短))(?:到|至|为)了?$"
)
_THAN = re.compile(rf"^,?(?:比|较|与|同|相比)(?:{_YEAR})的$")
_WAS = re.compile(rf"^[,(]?(?:而)?(?:{_YEAR})(?:为|是|仅为|仅|只有)?$")
_ALSO = re.compile(rf"^[,、](?:同比)?(?:(?P<up>{RISE})|(?P<down>{FALL}))(?:{_SOFT})*$")
_BASED = re.compile(rf"同比|{_YEAR}")
_ORDINAL = frozenset(("位", "名次", "岁", "分", "天", "个工作日", "工作日", "小时", "分钟"))
_WHOLE = Range(Decimal(100), Decimal(100))
POINTS = frozenset(("个百分点", "百分点"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A change and the two numbers that it lies between."""

    old: Mark
    new: Mark
    change: Mark
    rises: bool


def check_changes(line: Line, tally: Tally) -> None:
    """Every change of a sentence whose two numbers stand beside it."""
    for move in _moves(line):
        tally.count("changes")
        _check(line, move, tally)
    for at in range(len(line.marks) - 2):
        _check_amount(line, at, tally)
    for old, new, rises in _turns(line):
        tally.count("changes")
        _check_direction(line, old, new, tally, rises=rises)


def growth(new: Range, old: Range, *, rises: bool) -> Range | None:
    """By how many percent `new` lies above `old`, or below it."""
    share = ratio(new, old)
    if share is None:
        return None
    return share - _WHOLE if rises else _WHOLE - share


def _words(mark: Mark) -> str:
    return re.sub(r"\s", "", mark.gap)


def _moves(line: Line) -> Iterator[_Move]:
    for at in range(len(line.marks) - 2):
        first, second, third = line.marks[at : at + 3]
        moved = _MOVE.match(_words(third).removeprefix(")"))
        if moved is None or first.unit != second.unit or (first.depth and not second.depth):
            continue
        if _FROM.search(_words(first)) and _TO.match(_words(second)):
            old, new = first, second
        elif _THAN.match(_words(second)) or _WAS.match(_words(second)):
            old, new = second, first
        else:
            continue
        if not _BASED.search(_words(third)) or _is_year_before(old, new):
            yield _Move(old=old, new=new, change=third, rises=moved["up"] is not None)


def _is_year_before(old: Mark, new: Mark) -> bool:
    """Whether 同比 speaks of the same year as the old number beside it."""
    year, before = new.period, old.period
    # 去年 may be the year reported on: a report is written in the year after.
    return year is not None and before == year - 1 and "去年" not in _words(old)


def _turns(line: Line) -> Iterator[tuple[Mark, Mark, bool]]:
    for old, new in zip(line.marks, line.marks[1:], strict=False):
        turn = _TO.match(_words(new))
        if turn and _FROM.search(_words(old)) and old.unit == new.unit not in _ORDINAL:
            yield old, new, turn["up"] is not None


def _check(line: Line, move: _Move, tally: Tally) -> None:
    """The change against the difference of the two numbers, or against their ratio."""
    old, new, change = move.old, move.new, move.change
    grown = growth(new.range, old.range, rises=move.rises)
    apart = new.range - old.range if move.rises else old.range - new.range
    allowed = _allowed(change, new.unit, grown, apart)
    if not allowed or any(change.range.meets(each) for each in allowed):
        return
    values = new.figure.quantity.value, old.figure.quantity.value
    relative = change.unit == "%" and new.unit != "%"
    terms = line.term(change), line.term(old), line.term(new)
    tally.find(
        FindingKind.CHANGE,
        terms,
        severity=Severity.CONTRADICTION if change.unit != "%" or relative else Severity.DOUBT,
        change=terms[0].label,
        change_written=terms[0].written,
        old_written=terms[1].written,
        new_written=terms[2].written,
        working=working(*values, relative=relative),
        result=result(*values, relative=relative, unit="个百分点" if new.unit == "%" else new.unit),
    )


def _allowed(change: Mark, unit: str, grown: Range | None, apart: Range) -> list[Range]:
    """What the change may be; empty where it cannot be told."""
    if change.unit in POINTS:
        return [apart] if unit == "%" else []
    if change.unit == "%":
        if grown is None:
            return []
        # 由40%降至38%,下降2%: many say so of points.
        return [grown, apart] if unit == "%" else [grown]
    return [apart] if change.unit == unit else []


def _check_amount(line: Line, at: int, tally: Tally) -> None:
    """120件,比上年增加20件,增长20%: the year before was 100."""
    new, amount, share = line.marks[at : at + 3]
    moved, also = _MOVE.match(_words(amount)), _ALSO.match(_words(share))
    counted = new.is_level and new.unit == amount.unit and new.unit not in {"%", *POINTS}
    if not moved or not also or not counted or share.unit != "%":
        return
    rises = moved["up"] is not None
    if rises != (also["up"] is not None):
        return
    tally.count("changes")
    old = new.range - amount.range if rises else new.range + amount.range
    grown = growth(new.range, old, rises=rises)
    if grown is None or grown.meets(share.range):
        return
    value, moved_by = new.figure.quantity.value, amount.figure.quantity.value
    before = value - moved_by if rises else value + moved_by
    terms = line.term(share), line.term(amount), line.term(new)
    tally.find(
        FindingKind.CHANGE,
        terms,
        sentence="change_amount",
        change=terms[0].label,
        change_written=terms[0].written,
        amount_written=terms[1].written,
        new_written=terms[2].written,
        old=show_number(before) + new.unit,
        working=working(value, before, relative=True),
        result=result(value, before, relative=True, unit=""),
    )


def _check_direction(line: Line, old: Mark, new: Mark, tally: Tally, *, rises: bool) -> None:
    """由a增加到b with b below a."""
    exact = old.figure.quantity.hedge is new.figure.quantity.hedge is Hedge.EXACT
    wrong = new.range.high < old.range.low if rises else new.range.low > old.range.high
    if not exact or not wrong:
        return
    terms = line.term(old), line.term(new)
    tally.find(
        FindingKind.DIRECTION,
        terms,
        name=terms[1].label,
        old_written=terms[0].written,
        new_written=terms[1].written,
        said=_TO.sub(r"\g<0>", _words(new)),
        truth="减少" if rises else "增加",
    )


def working(new: Decimal, old: Decimal, *, relative: bool) -> str:
    """The arithmetic as it is shown."""
    high, low = (new, old) if new >= old else (old, new)
    difference = f"{show_number(high)}-{show_number(low)}"
    return f"({difference})÷{show_number(old)}" if relative else difference


def result(new: Decimal, old: Decimal, *, relative: bool, unit: str) -> str:
    """What the arithmetic comes to, with the direction in words."""
    direction = "增长" if new >= old else "下降"
    amount = show_share(abs(new - old), old) if relative else show_number(abs(new - old)) + unit
    return direction + amount
