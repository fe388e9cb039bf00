"""Questions on one place over years (跨年题): difference, growth, trend, sum, average."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.invented.asking import Amount, Asker, Question, amount
from tests.invented.data import Indicator, indicators
from tests.invented.numbers import one_decimal, percent_of

if TYPE_CHECKING:
    from tests.invented.truth import Known

__all__ = ["average_years", "difference", "growth", "sum_years", "trend"]

_UP = ("增加", "多", "增长", "上升", "提高", "提升")
_DOWN = ("减少", "少", "下降", "降低", "回落")
_STEADY_UP = ("上升", "增长", "增加", "提高", "提升", "递增", "上涨")
_STEADY_DOWN = ("下降", "减少", "降低", "递减", "回落")
_RECENT = 3


def difference(asker: Asker) -> Question | None:
    """By how much it moved between two years."""
    one = asker.key(share=None)
    pair = _pair(asker, one)
    if pair is None:
        return None
    old, new = pair
    unit = "个百分点" if one.is_share else one.unit
    moved = Amount(value=abs(new.value - old.value), unit=unit)
    q = asker.words("difference", **_named(asker, one, old, new))
    return asker.ask(
        "difference",
        q,
        pair,
        must=(amount(old), amount(new), moved),
        any_of=(_UP if new.value > old.value else _DOWN,),
    )


def growth(asker: Asker) -> Question | None:
    """By how many percent it moved."""
    one = asker.key()
    pair = _pair(asker, one)
    if pair is None:
        return None
    old, new = pair
    percent = percent_of(old.value, new.value)
    if not percent:
        return None
    q = asker.words("growth", **_named(asker, one, old, new))
    return asker.ask(
        "growth",
        q,
        pair,
        must=(amount(old), amount(new), Amount(value=abs(percent), unit="%")),
        any_of=((*_UP, f"{percent}%") if percent > 0 else (*_DOWN, f"{percent}%"),),
    )


def _named(asker: Asker, one: Indicator, old: Known, new: Known) -> dict[str, str]:
    return {
        "place": asker.call(old.place),
        "label": one.label,
        "earlier": f"{old.year}年",
        "later": f"{new.year}年",
    }


def _pair(asker: Asker, one: Indicator) -> list[Known] | None:
    """Two exact numbers of two years that differ, with no false growth between them."""
    if len(asker.years) < 2:
        return None
    place = asker.chance.choice(asker.names)
    earlier, later = sorted(asker.chance.sample(list(asker.years), 2))
    old, new = (asker.shelf.exact(place, year, one.key) for year in (earlier, later))
    if old is None or new is None or old.value == new.value or not old.value:
        return None
    return [old, new]


def trend(asker: Asker) -> Question | None:
    """Three years and more."""
    one = asker.key(share=None)
    length = asker.chance.randint(_RECENT, 5)
    rows, recent = _run(asker, one, length)
    if rows is None:
        return None
    steps = [later.value - earlier.value for earlier, later in pairwise(rows)]
    any_of: tuple[tuple[str, ...], ...] = ()
    if all(step > 0 for step in steps):
        any_of = (_STEADY_UP,)
    elif all(step < 0 for step in steps):
        any_of = (_STEADY_DOWN,)
    q = _asked(asker, "trend", one, rows, recent=recent)
    values = tuple(amount(row) for row in rows)
    distinct = len(set(values)) == len(values)
    return asker.ask("trend", q, rows, must=values, any_of=any_of, order=values if distinct else ())


def sum_years(asker: Asker) -> Question | None:
    """All years together."""
    one = asker.key(stock=False)
    rows, recent = _run(asker, one, asker.chance.randint(2, 4))
    if rows is None:
        return None
    total = sum((row.value for row in rows), Decimal(0))
    q = _asked(asker, "sum", one, rows, recent=recent)
    must = (*(amount(row) for row in rows), Amount(value=total, unit=one.unit))
    return asker.ask("sum", q, rows, must=must)


def average_years(asker: Asker) -> Question | None:
    """The mean of the years, where it has one decimal at most."""
    one = asker.key(stock=False)
    rows, _ = _run(asker, one, asker.chance.randint(2, 5))
    if rows is None:
        return None
    mean = sum((row.value for row in rows), Decimal(0)) / len(rows)
    if mean != one_decimal(mean):
        return None
    q = _asked(asker, "average", one, rows, recent=False)
    must = (*(amount(row) for row in rows), Amount(value=mean, unit=one.unit))
    return asker.ask("average", q, rows, must=must)


def _run(asker: Asker, one: Indicator, length: int) -> tuple[list[Known] | None, bool]:
    """Exact numbers of years in a row, and whether these are the three newest."""
    if length > len(asker.years):
        return None, False
    place = asker.chance.choice(asker.names)
    first = asker.chance.randint(asker.years[0], asker.years[-1] - length + 1)
    rows = [asker.shelf.exact(place, year, one.key) for year in range(first, first + length)]
    found = [row for row in rows if row]
    recent = length == _RECENT and first + length - 1 == asker.shelf.newest
    return (found if len(found) == length else None), recent


def _asked(asker: Asker, template: str, one: Indicator, rows: list[Known], *, recent: bool) -> str:
    name = {"trend": "trend", "sum": "sum_years", "average": "average_years"}[template]
    if recent and asker.chance.random() < 0.6:
        name = {"trend": "trend_recent", "sum": "sum_recent"}.get(template, name)
    return asker.words(
        name,
        place=asker.call(rows[0].place),
        label=indicators()[one.key].label,
        first=f"{rows[0].year}年",
        last=f"{rows[-1].year}年",
    )
