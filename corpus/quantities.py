"""Text to quantities: number, unit and hedge with their span (数量).

Works on the folded reading view, whose offsets are those of the text. Digits that name something
(12345热线, 246国道, “1+4+8”, 文号, dates, 第3批, PM2.5) are no quantities, as
`corpus.numbers_in_names` tells.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.hedges import AFTER, BEFORE, hedge_of, is_no_hedge
from corpus.model import Hedge, Quantity, Span
from corpus.numbers_in_names import names_something
from corpus.numerals import CHINESE, parse_chinese, parse_digits, scale_of
from corpus.shares import SHARE, share_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

__all__ = ["find_quantities"]

_SCALE = r"百万|千万(?![瓦克])|万亿|亿|万|千(?![瓦克米伏卡])|百(?![姓强货])"
_SPACED = r"\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+(?!\d*\s?[%‰]))?(?!\s?[%‰.])"
"""Groups of three parted by spaces, as spreadsheets write them; 5 100% are two cells."""
_NO_UNITS = frozenset("大")
"""Words before a noun that is counted itself: 3大产业."""
_OLD_LEVEL = re.compile(r"[由从][^,;:、。]{0,12}$")
"""从40%到38% is no range."""
_LONGEST_LEAD = 14
_DAY = "日"
"""15日内 lasts; `names_something` tells it from a day of the month."""


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    # 人 of 人大, 位 of 位数, GW of GWP: no unit stands there.
    units = (
        f"(?!{_alternatives(words_of('unit_words'))})"
        f"(?:{_alternatives((*words_of('units'), _DAY))})(?<![A-Za-z](?=[A-Za-z]))"
    )
    digits = rf"{_SPACED}|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?P<before>{BEFORE})?\s?(?:{SHARE}"
        rf"|(?P<low>(?P<least>\d+(?:\.\d+)?(?:百万|千万|万亿|[万亿])?%?)\s?[-—~–至到]{{1,2}}\s?)?"
        rf"(?:(?P<digits>{digits})|(?P<han>[{CHINESE}]+(?:点[零一二三四五六七八九]+)?))"
        rf"(?P<more>\s?(?:[余多]|(?<=十)几|来(?=\s?(?:{units}))))?\s?(?P<scale>{_SCALE})?"
        rf"{_rest(units)}(?P<more2>[余多])?"
        rf"\s?(?P<unit>{units})?(?P<times>(?<![)])\((?:{units})\))?(?:/[年月日天人户亩](?![\u4e00-\u9fff]))?+)"
        rf"(?P<after>{AFTER})?"
    )


def _rest(units: str) -> str:
    """What goes on behind 万 or 亿: 36万7千元, 1亿3000万元."""
    return (
        r"(?:(?<=[万亿])\s?(?P<rest>\d{1,4}(?:\.\d+)?)\s?(?P<rest_scale>[万百]|千(?![瓦克米伏卡]))?"
        rf"(?=\s?[余多]?\s?(?:{units})))?"
    )


def find_quantities(folded: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Find the quantities between two offsets of a folded text, in order."""
    stop = len(folded) if end is None else end
    position = start
    while found := _pattern().search(folded, position, stop):
        if _leads_to_new_level(folded, found, start):
            # 从40%到38%: the first number ends where 到 begins.
            found = _pattern().search(folded, found.start(), found.end("least")) or found
        quantity = _quantity(folded, found, start, stop)
        position = quantity.span.end if quantity else _skip(folded, found, stop)
        if quantity:
            yield quantity


def _leads_to_new_level(folded: str, found: re.Match[str], start: int) -> bool:
    joined = found["low"] and found["low"].rstrip()[-1] in "至到"
    before = folded[max(start, found.start() - _LONGEST_LEAD) : found.start()]
    return bool(joined) and _OLD_LEVEL.search(before) is not None


def _skip(folded: str, found: re.Match[str], stop: int) -> int:
    """Where to go on after a number that is no quantity: behind all of its digits."""
    if found["low"] and not found["unit"]:
        return found.end("low")  # 2021-12件: the second number may stand for itself
    position = max(found.end("digits"), found.end("han"), found.start() + 1)
    while found["digits"] and position < stop and folded[position] in "0123456789.":
        position += 1
    return position


def _quantity(folded: str, found: re.Match[str], start: int, stop: int) -> Quantity | None:
    if not found["digits"] and not found["han"]:
        share = share_of(found.groupdict())
        return None if share is None else _made(found, *share, found.end())
    number = _number(found)
    if number is None or names_something(folded, found, start, stop):
        return None
    value = number * scale_of(found["scale"] or "")
    if found["rest"]:
        value += parse_digits(found["rest"]) * scale_of(found["rest_scale"] or "")
    unit = found["unit"] or ""
    unit = "" if unit in _NO_UNITS else unit + ("次" if unit and found["times"] == "(次)" else "")
    end = found.end() if unit or not found["after"] else found.start("after")
    return _made(found, value, unit, max(end, found.end("digits"), found.end("han")))


def _number(found: re.Match[str]) -> Decimal | None:
    if found["digits"]:
        return parse_digits(found["digits"])
    return parse_chinese(found["han"])


def _made(found: re.Match[str], value: Decimal, unit: str, end: int) -> Quantity:
    whole = found.group()
    start = found.start() + len(whole) - len(whole.lstrip())
    hedge = _hedge(found)
    if found["before"] and _is_no_hedge(found):
        start = found.end("before")
        start += len(found.string[start:end]) - len(found.string[start:end].lstrip())
    while end > start and found.string[end - 1] == " ":
        end -= 1
    return Quantity(span=Span(start, end), value=value, unit=unit, hedge=hedge)


def _is_no_hedge(found: re.Match[str]) -> bool:
    return is_no_hedge(found.string, found.start("before"), found.end("before"))


def _hedge(found: re.Match[str]) -> Hedge:
    if found["low"]:
        return Hedge.RANGE
    groups = found.groupdict()
    inner = groups["more"] or groups["more2"] or groups["more3"] or ""
    before = "" if not groups["before"] or _is_no_hedge(found) else groups["before"]
    return hedge_of(before, groups["after"] or inner.strip())
