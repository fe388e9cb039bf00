"""A limit that a question sets (门槛): 超过5%, 不到100件, 500件以上."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.question.units import alike
from corpus.model import Hedge
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from corpus.model import Quantity

    _Side = Callable[[Decimal, Decimal], bool]

__all__ = ["Limit", "limit_of"]

_NOT = r"(?:没有?|未|没能|还没有?)能?"
_OTHERS = r"(?:大家|别[人家]|其[他它余][省市县区地]?方?|多数[省市县区地]?方?)"
_ALIKE = rf"(?:[跟与和同]{_OTHERS}(?:的)?不(?:一样|同|一致)的?[,、]?)?"
_SIDES = (
    (rf"{_ALIKE}(?:不是|不等于|不为|不在|没有?定[在为]|不同于)", operator.ne),
    (r"(?:[定设][在为成]|等于|都是|均为|(?<!不)是)", operator.eq),
    (r"(?:不低于|不少于|至少有?)了?", operator.ge),
    (rf"(?:不超过|不高于|不多于|至多|最多|{_NOT}(?:超过|高于|多于|突破))了?", operator.le),
    (rf"(?:低于|不到|少于|不足|小于|慢于|{_NOT}(?:达到?|到))了?", operator.lt),
    (r"(?:超过|高于|多于|大于|突破|超出|超|高过|多过|快于)了?", operator.gt),
    (r"(?:达到|达|够)了?", operator.ge),
)
_BEFORE = tuple((re.compile(rf"{words}$"), passes) for words, passes in _SIDES)
_BEHIND = (
    (re.compile(r"^(?:及|或|和)?以上"), operator.ge),
    (re.compile(r"^(?:及|或|和)?(?:以下|以内|之内)"), operator.le),
)
_AFTER = re.compile(r"^(?:及|或|和)?(?:以上|以下|以内|之内)")
_ABOUT = re.compile(r"^(?:左右|上下)")
_BARE = re.compile(r"[\d,.零〇一二三四五六七八九十百千万亿两]+(?:%|‰|[^\d,.及或和以之]*)")
"""The number itself in a quantity that holds its hedge, too (超过5%, 100件以上)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A bound and the side of it that is asked for (门槛)."""

    bound: Quantity
    passes: _Side
    text: str
    """The question without it."""

    def holds(self, number: Quantity) -> bool | None:
        """Whether a number lies on the side asked for; None where its hedge leaves that open."""
        if self.passes in (operator.eq, operator.ne):
            return self._is_the_same(number)
        if number.value != self.bound.value or number.hedge is Hedge.EXACT:
            return self.passes(number.value, self.bound.value)
        if number.hedge in (Hedge.OVER, Hedge.MORE):
            return self.passes(number.value + 1, self.bound.value)
        if number.hedge is Hedge.AT_LEAST:  # 30万人以上 is 30万以上, and not below it
            return self._told_by(operator.ge, operator.lt)
        if number.hedge is Hedge.AT_MOST:
            return self._told_by(operator.le, operator.gt)
        return None

    def _told_by(self, surely: _Side, never: _Side) -> bool | None:
        """Whether the side asked for is one that a hedge answers."""
        return True if self.passes is surely else False if self.passes is never else None

    def _is_the_same(self, number: Quantity) -> bool | None:
        """Whether a number is the one named, or is not: 5%左右 is 5%左右, and may be 5%."""
        same = number.value == self.bound.value
        if same and number.hedge is not self.bound.hedge:
            return None
        return same if self.passes is operator.eq else not same

    def measures(self, number: Quantity) -> bool:
        """Whether a number is counted as the limit is."""
        return not self.bound.unit or alike(number.unit, self.bound.unit)


def limit_of(text: str) -> Limit | None:
    """The first limit that a folded question sets; None if it sets none."""
    for bound in find_quantities(text):
        bare = _BARE.search(bound.span.of(text))
        if bare is None:
            continue
        start = bound.span.start + bare.start()
        before, behind = text[:start], text[start + len(bare.group()) :]
        for pattern, passes in _BEFORE:
            if found := pattern.search(before):
                rest = before[: found.start()] + " " + _AFTER.sub("", _ABOUT.sub("", behind))
                return Limit(bound=bound, passes=passes, text=rest)
        for pattern, passes in _BEHIND:
            if found := pattern.search(behind):
                rest = before + " " + behind[found.end() :]
                return Limit(bound=bound, passes=passes, text=rest)
    return None
