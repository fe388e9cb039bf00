"""Sums, differences and shares in `Decimal`, and how a result is written (算术)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from assistant.model import Operation
from corpus.model import Quantity


def compute(operation: Operation, operands: tuple[Quantity, ...]) -> Decimal | None:
    """The exact result; a share in percent with one decimal; None where it is undefined."""
    values = [operand.value for operand in operands]
    if operation is Operation.SUM:
        return sum(values, Decimal(0))
    left, right = values
    if operation is Operation.DIFFERENCE:
        return abs(left - right)
    if right == 0:
        return None
    return (left / right * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def write_result(operation: Operation, result: Decimal, operands: tuple[Quantity, ...]) -> str:
    """The result with its unit: % for a share, 万 or 亿 where every operand is large money."""
    if operation is Operation.SHARE:
        return f"{result}%"
    unit = operands[0].unit
    if unit == "%" and operation is Operation.DIFFERENCE:
        return f"{_plain(result)}个百分点"
    if unit in ("元", "美元"):
        for scale, word in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
            if result >= scale:
                return f"{_plain(result / scale)}{word}{unit}"
    return f"{_plain(result)}{unit}"


def _plain(number: Decimal) -> str:
    """Without exponent and without trailing zeros."""
    text = format(number.normalize(), "f")
    return text
