"""Which units may stand for which in an answer (单位异同).

Of measures the amount counts (0.5公里 is 500米); of count words those that count the same thing
are alike (件, 起); 人次 and the like count occasions, which are not what they count.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from assistant.quiz.words import words_table

__all__ = ["in_unit", "occasion_for", "same_unit"]


def same_unit(one: str, other: str) -> bool:
    """Whether two units count the same thing, or measure the same."""
    if one == other or in_unit(Decimal(1), one, other) is not None:
        return True
    return any(one in row and other in row for row in words_table("grading")["alike"].values())


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """A value in another unit of the same measure; None where the two are no such measures."""
    if unit == wanted:
        return value
    for sizes in _measures():
        if unit in sizes and wanted in sizes:
            return value * sizes[unit] / sizes[wanted]
    return None


def occasion_for(one: str, other: str) -> bool:
    """Whether one of two units counts how often what the other counts came (人次 for 人)."""
    occasions = words_table("grading")["occasions"]
    return one in occasions.get(other, ()) or other in occasions.get(one, ())


@cache
def _measures() -> tuple[dict[str, Decimal], ...]:
    rows = words_table("grading")["measures"]
    return tuple({unit: Decimal(size) for unit, size in row.items()} for row in rows)
