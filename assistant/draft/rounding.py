"""Whether a number of a draft is that of a report (数值比对): the same, rounded, or another.

The rule, with v the draft's number and w the report's:
- 余、多: w has the leading digits of v and more behind them (3.5万余 for 35272);
- 近: v lies above w by a tenth at most (近800 for 760余);
- 超、突破、以上: w is v or more, with the same leading digits or a tenth above at most;
- 约、左右: w lies within half a step of v's last written digit, or a twentieth;
- 以内、不足: v lies above w by a tenth at most;
- without a hedge: w rounds to v, or is cut to it by a twentieth at most, where v is written with
  fewer decimals or in 万 or 亿. A bare whole number is exact, and 100% means all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.model import Hedge

if TYPE_CHECKING:
    from corpus.model import Quantity

__all__ = ["Agreement", "agreement", "misdirected"]

_TENTH, _TWENTIETH = Decimal("0.1"), Decimal("0.05")
_UPWARD = frozenset((Hedge.MORE, Hedge.OVER, Hedge.AT_LEAST))
_DOWNWARD = frozenset((Hedge.NEAR, Hedge.AT_MOST))
_LOOSE = frozenset((Hedge.ABOUT, Hedge.OVER, Hedge.AT_LEAST))
_WHOLE = Decimal(100)
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_DIGITS = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")
_SCALE = re.compile(r"万亿|百万|千万|百(?!分)|[千万亿]")


class Agreement(StrEnum):
    """How a number of a draft goes with one of a report."""

    SAME = "same"
    ROUNDED = "rounded"
    OTHER = "other"


def agreement(said: Quantity, words: str, true: Quantity, *, reaching: bool = False) -> Agreement:
    """How a draft's quantity, written as `words`, goes with a report's.

    With `reaching` the words around say that the number was reached (跃上…台阶, 冲破).
    """
    hedge = Hedge.OVER if reaching and said.hedge is Hedge.EXACT else said.hedge
    if said.value == true.value:
        if _turned(said.hedge, true.hedge):
            return Agreement.OTHER  # 不到30 is not 30余
        return Agreement.SAME if _alike(hedge, true.hedge, said.hedge) else Agreement.ROUNDED
    if not _may_round(said, true):
        return Agreement.OTHER
    least, most = _bounds(said.value, hedge, words)
    low, high = _range(true)
    return Agreement.ROUNDED if least <= high and low <= most else Agreement.OTHER


def misdirected(said: Quantity, words: str, true: Quantity) -> bool:
    """Whether a hedge points away from a number that another would round (不足1300, 1379)."""
    if said.hedge not in _UPWARD | _DOWNWARD:
        return False
    if said.value == true.value:
        return _turned(said.hedge, true.hedge)
    other = Hedge.NEAR if said.hedge in _UPWARD else Hedge.MORE
    least, most = _bounds(said.value, other, words)
    return _may_round(said, true) and least <= true.value <= most


def _turned(one: Hedge, other: Hedge) -> bool:
    """Whether one lies above the number that is written and the other below it."""
    return (one in _UPWARD and other in _DOWNWARD) or (one in _DOWNWARD and other in _UPWARD)


def _may_round(said: Quantity, true: Quantity) -> bool:
    """What rounds a number has fewer digits than it; 约 and 超过 may name another as long."""
    mine, theirs = (len(q.value.normalize().as_tuple().digits) for q in (said, true))
    loose = said.hedge in _LOOSE and true.hedge is Hedge.EXACT
    return mine < theirs or (mine == theirs and loose)


def _alike(one: Hedge, other: Hedge, written: Hedge) -> bool:
    """Whether two hedges say the same of the same number: 余 and 超, but not 近."""
    if one == other or written == other:
        return True
    return any(one in side and other in side for side in (_UPWARD, _DOWNWARD))


def _range(true: Quantity) -> tuple[Decimal, Decimal]:
    """Where the number of a report lies that is itself hedged: 760余 is below 770."""
    step = _last_place(true.value)
    if true.hedge in _UPWARD:
        return true.value, true.value + min(step * Decimal("0.99"), true.value * _TENTH)
    if true.hedge in _DOWNWARD:
        return true.value * (1 - _TWENTIETH), true.value
    return true.value, true.value


def _bounds(value: Decimal, hedge: Hedge, words: str) -> tuple[Decimal, Decimal]:
    """The numbers of which a draft may say so."""
    step = _last_place(value)
    if hedge is Hedge.MORE:
        return value, value + step * Decimal("0.9999")
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return value, max(value + step * Decimal("0.9999"), value * (1 + _TENTH))
    if hedge in _DOWNWARD:
        return value * (1 - _TENTH), value
    if hedge is Hedge.ABOUT:
        room = max(written_step(words) / 2, value * _TWENTIETH)
        return value - room, value + room
    return _rounded(value, words)


def _rounded(value: Decimal, words: str) -> tuple[Decimal, Decimal]:
    """The numbers that are rounded or cut to a number without a hedge."""
    step = written_step(words)
    if _is_plain(words) or (value == _WHOLE and "%" in words):
        return value, value
    cut = min(step * Decimal("0.9999"), value * _TWENTIETH)
    return value - step / 2, value + max(step / 2, cut)


def _is_plain(words: str) -> bool:
    """A whole number written out, which says that it is exact."""
    found = _DIGITS.search(words)
    return (
        found is not None
        and found["decimals"] is None
        and not _SCALE.search(words)
        and "%" not in words
    )


def _last_place(value: Decimal) -> Decimal:
    """The place of the last digit that is no zero: 100 of 7700, 1000 of 35000."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def written_step(words: str) -> Decimal:
    """The place of the last digit written: 1000 of 3.5万."""
    found = _DIGITS.search(words)
    decimals = len(found["decimals"] or "") if found else 0
    rest = words[found.end() :] if found else words
    scale = _SCALE.search(rest)
    power = sum(_SCALES[char] for char in scale[0]) if scale and scale.start() <= 1 else 0
    return Decimal(1).scaleb(power - decimals)
