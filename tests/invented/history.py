"""What truly happened in a place over the years, and what its reports say of it (逐年数据)."""

from __future__ import annotations

import math
import random
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from tests.invented.data import Indicator, indicators
from tests.invented.numbers import one_decimal

if TYPE_CHECKING:
    from tests.invented.places import Place

__all__ = ["History", "Said"]

Said = tuple[Decimal, str]
"""A value as it is written, and its hedge."""

_SIZES = {"province": 25.0, "city": 5.0, "county": 1.0, "department": 0.6}
_NEVER, _SOMETIMES = 0.08, 0.05
"""Shares of indicators that a place never reports, and that it leaves out in one year."""
_HEDGED, _FLAWED, _RATIO_TOLD = 0.3, 0.15, 0.75
_MISSING = 0.08
_LEAST_HEDGED = 50
_FULL = 1000
"""A hundred percent in steps of 0.1."""


@cache
def _drawn() -> tuple[Indicator, ...]:
    return tuple(one for one in indicators().values() if one.ratio is None)


class History:
    """One place: `exact` counts steps of `Indicator.step`, `said` is what the reports write."""

    def __init__(
        self, place: Place, years: range, seed: int, *, flaws: bool = True, gaps: bool = False
    ) -> None:
        self.place = place
        self.years = years
        chance = random.Random(f"{seed}|{place.name}")  # noqa: S311
        self.exact = self._happen(chance)
        self.said: dict[int, dict[str, Said]] = {
            year: _tell(self.exact[year], chance, place.level, self._never) for year in years
        }
        self.gaps = frozenset(year for year in years[1:-1] if gaps and chance.random() < _MISSING)
        """Years without a report."""
        for year in self.gaps:
            self.said[year] = {}
        self.flaws: dict[int, tuple[str, str]] = {}
        """Kind and indicator of what is wrong in a year's report."""
        if flaws:
            for year in years:
                self._plant(year, chance)

    def _happen(self, chance: random.Random) -> dict[int, dict[str, int]]:
        """Every number of every year, the one before the first included."""
        years = range(self.years.start - 1, self.years.stop)
        exact: dict[int, dict[str, int]] = {year: {} for year in years}
        size = _SIZES[self.place.level]
        self._never = set()
        for one in _drawn():
            if chance.random() < _NEVER:
                self._never.add(one.key)
            if one.of or one.whole:
                for row in exact.values():
                    base = row[one.of or one.whole]
                    row[one.key] = int(base * chance.uniform(*one.portion))
            elif one.rate:
                _run_rate(one, exact, chance)
            else:
                _run_count(one, exact, chance, size)
        return exact

    def value(self, year: int, key: str) -> Decimal:
        """What truly was, in the indicator's unit."""
        return self.exact[year][key] * indicators()[key].step

    def comparable(self, year: int, key: str) -> bool:
        """Whether a report may compare with the year before, whose report gives the same value."""
        one = indicators()[key]
        said = self.said[year].get(key)
        if one.ratio or one.whole or said is None or said[1]:
            return False
        if year == self.years.start:
            return not self._is_wrong(year, key)
        before = self.said[year - 1].get(key)
        if before is None or before[1]:
            return False
        return not (self._is_wrong(year, key) or self._is_wrong(year - 1, key))

    def _is_wrong(self, year: int, key: str) -> bool:
        kind, wrong = self.flaws.get(year, ("", ""))
        return kind not in {"", "change"} and wrong == key

    def _plant(self, year: int, chance: random.Random) -> None:
        """Put one inconsistency into some reports."""
        if chance.random() >= _FLAWED:
            return
        said = self.said[year]
        kind = chance.choice(("change", "part", "share", "impossible"))
        if kind == "change":
            options = [
                key for key in said
                if year > self.years.start
                and self.comparable(year, key) and not indicators()[key].is_share
            ]  # fmt: skip
        elif kind == "part":
            options = [key for key in said if indicators()[key].whole]
        elif kind == "share":
            options = [key for key in said if indicators()[key].ratio]
        else:
            options = [key for key in said if key == "court_rate"]
        if not options:
            return
        key = chance.choice(options)
        self.flaws[year] = (kind, key)
        if kind == "part":
            whole = said[indicators()[key].whole][0]
            said[key] = (whole + max(1, int(whole) // chance.randint(8, 20)), "")
        elif kind == "share":
            said[key] = (said[key][0] - Decimal(chance.randint(21, 64)) / 10, "")
        elif kind == "impossible":
            said[key] = (Decimal(chance.randint(1050, 1290)) / 10, "")


def _run_rate(one: Indicator, exact: dict[int, dict[str, int]], chance: random.Random) -> None:
    low, high = one.rate or (0, 100)
    value = int(chance.uniform(low, high) * 10)
    for row in exact.values():
        row[one.key] = value
        step = chance.randint(2, 24) * (1 if chance.random() < 0.7 else -1)
        value = max(int(low * 10), min(_FULL, value + step))


def _run_count(
    one: Indicator, exact: dict[int, dict[str, int]], chance: random.Random, size: float
) -> None:
    """A walk of a few dozen percent a year at most; never the same number twice in a row."""
    low, high = one.range
    drawn = math.exp(chance.uniform(math.log(low), math.log(high)))
    drawn *= size**0.2 if one.flat else size
    value = drawn * (10 if one.scale else 1)
    last = 0
    for row in exact.values():
        now = max(2, round(value))
        row[one.key] = last = now + (now == last)
        value *= chance.uniform(0.96, 1.12) if one.stock else chance.uniform(0.78, 1.34)


def _tell(
    exact: dict[str, int], chance: random.Random, level: str, never: set[str]
) -> dict[str, Said]:
    """What one year's report says, and how exactly."""
    said: dict[str, Said] = {}
    for key, one in indicators().items():
        if key in never or (level == "department" and not one.department):
            continue
        if chance.random() < _SOMETIMES or (one.whole and one.whole not in said):
            continue
        if one.ratio:
            part, whole = one.ratio
            if part in said and whole in said and chance.random() < _RATIO_TOLD:
                said[key] = (one_decimal(Decimal(exact[part] * 100) / exact[whole]), "")
            continue
        said[key] = _hedged(one, exact[key], chance)
    return said


def _hedged(one: Indicator, steps: int, chance: random.Random) -> Said:
    """A value, rounded as its hedge wants it."""
    value = steps * one.step
    if not one.hedges or chance.random() >= _HEDGED or steps < _LEAST_HEDGED:
        return value, ""
    hedge = chance.choice(one.hedges)
    size = 10 if one.is_share else 10 ** max(1, len(str(steps)) - 2)
    rest = steps % size
    if not rest:
        return value, ""
    up = hedge == "近" or (hedge == "约" and rest * 2 >= size)
    return (steps - rest + (size if up else 0)) * one.step, hedge
