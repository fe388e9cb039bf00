"""Text to quantities: number, unit and hedge with their span (数量).

Works on the folded reading view, whose offsets are those of the text. Digits that name something
(12345热线, 246国道, “1+4+8”, 文号, dates, 第3批, PM2.5) are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from corpus.model import Hedge, Quantity, Span
from corpus.numerals import CHINESE, parse_chinese, parse_digits, scale_of
from corpus.words import words_of

_BEFORE = {
    "近": Hedge.NEAR, "接近": Hedge.NEAR, "将近": Hedge.NEAR, "约": Hedge.ABOUT, "大约": Hedge.ABOUT,
    "超": Hedge.OVER, "超过": Hedge.OVER, "逾": Hedge.OVER, "突破": Hedge.OVER, "高于": Hedge.OVER,
    "至少": Hedge.AT_LEAST, "不少于": Hedge.AT_LEAST, "不低于": Hedge.AT_LEAST,
    "不超过": Hedge.AT_MOST, "不高于": Hedge.AT_MOST, "低于": Hedge.AT_MOST, "不足": Hedge.AT_MOST,
}  # fmt: skip
_AFTER = {
    "余": Hedge.MORE, "多": Hedge.MORE, "来": Hedge.MORE, "以上": Hedge.AT_LEAST, "以内": Hedge.AT_MOST,
    "以下": Hedge.AT_MOST, "左右": Hedge.ABOUT, "上下": Hedge.ABOUT,
}  # fmt: skip
_HAN = "\u4e00-\u9fff"


def _alternatives(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


@cache
def _pattern() -> re.Pattern[str]:
    units = _alternatives(words_of("units"))
    return re.compile(
        rf"(?P<before>{_alternatives(_BEFORE)})?\s?"
        rf"(?:(?P<percent>百分之)(?P<part>[零一二三四五六七八九十百点]+)"
        rf"|(?:(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)|(?P<han>[{CHINESE}]+))"
        rf"(?P<more>\s?[余多来])?\s?(?P<scale>百万|千万|万亿|[百千万亿])?(?P<more2>[余多])?"
        rf"\s?(?P<unit>{units})?)"
        r"(?P<after>以上|以内|以下|左右|上下|多|余)?"
    )


def find_quantities(folded: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities between two offsets of a folded text, in order."""
    stop = len(folded) if end is None else end
    position = start
    while found := _pattern().search(folded, position, stop):
        quantity = _quantity(folded, found, stop)
        position = quantity.span.end if quantity else _skip(folded, found)
        if quantity:
            yield quantity


def _skip(folded: str, found: re.Match[str]) -> int:
    """Where to go on after a number that is no quantity: behind all of its digits."""
    position = max(found.end("digits"), found.end("han"), found.start() + 1)
    while found["digits"] and position < len(folded) and folded[position] in "0123456789.":
        position += 1
    return position


def _quantity(folded: str, found: re.Match[str], stop: int) -> Quantity | None:
    if found["percent"]:
        share = parse_chinese(found["part"])
        return None if share is None else _made(found, share, "%", found.end())
    token = found["digits"] or found["han"]
    number = parse_digits(token) if found["digits"] else parse_chinese(token)
    if number is None or _names_something(folded, found, stop):
        return None
    value = number * scale_of(found["scale"] or "")
    unit = "%" if found["unit"] in ("%", "％") else found["unit"] or ""
    end = found.end() if unit or not found["after"] else found.start("after")
    return _made(found, value, unit, max(end, found.end("digits"), found.end("han")))


def _made(found: re.Match[str], value: Decimal, unit: str, end: int) -> Quantity:
    whole = found.group()
    start = found.start() + len(whole) - len(whole.lstrip())
    while end > start and found.string[end - 1] == " ":
        end -= 1
    return Quantity(span=Span(start, end), value=value, unit=unit, hedge=_hedge(found))


def _hedge(found: re.Match[str]) -> Hedge:
    groups = found.groupdict()
    after = groups["after"] or (groups["more"] or groups["more2"] or "").strip()
    if after:
        return _AFTER[after]
    return _BEFORE.get(groups["before"] or "", Hedge.EXACT)


def _names_something(folded: str, found: re.Match[str], stop: int) -> bool:
    """Whether the number is part of a name, a date or a numeral rather than a count."""
    first = found.start("digits") if found["digits"] else found.start("han")
    last = found.end("digits") if found["digits"] else found.end("han")
    before = folded[max(0, first - 2) : first]
    rest = folded[last : min(stop, last + 6)]
    if re.search(r"第$|[A-Za-z〔\[+·./:\d-]$|\d-$|[—~]$|[〔(]\s?$", before) and not _range_end(
        folded, first, found
    ):
        return not re.search(r"\($", before) or not found["unit"]
    if re.match(r"[A-Za-z]", rest) or re.match(r"\s?[〕]", rest):
        return True
    if found["han"]:
        return _chinese_is_no_count(folded, found, first)
    if found["unit"] is None or found.start("unit") > last + 2:
        if found["scale"] or found["more"] or found["more2"]:
            return False
        return _bare_digits_are_no_count(found["digits"], rest, before)
    return _unit_begins_a_word(folded, found, stop) or (
        rest.startswith(words_of("not_quantities")) and not rest.startswith(("点", "时", "分", "级"))
    )


def _range_end(folded: str, first: int, found: re.Match[str]) -> bool:
    """The second number of a range with a unit (3-5个)."""
    return bool(found["unit"]) and re.search(r"\d\s?[-—~]$", folded[max(0, first - 3) : first]) is not None


def _bare_digits_are_no_count(digits: str, rest: str, before: str) -> bool:
    if rest.lstrip().startswith(words_of("not_quantities")):
        return True
    if before.endswith(("“", "‘")) or rest.startswith(("”", "’")):
        return True
    follows = re.match(rf"\s?[{_HAN}]", rest)
    if len(digits) >= 7 or (len(digits) == 4 and digits[:2] in ("19", "20") and not follows):
        return True
    return not follows and not re.search(rf"[{_HAN}]\s?$", before)


def _unit_begins_a_word(folded: str, found: re.Match[str], stop: int) -> bool:
    """人 of 人民, 个 of 个人, 分 of 分别: not the unit of the number before."""
    tail = folded[found.start("unit") : min(stop, found.end("unit") + 1)]
    return tail in ("人民", "分别", "分之", "级别", "名录", "面积")


def _chinese_is_no_count(folded: str, found: re.Match[str], first: int) -> bool:
    """Chinese numerals count only with a unit, and 一 alone is an article."""
    numeral = found["han"]
    before = folded[max(0, first - 1) : first]
    if not found["unit"] or before in ("“", "‘", "第", "《", "每", "某", "这", "同", "另", "统"):
        return True
    after = folded[found.end("unit") : found.end("unit") + 1]
    if after in ("”", "’", "镇", "村", "乡", "街", "沟", "河", "山", "湾"):
        return True
    whole = numeral + (found["scale"] or "")
    if numeral in ("一", "十百", "千", "万", "百", "亿", "万亿", "千万", "百万") and not found["more"]:
        return True
    if found["unit"] in ("级", "面", "点", "分", "代", "时", "度", "道", "头", "节", "门", "口", "体"):
        return True
    return whole in ("两级",) or bool(re.match(r"[一二三四五六七八九]{2,}$", numeral))
