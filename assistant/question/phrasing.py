"""How people say what is not the matter (套话): short years, a wish to have a row given."""

from __future__ import annotations

import re

__all__ = ["plainly"]

_YEARS = r"(?:1[5-9]|2\d|3[0-5])"
_SHORT_YEAR = re.compile(
    rf"(?<![\d.第近前后满共])({_YEARS})年(?![来内间后前以期龄限级半]|多[^多少了几])(?=[^\d]|20|{_YEARS}年|$)"
)
_SHORT_START = re.compile(
    rf"(?<![\d.第])({_YEARS})(?=(?:到|至|—+|-+|~|–|、|和|与|跟)+(?:20{_YEARS}|{_YEARS}年))"
)
_SHORT_END = re.compile(
    rf"(?<=年)((?:到|至|—+|-+|~|–|、|和|与|跟)+)({_YEARS})(?=年)|(20[1-3]\d(?:到|至|—+|-+|~|–))({_YEARS})(?=年)"
)
_DIGITS = {digit: str(number) for number, digit in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
}
_SPELT_YEAR = re.compile(r"二[〇零○][一二三][〇零○一二三四五六七八九](?=年|到|至|—|-|~)")


def plainly(text: str) -> str:
    """A folded question with its years in full and an order to give a row as a question."""
    text = _FINED.sub(r"\g<of>款\g<much>", _ORDERED.sub("", text))
    return _row_given(_row_behind(_whole_years(text)))


_BEHIND = re.compile(
    r"^(?P<of>[^()?]{2,}?)(?P<asked>(?:分别|各自?)?[是为有达]?(?:[\u4e00-\u9fff](?:了|到))?(?:多少|几)[^()?,]{0,4})[?]?"
    r"\((?P<row>[^()]{1,8}[次数率量额](?:、[^()、]{1,8}[次数率量额])*(?:和|与|及|、)[^()]{1,8}[次数率量额])\)[?。]?$"
)


def _row_behind(text: str) -> str:
    """信访量降了多少(件次和人次) asks for each of the row behind it."""
    found = _BEHIND.match(text)
    if found is None:
        return text
    asked = re.sub("^(?:分别|各自?)", "", found["asked"])
    return f"{found['of']}{found['row']}分别{asked}"


_FINED = re.compile("(?P<of>[罚捐贷])(?:了|的|出)?(?P<much>多少)款")
"""罚了多少款 is how much 罚款, and 款 no measure."""


_ORDERED = re.compile(
    r"^(?:烦)?请(?:你|您)?(?:提供|说明)(?:一下|下)?(?=[\u4e00-\u9fff\d])|^(?:烦)?(?:请|麻烦|劳驾|帮我|帮忙|替我)*(?:给我|你|您)?"
    r"(?:测算|推算(?!上|去|前)|计算(?!机)|核算|核一下|算出|求出|求(?=[\u4e00-\u9fff\d]{2,8}[省市县区州、年])|汇总|梳理|统计(?![局数人调]))"
    r"(?:一下|下|出|并列出)?[,:]?"
)
"""请测算…: what is to be done with the numbers is said by the rest."""


def _whole_years(text: str) -> str:
    """21年到23年, 2021到23年 and 二〇二一年 as 2021年 and so on; 25年来 and 第12年 are no years."""
    text = _SPELT_YEAR.sub(lambda found: "".join(_DIGITS[one] for one in found[0]), text)
    text = _SHORT_END.sub(
        lambda found: f"{found[1]}20{found[2]}" if found[1] else f"{found[3]}20{found[4]}", text
    )
    while (longer := _SHORT_START.sub(r"20\1", text)) != text:
        text = longer
    return _SHORT_YEAR.sub(r"20\1年", text)


_GIVEN = re.compile(
    r"[,;。:]?(?:请)?(?:帮我|给我)?"
    r"(?:一并|一起|一次性|一块儿?|同时|都|全部?|分别|逐一|逐项|依次|各自|各)"
    r"(?:帮我|给我)?(?:给出|列出|列明|列|提供|报|说|讲|查|写|告诉|给)(?:一下|出来|上来|给我|我|来)*$"
)
_ROW = re.compile(r"[、和与及]")
_ASKED = re.compile(r"多少|[^这好第]几|什么|哪|谁|吗$|如何|怎")


def _row_given(text: str) -> str:
    """A数、B率,一并给出 asks for each of the row."""
    bare = text.rstrip("?!。. ")
    found = _GIVEN.search(bare)
    if found is None or not found.start():
        return text
    head = re.sub(r"^(?:请)?(?:把|将)", "", bare[: found.start()])
    if _ASKED.search(head) or not _ROW.search(head):
        return text
    return f"{head}分别是多少"
