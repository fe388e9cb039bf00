"""Places that are counted and not named (三个地方, 七省区市): all, if a library has so many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.numerals import parse_chinese

__all__ = [
    "CountedPlaces",
    "asks_for_places",
    "asks_those_who_state",
    "counted_places",
    "without_counted_places",
]

_KINDS = (
    r"省区市|省区|省市|省份|市县|县区|区县|乡镇|地方|地区|省(?![级厅直内外])|市(?![场民值级直区])"
    r"|县(?![级域长直城])|区(?![域块间分级内])|州(?!级)|地(?![块点质理带铁下名图址面产震])|份报告"
    r"|级政府|家(?=[合加平总一共里中谁最各都分,?\s]|$)|[镇乡](?![级村镇长])|街道"
)
_COUNTED = re.compile(
    rf"(?<!最)(?<!前)(?<!后)(?<!倒数)(?<!另外)(?<!其余)(?<!其他)(?<!其它)(?<!剩下)(?<!余下)(?P<which>哪)?(?:这|那|全部|以上|上述)*(?:(?:[省市区县州乡镇][、和与]?){{2,4}}(?=[两三四]级政府))?(?P<count>[两二三四五六七八九十]+)(?:个|家|座)?"
    rf"(?P<kind>{_KINDS})(?:政府)?(?:之中|中(?![央心小医])|里面?|当中)?(?:的(?=报告|[\u4e00-\u9fff]))?(?:报告(?:里|中)?)?"
)
_LEVELS = re.compile(r"[省市县区州镇乡]|街道")
_NO_LEVEL = ("地方", "地区", "地", "家", "份报告", "级政府")


_STATED = re.compile(
    r"(?:把|将)?(?:只[算看加])?(?:凡是|那些|所有)?(?:给出|写出|写明|列出|列明|公布|报|写|提供|披露)了?(?:出|明)?"
    r"(?:具体)?(?:件数|数量|数字|数据|数值|个数|数)?的(?:这|那)?(?:几|些|[两二三四五六七八九十])?(?:个|家)?"
    r"(?:地方|地区|省区市|省区|省份|省市|县区|区县|省|市|县|区|家|报告)"
)
"""把给出件数的几个地方加起来: whoever states nothing is left out, as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPlaces:
    """So many places of a kind (几个地方)."""

    count: int
    levels: frozenset[str]
    """县 and 区 of 三个区县; empty for any kind."""


def counted_places(text: str) -> CountedPlaces | None:
    """The places that a question counts; 哪两个地方 counts those that are wanted."""
    for found in _COUNTED.finditer(text):
        number = parse_chinese(found["count"])
        if found["which"] or not number:
            continue
        kind = found["kind"]
        levels = frozenset() if kind in _NO_LEVEL else frozenset(_LEVELS.findall(kind))
        return CountedPlaces(count=int(number), levels=levels)
    return None


def asks_for_places(text: str) -> bool:
    """Whether places are asked for by their number (哪两个地方)."""
    return any(found["which"] for found in _COUNTED.finditer(text)) or asks_those_who_state(text)


def asks_those_who_state(text: str) -> bool:
    """Whether only those who give a number are meant."""
    return _STATED.search(text) is not None


def without_counted_places(text: str, instead: str = " ") -> str:
    """The text without them, a mark in their place."""
    return _COUNTED.sub(instead, _STATED.sub(" ", text))
