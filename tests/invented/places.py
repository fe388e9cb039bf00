"""Invented places (虚构地名): provinces over cities over counties, and departments of cities.

Names repeat across levels: 云岚市, 云岚县 and 云岚区 are three places, and of 霁川 there are a
city and a county but no district.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tests.invented.data import table

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Place", "make_places", "missing_twin"]

_CITIES_A_PROVINCE = 14
_OTHERS = 3
"""Counties of a city that do not share its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somebody who reports (报告主体): a place or a department."""

    number: int
    name: str
    """Its own name with its level, never given twice: 云岚县, 云岚市市场监督管理局."""
    level: str
    """province, city, county (县 and 区) or department."""
    base: str
    """Its name without the level; empty for a department."""
    upper: str = ""
    """The city above a county, the province above a city."""

    @property
    def full(self) -> str:
        """With the city that a county belongs to."""
        return self.upper + self.name if self.level == "county" else self.name

    @property
    def organ(self) -> str:
        """Who signs (发文机关)."""
        return self.name if self.level == "department" else f"{self.name}人民政府"

    @property
    def whole(self) -> str:
        """How its reports speak of all of it (全县)."""
        return "全系统" if self.level == "department" else f"全{self.name[-1]}"

    @property
    def leaders(self) -> str:
        """Its leaders (县委、县政府)."""
        level = self.name[-1]
        return "局党组" if self.level == "department" else f"{level}委、{level}政府"


def make_places(count: int, seed: int) -> list[Place]:
    """The first places of a world; more of them begin with the same ones."""
    rows = islice(_rows(seed), count)
    return [
        Place(number=number, name=name, level=level, base=base, upper=upper)
        for number, (name, level, base, upper) in enumerate(rows)
    ]


def _rows(seed: int) -> Iterator[tuple[str, str, str, str]]:
    """Name, level, base and upper of each place."""
    words = table("places")
    bases, provinces = _bases(seed), words["provinces"]
    for number in range(10_000):
        province = provinces[number // _CITIES_A_PROVINCE % len(provinces)]
        if number % _CITIES_A_PROVINCE == 0 and number // _CITIES_A_PROVINCE < len(provinces):
            yield province, "province", province[:-1], ""
        base = next(bases)
        city = f"{base}市"
        yield city, "city", base, province
        yield f"{base}县", "county", base, city
        if number % 2 == 0:
            yield f"{base}区", "county", base, city
            departments = words["departments"]
            yield f"{city}{departments[number // 2 % len(departments)]}", "department", "", city
        for other in range(_OTHERS):
            own = next(bases)
            yield f"{own}{'县区'[(number + other) % 2]}", "county", own, city


def _bases(seed: int) -> Iterator[str]:
    """Names without their level, each once."""
    words = table("places")
    leading: list[str] = words["leading"]
    yield from leading[:1]
    made = [first + second for first in words["first"] for second in words["second"]]
    made = [name for name in made if name not in leading and name[0] != name[1]]
    random.Random(f"{seed}|places").shuffle(made)  # noqa: S311
    rest = iter(made)
    yield from islice(rest, _OTHERS)
    yield from leading[1:2]  # the second city
    yield from rest


def missing_twin(places: list[Place]) -> list[tuple[str, Place]]:
    """Names of a level that does not exist (霁川区), each with a place that it is mistaken for."""
    names = {place.name for place in places}
    bases = {place.base: place for place in places if place.level in {"city", "county"}}
    return [
        (f"{base}{level}", place)
        for base, place in bases.items()
        for level in "市县区"
        if f"{base}{level}" not in names
    ]
