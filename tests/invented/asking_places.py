"""Questions on several places (跨地题): comparison, ranking, sum, average, who reports it."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.invented.asking import Amount, Asker, Question, amount
from tests.invented.data import Indicator, table
from tests.invented.numbers import one_decimal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.invented.truth import Known

__all__ = ["average_places", "compare", "coverage", "rank", "sum_places"]

_SCOPES = {
    "county": (("county",), "各县（区）", "县（区）"),
    "city": (("city",), "各市", "市"),
    "all": (("province", "city", "county", "department"), "现有全部报告", ""),
}
_FAR = Decimal("0.8")
_THREE = 3


def compare(asker: Asker) -> Question | None:
    """Two or three places side by side."""
    one = asker.key(share=None)
    rows = _rows(asker, one, asker.chance.randint(2, 3))
    if rows is None:
        return None
    values = sorted({row.value for row in rows}, reverse=True)
    if len(values) < len(rows):
        return None
    best = max(rows, key=lambda row: row.value)
    must: list[str | Amount] = [amount(row) for row in rows]
    if len(rows) == 2:
        unit = "个百分点" if one.is_share else one.unit
        must.append(Amount(value=values[0] - values[1], unit=unit))
        template = "compare_share" if one.is_share else "compare"
    else:
        template = "compare_many"
    q = asker.words(template, most="高" if one.is_share else "多", **_named(asker, one, rows))
    return asker.ask("compare", q, rows, must=tuple(must), winner=best.place)


def rank(asker: Asker) -> Question | None:
    """First, last or first three of all places of a level."""
    one = asker.key(share=None)
    scope = asker.chance.choice(("county", "county", "city", "all"))
    levels, said, single = _SCOPES[scope]
    year = asker.chance.choice(asker.years)
    rows = asker.shelf.rows(one.key, year, asker.shelf.of_level(*levels))
    if not rows or len(rows) < 4:
        return None
    how = asker.chance.choice(("rank_first", "rank_last", "rank_three"))
    rows.sort(key=lambda row: row.value, reverse=how != "rank_last")
    wanted = rows[: _THREE if how == "rank_three" else 1]
    if not _is_clear(rows, len(wanted)):
        return None
    patterns = [p for p in table("questions")[how] if single or "{one}" not in p]
    most, least = ("高", "低") if one.is_share else ("多", "少")
    q = asker.phrase(
        asker.chance.choice(patterns),
        when=asker.when(year), scope=said, one=single, label=one.label, most=most, least=least,
    )  # fmt: skip
    values = tuple(amount(row) for row in wanted)
    places = tuple(row.place for row in wanted)
    return asker.ask("rank", q, wanted, must=(*places, *values), order=values)


def _is_clear(rows: list[Known], wanted: int) -> bool:
    """Whether the first places are beyond doubt: exact, or far from the next."""
    for row, following in itertools.pairwise(rows):
        low, high = sorted((row.value, following.value))
        if low == high or ((row.hedge or following.hedge) and low > high * _FAR):
            return False
    near = [row for row in rows[wanted:] if row.hedge]
    edge = rows[wanted - 1].value
    return all(min(edge, row.value) <= max(edge, row.value) * _FAR for row in near)


def sum_places(asker: Asker) -> Question | None:
    """Several places together."""
    one = asker.key()
    rows = _rows(asker, one, asker.chance.randint(2, 4))
    if rows is None:
        return None
    total = sum((row.value for row in rows), Decimal(0))
    q = asker.words("sum_places", **_named(asker, one, rows))
    must = (*(amount(row) for row in rows), Amount(value=total, unit=one.unit))
    return asker.ask("sum", q, rows, must=must)


def average_places(asker: Asker) -> Question | None:
    """Their mean, where it has one decimal at most."""
    one = asker.key()
    rows = _rows(asker, one, asker.chance.randint(2, 4))
    if rows is None:
        return None
    mean = sum((row.value for row in rows), Decimal(0)) / len(rows)
    if mean != one_decimal(mean):
        return None
    q = asker.words("average_places", **_named(asker, one, rows))
    must = (*(amount(row) for row in rows), Amount(value=mean, unit=one.unit))
    return asker.ask("average", q, rows, must=must)


def coverage(asker: Asker) -> Question | None:
    """Who reports it and who does not; what is not reported is never zero."""
    one = asker.key(share=None)
    if one.ratio or one.whole:  # could be computed, or is told with its whole
        return None
    year = asker.chance.choice(asker.years)
    pool = asker.shelf.of_level("county", "city")
    names = asker.chance.sample(pool, min(len(pool), asker.chance.randint(3, 5)))
    if any((name, year) not in asker.shelf.reported for name in names):
        return None
    silent = [name for name in names if asker.shelf.left_out(name, year, one.key)]
    rows = [asker.shelf.told(name, year, one.key) for name in names if name not in silent]
    told = [row for row in rows if row]
    if not silent or not told or len(told) < len(rows):
        return None
    both = asker.chance.random() < 0.6
    q = asker.words(
        "coverage" if both else "lacking",
        places=asker.calls(names), when=asker.when(year), label=one.label,
    )  # fmt: skip
    must: tuple[str | Amount, ...] = tuple(silent)
    if both:
        must = (*must, *(row.place for row in told), *(amount(row) for row in told))
    return asker.ask(
        "coverage",
        q,
        told,
        places=tuple(names),
        must=must,
        must_not=(Amount(value=Decimal(0), unit=one.unit),),
    )


def _rows(asker: Asker, one: Indicator, count: int) -> list[Known] | None:
    """Exact numbers of some places that do not lie in one another."""
    level = asker.chance.choice(("county", "county", "city"))
    pool = asker.shelf.of_level(level)
    if len(pool) < count:
        return None
    year = asker.chance.choice(asker.years)
    names = asker.chance.sample(pool, count)
    rows = [asker.shelf.exact(name, year, one.key) for name in names]
    found = [row for row in rows if row]
    return found if len(found) == count else None


def _named(asker: Asker, one: Indicator, rows: Sequence[Known]) -> dict[str, str]:
    return {
        "places": asker.calls([row.place for row in rows]),
        "when": asker.when(rows[0].year),
        "label": one.label,
    }
