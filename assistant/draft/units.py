"""Units of a draft against those of the reports (单位).

公斤 and 吨 are reckoned over, 件 and 起 go for each other, 人 and 人次 do not.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from assistant.draft.words import rows
from corpus.model import FigureKind
from index.groups import measure_of

if TYPE_CHECKING:
    from corpus.model import Figure, Quantity

__all__ = ["comparable", "heads_apart", "reckoned", "unit_slipped"]

_PERCENT, _POINTS = frozenset(("%", "‰")), frozenset(("百分点", "个百分点"))
_FIRMS = {"户", "家"}
_COUNTED = frozenset(("things", "time"))


@cache
def _scales() -> dict[str, tuple[str, Decimal]]:
    """Every unit that others are multiples of, with its row's first unit and its worth in it."""
    return {
        unit: (row[0].partition("=")[0], Decimal(worth))
        for row in rows("scales")
        for unit, _, worth in (one.partition("=") for one in row)
    }


def comparable(said: Figure, true: Figure) -> bool:
    """Whether a number of a draft can be that of a report, by their units."""
    mine, theirs = said.quantity.unit, true.quantity.unit
    if _PERCENT & {mine, theirs}:
        if mine != theirs:
            return bool(_POINTS & {mine, theirs}) and said.quantity.value == true.quantity.value
        changes = {said.kind is FigureKind.CHANGE, true.kind is FigureKind.CHANGE}
        return FigureKind.TARGET in (said.kind, true.kind) or len(changes) == 1
    if not mine or not theirs:
        return True
    return measure_of(mine) == measure_of(theirs) or _countable(mine, theirs)


def _countable(mine: str, theirs: str) -> bool:
    """项 and 个 are said of the same, 户 and 家 of firms; 名 and 家 are not."""
    if {mine, theirs} == _FIRMS:
        return True
    return measure_of(mine) in _COUNTED and measure_of(theirs) in _COUNTED


def heads_apart(mine: str, theirs: str) -> bool:
    """Whether one counts people and the other how often they came, or households."""
    return bool(mine and theirs) and {mine, theirs} != _FIRMS and _heads(mine) != _heads(theirs)


def _heads(unit: str) -> str:
    if measure_of(unit) != "person":
        return ""
    return "times" if unit.endswith("次") else "households" if unit.startswith("户") else "people"


def reckoned(said: Quantity, unit: str) -> Quantity:
    """A quantity in another unit of the same row; as it is where the units are in none."""
    mine, theirs = _scales().get(said.unit), _scales().get(unit)
    if mine is None or theirs is None or mine[0] != theirs[0] or said.unit == unit:
        return said
    return replace(said, value=said.value * mine[1] / theirs[1], unit=unit)


def unit_slipped(said: Quantity, true: Quantity) -> bool:
    """Whether a number is the report's, with a unit that makes it another (斤 for 吨)."""
    mine, theirs = said.unit, true.unit
    if said.value != true.value or mine == theirs:
        return False
    if _PERCENT & {mine, theirs} and _POINTS & {mine, theirs}:
        return True
    one, other = _scales().get(mine), _scales().get(theirs)
    return one is not None and other is not None and one[0] == other[0] and one[1] != other[1]
