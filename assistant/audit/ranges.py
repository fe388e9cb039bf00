"""What a number as written leaves open (取值范围): rounding, 余, 近, 约.

Two numbers contradict each other only if no true values could have been written so. A number
may have been rounded or cut off: 95% stands for 94.5 to 96.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from corpus.model import Hedge
from corpus.numerals import CHINESE, scale_of
from index.vocabulary import unit_class

if TYPE_CHECKING:
    from corpus.model import Quantity

__all__ = ["Range", "range_of", "ratio", "show_number", "show_share"]

_ENDLESS = Decimal("Infinity")
_LOOSE = Decimal("0.1")
"""How far 近 and 约 may lie from the truth."""
_MEASURED = frozenset(
    ("money", "percent", "length", "area", "weight", "energy", "volume", "duration", "age")
)
"""Classes of units of which a whole number may be a rounded one."""
_WHOLE_ONLY = frozenset(("case", "person"))
_NUMBER = re.compile(
    rf"\d[\d, ]*(?:\.(?P<digits>\d+))?|[{CHINESE}]+(?:点(?P<numerals>[零一二三四五六七八九]+))?"
)
_SCALE = re.compile(r"\s?[余多]?\s?(万亿|亿|百万|千万|万|千|百)")
_TENTHS = "成"
_TENTH_SHARE = Decimal(10)
_AROUND = frozenset((Hedge.EXACT, Hedge.NEAR, Hedge.ABOUT))
"""近四成 is said of 38% as of 41%."""
_ROUND_NUMERAL = re.compile("(万亿|亿|万)$")


@dataclass(frozen=True, slots=True)
class Range:
    """All values that a written number may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range) -> bool:
        """Whether one value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Range) -> Range:
        low = -_ENDLESS if other.high == _ENDLESS else self.low - other.high
        return Range(low, self.high - other.low)


def range_of(quantity: Quantity, written: str) -> Range:
    """The values that a quantity, written so in the folded text, may stand for."""
    value, step = quantity.value, _step(quantity, written)
    if value % 1 and unit_class(quantity.unit) in _WHOLE_ONLY and not _scaled(written):
        # 2.33人新领证件 is item 2. and 33人: nobody knows what was meant.
        return Range(-_ENDLESS, _ENDLESS)
    place = _place(value)
    loose = max(place, abs(value) * _LOOSE)
    if _TENTHS in written and quantity.hedge in _AROUND:
        return Range(value - _TENTH_SHARE, value + _TENTH_SHARE)
    match quantity.hedge:
        case Hedge.MORE:
            return Range(value, value + place)
        case Hedge.OVER | Hedge.AT_LEAST:
            return Range(value, _ENDLESS)
        case Hedge.SOME:
            return Range(value, value * 10)
        case Hedge.AT_MOST | Hedge.RANGE:
            return Range(-_ENDLESS, value)
        case Hedge.NEAR:
            return Range(value - loose, value)
        case Hedge.ABOUT:
            return Range(value - loose, value + loose)
    return Range(value - step / 2, value + step)


def ratio(part: Range, whole: Range) -> Range | None:
    """All that `part` may be of `whole`, in percent; None where the whole may be nothing."""
    if whole.low <= 0 or part.low < 0:
        return None
    low = Decimal(0) if whole.high == _ENDLESS else part.low / whole.high * 100
    return Range(low, part.high / whole.low * 100)


def show_number(value: Decimal) -> str:
    """A number without exponent and trailing zeros; large round ones in 万 or 亿."""
    for scale in ("亿", "万"):
        shrunk = value / scale_of(scale)
        if abs(shrunk) >= 1 and value % 100 == 0:
            return f"{format(shrunk.normalize(), 'f')}{scale}"
    return format(value.normalize(), "f")


def show_share(part: Decimal, whole: Decimal) -> str:
    """A share in percent with two decimals, one more where that would look like all."""
    exact = part / whole * 100
    shown = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    if shown == 100 and exact != 100:
        shown = exact.quantize(Decimal("0.0001"), rounding=ROUND_DOWN)
    return f"{format(shown.normalize(), 'f')}%"


def _scaled(written: str) -> bool:
    return re.search("[百千万亿]", written) is not None


def _step(quantity: Quantity, written: str) -> Decimal:
    """The worth of the last digit written; 0 for things counted one by one."""
    found = max(_NUMBER.finditer(written), key=lambda each: len(each[0]), default=None)
    if found is None:
        return Decimal(0)
    decimals = found["digits"] or found["numerals"] or ""
    digits = found[0][0].isdigit()
    scale = _SCALE.match(written, found.end()) if digits else _ROUND_NUMERAL.search(found[0])
    if not decimals and scale is None and unit_class(quantity.unit) not in _MEASURED:
        return Decimal(0)
    worth = scale_of(scale[1]) if scale else Decimal(1)
    return worth * Decimal(10) ** -len(decimals)


def _place(value: Decimal) -> Decimal:
    """The worth of the last digit that is not 0: 100 for 1600."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(10) ** exponent if isinstance(exponent, int) and any(digits) else Decimal(1)
