"""Shares in words (成数、分数): 九成, 七成五, 三分之二, 百分之六十, 万分之五, and 翻一番.

All but 翻番 come to percent or per mille, so that equal writings are equal: 七成五 is 75%.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.numerals import CHINESE, parse_chinese, parse_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SHARE", "share_of"]

_PART = r"[零一二两三四五六七八九十百点]+|\d+(?:\.\d+)?"
_NOT_TENTHS = "立员果功效本绩交品为熟年套分都就长批型色活形因千百语名文败见组片全群灾不体规人本"
"""Characters behind 成 that make it the beginning of a word: 三成员, 一成不变."""
SHARE = (
    rf"(?:(?P<of>[百千万])分之(?P<part>{_PART})|(?P<all>百分百)"
    rf"|(?<![{CHINESE}\d.])(?P<under>[二三四五六七八九十]{{1,3}}|\d{{1,2}})分之"
    rf"(?P<over>[一二两三四五六七八九十]{{1,3}}|\d{{1,2}})"
    rf"|(?<![{CHINESE}\d.第])(?P<tenths>[一二两三四五六七八九]|[1-9](?:\.\d)?)成"
    rf"(?P<more3>[多余])?(?P<fifth>[一二三四五六七八九半])?"
    rf"(?![{_NOT_TENTHS}]|[{CHINESE}\d])"
    rf"|(?:(?<=翻)|(?<=翻了))(?P<doubled>[一两二三四五六七八九\d])番)"
)
"""A pattern for every share in words; `share_of` gives what its groups come to."""
_UNITS = {"百": ("%", 1), "千": ("‰", 1), "万": ("‰", 10)}
_EXACT = Decimal("0.0001")
"""What fractions of a percent are kept: a third is 33.3333%."""


def share_of(groups: Mapping[str, str | None]) -> tuple[Decimal, str] | None:
    """The value and unit of what `SHARE` found; None if its numerals are none."""
    if of := groups["of"]:
        unit, over = _UNITS[of]
        part = _read(groups["part"] or "")
        return None if part is None else (part / over, unit)
    if groups["all"]:
        return Decimal(100), "%"
    if tenths := groups["tenths"]:
        return _tenths(tenths, groups["fifth"] or "")
    if doubled := groups["doubled"]:
        times = _read(doubled)
        return None if times is None else (times, "番")
    return _fraction(groups["over"] or "", groups["under"] or "")


def _read(numeral: str) -> Decimal | None:
    return parse_digits(numeral) if re.match(r"\d", numeral) else parse_chinese(numeral)


def _tenths(tenths: str, fifth: str) -> tuple[Decimal, str] | None:
    whole = _read(tenths)
    rest = Decimal(5) if fifth == "半" else _read(fifth) if fifth else Decimal(0)
    return None if whole is None or rest is None else (whole * 10 + rest, "%")


def _fraction(over: str, under: str) -> tuple[Decimal, str] | None:
    part, whole = _read(over), _read(under)
    if part is None or not whole:
        return None
    share = (part / whole * 100).quantize(_EXACT)
    return share if share % 1 else Decimal(int(share)), "%"
