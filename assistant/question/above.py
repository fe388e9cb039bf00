"""The places that a place is part of, said before its name (上级地名): 澜沐省霖川市云溪县.

A report on 云溪县 seldom says which province it lies in, and people seldom leave it out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.question.lexicon import table
from corpus.places import short_form, steps_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Speaks = Callable[[str, str], bool]
    """Whether a report on a place (first) has some words (second)."""

__all__ = ["without_upper"]

_LONGEST_COUNTY, _SHORTEST_COUNTY = 5, 3


class _Upper(NamedTuple):
    """What stands before a name; the short form of province and city, empty where not said."""

    start: int
    province: str
    city: str
    county: str


def without_upper(question: str, names: Iterable[tuple[str, str]], speaks: Speaks) -> str:
    """A question with the upper places dropped before a name of the library's.

    `names` are pairs of a name and the place it stands for, longest names first. What is dropped
    must be borne out: a province by the city that it has, anything else by the place's reports.
    """
    done: set[str] = set()
    for name, place in names:
        at = -1 if place in done else question.find(name)
        if at == 0:
            done.add(place)  # with all that stands above it
        if at <= 0:
            continue
        done.add(place)
        upper = _upper_of(question[:at], place, speaks)
        if upper.start < at and _borne_out(upper, place, speaks):
            question = question[: upper.start] + question[at:]
    return question


def _upper_of(before: str, place: str, speaks: Speaks) -> _Upper:
    county = _county_of(before, place, speaks)
    end = len(before) - len(county)
    city = _cities().search(before[:end])
    end = city.start() if city else end
    province = _provinces().search(before[:end])
    return _Upper(
        start=province.start() if province else end,
        province=province["name"] if province else "",
        city=(city["name"] or city["other"]) if city else "",
        county=county,
    )


def _county_of(before: str, place: str, speaks: Speaks) -> str:
    """The county that a town's name follows, if the town's report has it in full."""
    if not place.endswith(("镇", "乡", "街道")):
        return ""
    for length in range(_LONGEST_COUNTY, _SHORTEST_COUNTY - 1, -1):
        name = before[-length:]
        told = re.fullmatch(rf"[\u4e00-\u9fff]{{{length - 1}}}[县市区旗]", name)
        if told and short_form(name) not in _province_of() and speaks(place, name):
            return name
    return ""


def _borne_out(upper: _Upper, place: str, speaks: Speaks) -> bool:
    own = short_form(steps_of(place)[0])
    own = own if own in _province_of() else ""
    if upper.city and own:
        return False  # a city is part of no other
    city = upper.city or own
    if upper.province and city and _province_of().get(city) != upper.province:
        return False
    told = [upper.city or upper.province]
    if city and place.endswith(("县", "旗")):
        told.append(_province_of().get(city, city))  # no province has two counties of one name
    return bool(own or upper.county) or any(speaks(place, one) for one in told)


@cache
def _province_of() -> dict[str, str]:
    """The province of each prefecture, both in short."""
    return {
        short_form(city): province
        for province, cities in table("provinces").items()
        for city in cities.split()
    }


@cache
def _cities() -> re.Pattern[str]:
    """A prefecture at the end of a text; 朝阳市 and the like only with their level."""
    told = [city for cities in table("provinces").values() for city in cities.split()]
    bare = "|".join(re.escape(city) for city in told if short_form(city) == city)
    full = "|".join(re.escape(short_form(city)) for city in told if short_form(city) != city)
    level = "市|州|盟|地区|[\u4e00-\u9fff]{1,8}族自治州|蒙古自治州"
    return re.compile(rf"(?:(?P<name>{bare})(?:{level})?|(?P<other>{full})(?:{level}))$")


@cache
def _provinces() -> re.Pattern[str]:
    """A province at the end of a text."""
    names = "|".join(re.escape(short_form(full)) for full in words_of("provinces"))
    return re.compile(rf"(?P<name>{names})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?$")
