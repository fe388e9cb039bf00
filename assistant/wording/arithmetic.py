"""Sums, differences and shares in `Decimal`, and how a result is written (算术)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from assistant.model import Operation
from corpus.numerals import scale_of

if TYPE_CHECKING:
    from corpus.model import Quantity

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_BACK = {Operation.BEFORE_RISE: 1, Operation.BEFORE_FALL: -1}
_UNCOUNTED = ("元", "亩", "吨", "公里", "%", "斤", "公顷", "米")
"""Units of which there are parts; what is counted is whole."""


def compute(operation: Operation, operands: tuple[Quantity, ...]) -> Decimal | None:
    """The exact result; None where it is undefined or a number leaves its value open.

    A share is the first of the sum of the others, in percent with one decimal; growth is that of
    the first over the second, likewise; an average has one, too. A count is of the operands.
    """
    if any(operand.hedge.is_open for operand in operands):
        return None  # 数十件, 3—5名
    values = [operand.value for operand in operands]
    if operation is Operation.SUM:
        return sum(values, Decimal(0))
    if operation is Operation.AVERAGE:
        mean = sum(values, Decimal(0)) / len(values)
        return mean.quantize(_TENTH, rounding=ROUND_HALF_UP)
    if operation is Operation.COUNT:
        return Decimal(len(values))
    if operation in _BACK:
        return _before(values[0], _BACK[operation] * values[1], operands[0].unit)
    if operation is Operation.JOINT_SHARE:
        joint, last = sum(values[:-1], Decimal(0)), values[-1]
        whole = last and joint <= last
        return (joint / last * 100).quantize(_TENTH, rounding=ROUND_HALF_UP) if whole else None
    left, right = values[0], sum(values[1:], Decimal(0))
    if operation is Operation.DIFFERENCE:
        return abs(left - right)
    if right == 0:
        return None
    if operation in (Operation.TIMES, Operation.PER):
        return (left / right).quantize(_TENTH, rounding=ROUND_HALF_UP)
    part = abs(left - right) if operation is Operation.GROWTH else left
    return (part / right * 100).quantize(_TENTH, rounding=ROUND_HALF_UP)


def _before(level: Decimal, change: Decimal, unit: str) -> Decimal | None:
    """What a level was before a change in percent; what is counted is rounded to whole ones."""
    base = 1 + change / 100
    if base <= 0:
        return None
    whole = level == level.to_integral_value() and not unit.endswith(_UNCOUNTED)
    return (level / base).quantize(Decimal(1) if whole else _TENTH, rounding=ROUND_HALF_UP)


def common_scale(written: tuple[str, ...]) -> str:
    """万 or 亿, if all numbers are written with one of them; the smaller if they differ.

    642.5万元 and 5873000元 are one unit: sums of money are told in 万 where most are written so
    and none is below it.
    """
    scales = [next((scale for scale in ("亿", "万") if scale in text), "") for text in written]
    if "" in scales:
        plain = [text for text, scale in zip(written, scales, strict=True) if not scale]
        most = _HALF * len(plain) <= len(written)
        return "万" if most and all(map(_ten_thousands_of_money, plain)) else ""
    return "万" if "万" in scales else "亿"


_HALF = 2
_MONEY = re.compile(r"(?<![\d.,])\d{5,}(?:\.\d+)?元")


def _ten_thousands_of_money(text: str) -> bool:
    return _MONEY.search(text.replace(",", "").replace(",", "")) is not None


def write_result(
    operation: Operation, result: Decimal, operands: tuple[Quantity, ...], scale: str
) -> str:
    """The result with its unit: % for a share, in 万 or 亿 where the operands are."""
    if operation in (Operation.SHARE, Operation.JOINT_SHARE, Operation.GROWTH):
        return f"{result}%"
    if operation is Operation.TIMES:
        return f"{plain_number(result)}倍"
    if operation is Operation.COUNT:
        return f"{plain_number(result)}个"
    unit = operands[0].unit
    if operation is Operation.DIFFERENCE and {operand.unit for operand in operands} == {"%"}:
        return f"{plain_number(result)}个百分点"
    if scale and abs(result) < scale_of(scale) / _A_TENTH:
        scale = ""  # 4.2万元 and 41200元 differ by 800元, not by 0.08万元
    told = result / scale_of(scale)
    if operation is Operation.AVERAGE and scale:
        told = told.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)
    return f"{plain_number(told)}{scale}{unit}"


_A_TENTH = 10
"""A result below this part of its scale is told without it."""


def plain_number(number: Decimal) -> str:
    """Without exponent and without trailing zeros."""
    return format(number.normalize(), "f")
