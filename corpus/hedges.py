"""Words that say how exactly a number is stated (约数词): 近, 余, 上百, 数十, 左右."""

from __future__ import annotations

import re

from corpus.model import Hedge

__all__ = ["AFTER", "BEFORE", "hedge_of", "is_no_hedge"]

_BEFORE = {
    "近": Hedge.NEAR,
    "接近": Hedge.NEAR,
    "将近": Hedge.NEAR,
    "约": Hedge.ABOUT,
    "大约": Hedge.ABOUT,
    "超": Hedge.OVER,
    "超过": Hedge.OVER,
    "逾": Hedge.OVER,
    "突破": Hedge.OVER,
    "跨越": Hedge.OVER,
    "跨过": Hedge.OVER,
    "迈过": Hedge.OVER,
    "越过": Hedge.OVER,
    "高于": Hedge.OVER,
    "至少": Hedge.AT_LEAST,
    "不少于": Hedge.AT_LEAST,
    "不低于": Hedge.AT_LEAST,
    "不超过": Hedge.AT_MOST,
    "不高于": Hedge.AT_MOST,
    "低于": Hedge.AT_MOST,
    "不足": Hedge.AT_MOST,
    "不到": Hedge.AT_MOST,
}
_ROUND = {"上": Hedge.OVER, "数": Hedge.SOME, "几": Hedge.SOME, "好几": Hedge.SOME}
"""上百件, 数十家: hedges before a round numeral only."""
_AFTER = {
    "余": Hedge.MORE,
    "多": Hedge.MORE,
    "来": Hedge.MORE,
    "几": Hedge.MORE,
    "以上": Hedge.AT_LEAST,
    "以内": Hedge.AT_MOST,
    "以下": Hedge.AT_MOST,
    "左右": Hedge.ABOUT,
    "上下": Hedge.ABOUT,
}
# 附近 and 最近 end in 近, 节约 and 签约 in 约, 赶超 in 超, 线上 in 上, 案件数 in 数: no hedges.
_NO_HEDGE = re.compile(
    r"(?:[附最临邻靠]近|[公条节预合契签履隐相违缔誓制要盟邀民]约|[赶反]超|(?<!成)[达得做办]不到"
    r"|[线网会街路地山水船车身以之早晚同历世版书桌手纸台场岗肩]上"
    r"|[件人总户次个多少半倍指基份起名亩场宗项家票字分点天岁度对系级位票篇册]数)$"
)
_LONGEST = 3


def _alternatives(words: dict[str, Hedge]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


BEFORE = (
    rf"(?:{_alternatives(_BEFORE)}|(?<=[值额入量模资])[过破]"
    rf"|(?:{_alternatives(_ROUND)})(?=[十百千万亿]))"
)
"""A pattern for the words in front of a number."""
AFTER = r"(?:以上|以内|以下|左右|上下|[多余](?=[,、。;:)\s的]|$))"
"""A pattern for the words behind a number and its unit."""


def hedge_of(before: str, after: str) -> Hedge:
    """The hedge that words before and behind a number come to; those behind it go first."""
    if before in _ROUND:
        return _ROUND[before]
    if after:
        return _AFTER[after]
    return _BEFORE.get(before, Hedge.OVER) if before else Hedge.EXACT


def is_no_hedge(folded: str, start: int, end: int) -> bool:
    """Whether the word from `start` to `end` is the end of another: 附近3个, 线上千余场."""
    return _NO_HEDGE.search(folded, max(0, start - _LONGEST), end) is not None
