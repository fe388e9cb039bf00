"""Numbers that look like slips of each other (笔误): digits swapped, one wrong, 万 for 亿."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.model import Quantity

__all__ = ["is_misprint"]

_LONG, _SHORT = 3, 2


def is_misprint(said: Quantity, true: Quantity) -> bool:
    """Whether one number may have been meant for the other."""
    mine = _digits(said)
    theirs = _digits(true)
    if mine == theirs or sorted(mine) == sorted(theirs):
        return said.value != true.value
    as_large = said.value.adjusted() == true.value.adjusted()
    if len(mine) == len(theirs) >= (_SHORT if as_large else _LONG):
        return sum(one != other for one, other in zip(mine, theirs, strict=True)) == 1
    longer, shorter = sorted((mine, theirs), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(shorter) < _LONG - 1:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _digits(quantity: Quantity) -> str:
    """The digits of a number without the zeros behind them."""
    return "".join(map(str, quantity.value.normalize().as_tuple().digits))
